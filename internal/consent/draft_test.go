package consent

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

func goals() []Category { return []Category{Categories.Must("goals")} }

func sharing() Draft {
	return Draft{
		Child: lo, Kind: ToShare, Purpose: person.NewText("a plan for school"), Form: Forms.Must("written"),
		ValidFrom: today, ValidTo: today.AddDays(90), Scopes: []Scope{{karin.Branch, school, goals()}},
	}
}

func known(items ...id.Item) Knowledge {
	return Knowledge{
		Birth: today.AddYears(-10), Maturity: person.Outcomes.Must("guardians"), Related: []Related{kin(amir, "parent-custodian")}, Items: items,
		Classes: map[id.Branch][]access.Class{
			karin.Branch: {access.ClassNamed("ifo")}, school: {access.ClassNamed("school")}, health: {access.ClassNamed("health")},
		},
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	m := policy(t)
	cases := []struct {
		name    string
		change  func(*Draft, *Knowledge)
		code    fault.Code
		pointer string
	}{
		{"no kind", func(d *Draft, _ *Knowledge) { d.Kind = Kind{} }, fault.CodeInvalid, "/kind"},
		{"no form", func(d *Draft, _ *Knowledge) { d.Form = Form{} }, fault.CodeInvalid, "/form"},
		{"R12: no purpose", func(d *Draft, _ *Knowledge) { d.Purpose = person.Text{} }, fault.CodeInvalid, "/purpose"},
		{"R12: no first day", func(d *Draft, _ *Knowledge) { d.ValidFrom = civil.Date{} }, fault.CodeInvalid, "/validFrom"},
		{"R12: no end", func(d *Draft, _ *Knowledge) { d.ValidTo = civil.Date{} }, fault.CodeInvalid, "/validTo"},
		{"ends before it begins", func(d *Draft, _ *Knowledge) { d.ValidTo = d.ValidFrom.AddDays(-1) }, fault.CodeDates, "/validTo"},
		{"has ended already", func(d *Draft, _ *Knowledge) { d.ValidFrom, d.ValidTo = today.AddDays(-9), today.AddDays(-1) }, fault.CodeDates, "/validTo"},
		{"R13: shares with nobody", func(d *Draft, _ *Knowledge) { d.Scopes = nil }, fault.CodeConsentRecipient, "/scopes"},
		{"R13: from nobody", func(d *Draft, _ *Knowledge) { d.Scopes[0].From = id.Branch{} }, fault.CodeConsentRecipient, "/scopes/0/fromBranchId"},
		{"R13: to nobody", func(d *Draft, _ *Knowledge) { d.Scopes[0].To = id.Branch{} }, fault.CodeConsentRecipient, "/scopes/0/toBranchId"},
		{"R13: of nothing, in the second scope", func(d *Draft, _ *Knowledge) {
			d.Scopes = append(d.Scopes, Scope{karin.Branch, health, nil})
		}, fault.CodeConsentRecipient, "/scopes/1/categories"},
		{"of something unknown", func(d *Draft, _ *Knowledge) { d.Scopes[0].Categories = []Category{{}} }, fault.CodeInvalid, "/scopes/0/categories"},
		{"to the domain it comes from", func(d *Draft, _ *Knowledge) { d.Scopes[0].To = karin.Branch }, fault.CodeInvalid, "/scopes/0/toBranchId"},
		{"written, of another domain", func(d *Draft, _ *Knowledge) { d.Scopes[0].From = health }, fault.CodeConsentDomain, "/scopes/0/fromBranchId"},
		{"oral, of another domain", func(d *Draft, _ *Knowledge) { d.Form, d.Scopes[0].From = Forms.Must("oral"), health }, fault.CodeConsentDomain, "/scopes/0/fromBranchId"},
		{"from a domain that is not there", func(_ *Draft, k *Knowledge) { delete(k.Classes, karin.Branch) }, fault.CodeInvalid, "/scopes/0/fromBranchId"},
		{"to a domain that is not there", func(_ *Draft, k *Knowledge) { delete(k.Classes, school) }, fault.CodeInvalid, "/scopes/0/toBranchId"},
		{"R23: to a class to which no wall opens", func(_ *Draft, k *Knowledge) { k.Classes[school] = []access.Class{access.ClassNamed("newspaper")} }, fault.CodeWall, "/scopes/0/toBranchId"},
		{"keeps back an item that the recorder cannot see", func(d *Draft, k *Knowledge) {
			d.Excluded = append(slices.Clone(k.Items), id.NewItem())
		}, fault.CodeInvalid, "/excludedItemIds/1"},
		{"to a plan, with scopes", func(d *Draft, _ *Knowledge) { d.Kind = ToPlan }, fault.CodeInvalid, "/scopes"},
		{"to a plan, with items kept back", func(d *Draft, k *Knowledge) { d.Kind, d.Scopes, d.Excluded = ToPlan, nil, k.Items }, fault.CodeInvalid, "/excludedItemIds"},
		{"R19: about nobody", func(d *Draft, _ *Knowledge) { d.Kind = ToShareOther }, fault.CodeInvalid, "/subjectPersonId"},
		{"R19: about somebody the unit does not know", func(d *Draft, _ *Knowledge) { d.Kind, d.Subject = ToShareOther, eva }, fault.CodeInvalid, "/subjectPersonId"},
		{"R19: about another person, but to share what is about the child", func(d *Draft, _ *Knowledge) { d.Subject = amir }, fault.CodeInvalid, "/subjectPersonId"},
		{"R19: of another person, keeping items back", func(d *Draft, k *Knowledge) { d.Kind, d.Subject, d.Excluded = ToShareOther, amir, k.Items }, fault.CodeInvalid, "/excludedItemIds"},
		{"nobody can consent", func(_ *Draft, k *Knowledge) { k.Related = nil }, fault.CodeInvalid, "childId"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, k := sharing(), known(id.NewItem())
			c.change(&d, &k)
			_, err := New(d, k, m, karin, today, time.Time{})
			said(t, err, c.code, c.pointer)
		})
	}
}

func TestNew(t *testing.T) {
	t.Parallel()
	m := policy(t)
	item := id.NewItem()
	d := sharing()
	d.Excluded = []id.Item{item, item}
	d.Scopes = append(d.Scopes, Scope{karin.Branch, health, goals()}, Scope{karin.Branch, school, []Category{Categories.Must("views"), Categories.Must("goals")}})
	c, err := New(d, known(item), m, karin, today, today.Start())
	said(t, err, fault.Code{}, "")
	want := []Scope{{karin.Branch, school, []Category{Categories.Must("goals"), Categories.Must("views")}}, {karin.Branch, health, goals()}}
	if diff := cmp.Diff(want, c.Scopes, cmp.Comparer(func(a, b Category) bool { return a == b }), cmp.Comparer(func(a, b id.Branch) bool { return a == b })); diff != "" {
		t.Errorf("scopes: %s", diff)
	}
	if !slices.Equal(c.Excluded, []id.Item{item}) {
		t.Errorf("kept back: %v", c.Excluded)
	}
	if c.Unit != karin.Unit || c.Recorder != karin.Person || c.Version != 1 || c.ID.IsZero() || c.CreatedAt != today.Start() {
		t.Errorf("recorded by %v at %v for %v, version %d", c.Recorder, c.CreatedAt, c.Unit, c.Version)
	}
	if len(c.Givers) != 1 || c.Givers[0].Person != amir || c.Givers[0].Answer != Pending {
		t.Errorf("asked: %v", c.Givers)
	}
}

func TestNewAllows(t *testing.T) {
	t.Parallel()
	m := policy(t)
	cases := map[string]func(*Draft){
		"oral, of the own domain":                   func(d *Draft) { d.Form = Forms.Must("oral") },
		"by e-identification, of another domain":    func(d *Draft) { d.Form, d.Scopes[0].From = ByEID, health },
		"for one day":                               func(d *Draft) { d.ValidTo = d.ValidFrom },
		"begun before it is recorded":               func(d *Draft) { d.ValidFrom = today.AddDays(-7) },
		"to begin later":                            func(d *Draft) { d.ValidFrom = today.AddDays(7) },
		"to a plan":                                 func(d *Draft) { d.Kind, d.Scopes = ToPlan, nil },
		"that a unit takes part":                    func(d *Draft) { d.Scopes[0].Categories = []Category{Categories.Must("participation")} },
		"without evidence that is written anywhere": func(d *Draft) { d.Evidence = person.Text{} },
	}
	for name, change := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := sharing()
			change(&d)
			_, err := New(d, known(), m, karin, today, time.Time{})
			said(t, err, fault.Code{}, "")
		})
	}
}

// TestR19OtherPersonIsAskedAlone: what is about a guardian is that guardian's to share, whoever decides for the child.
func TestR19OtherPersonIsAskedAlone(t *testing.T) {
	t.Parallel()
	d, k := sharing(), known()
	d.Kind, d.Subject = ToShareOther, eva
	k.Related = append(k.Related, kin(eva, "close-person"))
	c, err := New(d, k, policy(t), karin, today, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Giver{{Person: eva, Capacity: AsSubject, Answer: Pending}}; !reflect.DeepEqual(c.Givers, want) {
		t.Errorf("want %v, got %v", want, c.Givers)
	}
	d.Scopes = nil
	_, err = New(d, k, policy(t), karin, today, time.Time{})
	said(t, err, fault.CodeConsentRecipient, "/scopes")
	said(t, c.Record(Answer{Person: amir, Choice: Given}, karin.Branch, today), fault.CodeInvalid, "/personId")
	said(t, c.Record(Answer{Person: eva, Choice: Hindered, Reason: person.NewText("away")}, karin.Branch, today), fault.CodeInvalid, "/answer")
	said(t, c.Record(Answer{Person: eva, Choice: Given}, karin.Branch, today), fault.Code{}, "")
}
