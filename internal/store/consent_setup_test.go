package store_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// asking is the county on a day in the autumn of 2020, with Lo in three services: Karin and Bo are of one domain, Lena of
// another, and Bea knows nothing of Lo. Both parents have custody.
type asking struct {
	*testing.T
	database testkit.Database
	consents *consent.Service
	children *person.Service
	plans    *plan.Service
	day      civil.Date
	lo       id.Person
	amir     id.Person
	eva      id.Person
	lastDay  civil.Date // of the consents that are recorded
}

func newAsking(t *testing.T) *asking {
	t.Helper()
	d := testkit.NewDatabase(t, store.Options{})
	if err := demo.LoadOrganisation(t.Context(), d.Owner); err != nil {
		t.Fatal(err)
	}
	if err := demo.LoadLogins(t.Context(), d.Owner, issuer); err != nil {
		t.Fatal(err)
	}
	m, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	a := &asking{T: t, database: d, day: civil.MustParse("2020-10-05"), lastDay: civil.MustParse("2030-12-31")}
	now := func() time.Time { return a.day.Start().Add(10 * time.Hour) }
	a.consents = consent.NewService(d.Store, m, now)
	a.children = person.NewService(d.Store, m, now)
	a.plans = plan.NewService(d.Store, d.Store, d.Store, m, now)
	for _, by := range []string{"karin", "bo", "lena"} {
		a.register(by)
	}
	return a
}

// as lets somebody act through the door, as a request would.
func (a *asking) as(key string, do func(context.Context, access.Actor) error) error {
	a.Helper()
	p := demo.Find(key)
	now := a.day.Start().Add(10 * time.Hour)
	r := session.Request{ID: id.NewRequest(), Operation: "Test", Now: now, Today: a.day}
	r.Credentials = session.Credentials{Kind: session.Staff, Issuer: issuer, Subject: p.Subject()}
	if p.Number != "" {
		number, err := session.NewIdentifier(p.Number)
		if err != nil {
			a.Fatal(err)
		}
		r.Credentials = session.Credentials{Kind: session.Citizen, IdentifierType: person.Personnummer.String(), Identifier: number}
	}
	_, err := a.database.Store.Serve(a.Context(), r, func(ctx context.Context, actor access.Actor) (session.Answer, error) {
		return session.Answer{Status: http.StatusOK}, do(ctx, actor)
	})
	return err
}

// must is as for what has to succeed.
func (a *asking) must(key string, do func(context.Context, access.Actor) error) {
	a.Helper()
	if err := a.as(key, do); err != nil {
		a.Fatalf("%s: %v", key, err)
	}
}

func (a *asking) register(by string) {
	a.Helper()
	lo := demo.Find("lo")
	a.must(by, func(ctx context.Context, actor access.Actor) error {
		c, err := a.children.Register(ctx, actor, person.Registration{
			Details:    person.Details{Name: person.NewName("Lo", "Haddad"), Protection: person.NoProtection},
			Identifier: a.number(lo), BirthDate: lo.Birth, Reason: person.NewText("a need of support"),
		})
		a.lo = c.ID
		return err
	})
	a.amir, a.eva = a.relate(by, "amir"), a.relate(by, "eva")
}

func (a *asking) number(p demo.Person) person.Identifier {
	a.Helper()
	n, err := person.ParseIdentifier(person.Personnummer, p.Number, a.day)
	if err != nil {
		a.Fatal(err)
	}
	return n
}

func (a *asking) relate(by, guardian string) (p id.Person) {
	a.Helper()
	a.must(by, func(ctx context.Context, actor access.Actor) error {
		r, err := a.children.Relate(ctx, actor, a.lo, person.RelationDraft{
			Identifier: a.number(demo.Find(guardian)), Kind: person.RelationKinds.Must("parent-custodian"),
			Name: person.NewName(guardian, "as "+by+" knows"), Span: person.Span{From: a.day},
		})
		p = r.Person
		return err
	})
	return p
}

// draft is a consent of the social services of Västra Hisingen to tell the school its goals.
func (a *asking) draft(form string) consent.Draft {
	return consent.Draft{
		Child: a.lo, Kind: consent.ToShare, Purpose: person.NewText("to make the plan work"), Form: consent.Forms.Must(form),
		ValidFrom: a.day, ValidTo: a.lastDay,
		Scopes: []consent.Scope{span("vh-social", "vh-school", "goals")},
	}
}

func span(from, to string, categories ...string) consent.Scope {
	s := consent.Scope{From: demo.BranchID(from), To: demo.BranchID(to)}
	for _, c := range categories {
		s.Categories = append(s.Categories, consent.Categories.Must(c))
	}
	return s
}

func (a *asking) record(by string, d consent.Draft) (v consent.View) {
	a.Helper()
	a.must(by, func(ctx context.Context, actor access.Actor) (err error) {
		v, err = a.consents.Record(ctx, actor, d)
		return err
	})
	return v
}

func (a *asking) answer(by string, c id.Consent, who id.Person, choice consent.Choice, reason string) error {
	a.Helper()
	return a.as(by, func(ctx context.Context, actor access.Actor) error {
		_, err := a.consents.Answer(ctx, actor, c, consent.Answer{Person: who, Choice: choice, Reason: person.NewText(reason)})
		return err
	})
}

func (a *asking) answerOwn(by string, c id.Consent, choice consent.Choice) error {
	a.Helper()
	return a.as(by, func(ctx context.Context, actor access.Actor) error {
		_, err := a.consents.AnswerOwn(ctx, actor, c, choice, consent.Signature{})
		return err
	})
}

func (a *asking) withdrawOwn(by string, c id.Consent) error {
	a.Helper()
	return a.as(by, func(ctx context.Context, actor access.Actor) error {
		_, err := a.consents.WithdrawOwn(ctx, actor, c, person.Text{})
		return err
	})
}

func (a *asking) find(by string, c id.Consent) (v consent.View, err error) {
	a.Helper()
	err = a.as(by, func(ctx context.Context, actor access.Actor) (err error) {
		v, err = a.consents.Find(ctx, actor, c)
		return err
	})
	return v, err
}

// stands checks what each of some readers is told of where a consent stands.
func (a *asking) stands(c id.Consent, want consent.State, readers ...string) {
	a.Helper()
	for _, by := range readers {
		v, err := a.find(by, c)
		if err != nil || v.State(a.day) != want {
			a.Errorf("%s is told %s (%v), want %s", by, v.State(a.day), err, want)
		}
	}
}

// given records a consent by word of mouth to which both guardians have said yes.
func (a *asking) given() id.Consent {
	a.Helper()
	v := a.record("karin", a.draft("oral"))
	for _, p := range []id.Person{a.amir, a.eva} {
		if err := a.answer("karin", v.ID, p, consent.Given, ""); err != nil {
			a.Fatal(err)
		}
	}
	return v.ID
}

func (a *asking) refused(err error, want fault.Code) {
	a.Helper()
	if !fault.Has(err, want) {
		a.Errorf("want %s, got %v", want, err)
	}
}

// endCustody ends a relation that began today; what it opened is closed from tomorrow on.
func (a *asking) endCustody(by string, guardian id.Person) {
	a.Helper()
	a.must(by, func(ctx context.Context, actor access.Actor) error {
		all, _, err := a.children.Relations(ctx, actor, a.lo, page.Default)
		for _, r := range all {
			if err == nil && r.Person == guardian {
				_, err = a.children.EndRelation(ctx, actor, r.ID, a.day, person.NewText("a judgment"))
			}
		}
		return err
	})
	a.day = a.day.AddDays(1)
}

func (a *asking) assess(by, outcome string) {
	a.Helper()
	a.must(by, func(ctx context.Context, actor access.Actor) error {
		_, err := a.children.RecordMaturity(ctx, actor, a.lo, person.MaturityDraft{
			Outcome: person.Outcomes.Must(outcome), AssessedOn: a.day, Reason: person.NewText("a talk with Lo"),
		})
		return err
	})
}

func (a *asking) planDraft() consent.Draft {
	d := a.draft("written")
	d.Kind, d.Scopes = consent.ToPlan, nil
	return d
}
