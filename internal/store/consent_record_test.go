package store_test

import (
	"context"
	"slices"
	"testing"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

func TestR16TheAssessmentDecidesWhoIsAsked(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	a.assess("karin", "child-alone")
	a.assess("lena", "guardians")
	v := a.record("karin", a.draft("e-identification"))
	if len(v.Givers) != 1 || v.Givers[0].Person != a.lo || v.Givers[0].Name.Given.Reveal() != "Lo" {
		t.Fatalf("asked: %v", v.Givers)
	}
	_, err := a.find("amir", v.ID)
	a.refused(err, fault.CodeNotFound)
	if err := a.answerOwn("lo", v.ID, consent.Given); err != nil {
		t.Fatal(err)
	}
	a.stands(v.ID, consent.StateLive, "karin", "lena", "lo")
}

func TestRecordConsentRefuses(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	try := func(by string, change func(*consent.Draft)) error {
		d := a.draft("oral")
		change(&d)
		return a.as(by, func(ctx context.Context, actor access.Actor) error {
			_, err := a.consents.Record(ctx, actor, d)
			return err
		})
	}
	a.refused(try("bea", func(*consent.Draft) {}), fault.CodeNotFound)
	a.refused(try("liv", func(*consent.Draft) {}), fault.CodeNotFound)
	a.refused(try("karin", func(d *consent.Draft) { d.Child = id.NewPerson() }), fault.CodeNotFound)
	a.refused(try("moa", func(*consent.Draft) {}), fault.CodeDenied)
	a.refused(try("lena", func(*consent.Draft) {}), fault.CodeConsentDomain)
	a.refused(try("karin", func(d *consent.Draft) { d.Scopes[0].To = id.NewBranch() }), fault.CodeInvalid)
	a.refused(try("karin", func(d *consent.Draft) { d.Scopes[0].To = demo.BranchID("gn-school") }), fault.CodeInvalid) // no units yet
	a.refused(try("karin", func(d *consent.Draft) { d.Excluded = []id.Item{id.NewItem()} }), fault.CodeInvalid)
	a.endCustody("karin", a.amir)
	a.day = a.day.AddDays(-1)
	a.endCustody("karin", a.eva)
	a.refused(try("karin", func(*consent.Draft) {}), fault.CodeInvalid)
	if n := a.count("SELECT count(*) FROM consent"); n != 0 {
		t.Errorf("%d consents are stored", n)
	}
}

func (a *asking) count(sql string, args ...any) (n int) {
	a.Helper()
	if err := a.database.Owner.QueryRowContext(a.Context(), sql, args...).Scan(&n); err != nil {
		a.Fatal(err)
	}
	return n
}

func TestItemsKeptBackAreOnesOwn(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	goal := func(by string) (i id.Item) {
		a.must(by, func(ctx context.Context, actor access.Actor) error {
			v, err := a.plans.Create(ctx, actor, plan.NotedNeed{Child: a.lo, Kind: plan.SIP, Drafts: []plan.Draft{{
				Kind: plan.GoalKind, Visibility: plan.ForParties,
				Words: plan.Words{Body: person.NewText("to sleep"), Horizon: plan.Horizons.Must("long")},
			}}})
			if err == nil {
				i = v.Items[0].ID
			}
			return err
		})
		return i
	}
	mine, theirs := goal("karin"), goal("lena")
	d := a.draft("oral")
	d.Excluded = []id.Item{mine}
	v := a.record("karin", d)
	if !slices.Equal(v.Excluded, d.Excluded) {
		t.Errorf("kept back: %v", v.Excluded)
	}
	for _, by := range []string{"lena", "amir"} {
		if v, err := a.find(by, v.ID); err != nil || len(v.Excluded) != 0 {
			t.Errorf("%s sees kept back: %v (%v)", by, v.Excluded, err)
		}
	}
	d.Excluded = []id.Item{mine, theirs}
	a.refused(a.as("karin", func(ctx context.Context, actor access.Actor) error {
		_, err := a.consents.Record(ctx, actor, d)
		return err
	}), fault.CodeInvalid)
}

func TestConsentsAreLogged(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	c := a.given()
	logged := func() int {
		return a.count("SELECT count(*) FROM audit_entry WHERE $1 = ANY (objects) AND child_id = $2", c, a.lo)
	}
	before := logged()
	a.stands(c, consent.StateLive, "lena")
	if n := logged(); n != before+1 {
		t.Errorf("a look left %d entries", n-before)
	}
	if err := a.withdrawOwn("amir", c); err != nil {
		t.Fatal(err)
	}
	if n := logged(); n != before+2 {
		t.Errorf("a withdrawal left %d entries", n-before-1)
	}
}

// Lena of the school has custody of Lo, too: at work she sees what her unit may see, and answers for nobody.
func TestStaffSeeAsStaffWhatTheyAreAskedAsGuardians(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	lena := demo.Find("lena").PersonID()
	if _, err := a.database.Owner.ExecContext(t.Context(), "INSERT INTO person_identifier (type, value, person_id) VALUES ('personnummer', $1, $2)",
		demo.Find("samira").Number, lena); err != nil {
		t.Fatal(err)
	}
	if got := a.relate("karin", "samira"); got != lena {
		t.Fatalf("the guardian is %v, want Lena", got)
	}
	d := a.draft("oral")
	d.Scopes = append(d.Scopes, span("vh-social", "bup", "health"))
	v := a.record("karin", d)
	atWork, err := a.find("lena", v.ID)
	if err != nil || len(atWork.Scopes) != 1 {
		t.Errorf("at work: %v (%v)", atWork.Scopes, err)
	}
	a.refused(a.answerOwn("lena", v.ID, consent.Given), fault.CodeDenied)
	d.Scopes = d.Scopes[1:]
	only := a.record("karin", d).ID
	_, err = a.find("lena", only)
	a.refused(err, fault.CodeNotFound)
	atHome, err := a.find("samira", v.ID)
	if err != nil || len(atHome.Scopes) != 2 {
		t.Errorf("at home: %v (%v)", atHome.Scopes, err)
	}
}
