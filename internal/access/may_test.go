package access

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

func TestZeroGrantHasNoReach(t *testing.T) {
	t.Parallel()
	var g Grant[ReadItem]
	if !g.IsZero() || len(g.Reaches()) != 0 {
		t.Errorf("zero grant reaches %v", g.Reaches())
	}
	for _, r := range append([]Reach{{}}, Reaches...) {
		if g.Has(r) {
			t.Errorf("zero grant has %q", r)
		}
	}
}

func TestAllow(t *testing.T) {
	t.Parallel()
	m := matrix(t)
	karin := staff(Caseworker)
	g, err := Allow[ReadItem](m, karin)
	if err != nil || g.IsZero() || !g.Has(OwnCase) || g.Has(OwnUnit) || g.Actor() != karin {
		t.Errorf("caseworker reads items with %v, %v", g.Reaches(), err)
	}
	g.Reaches()[0] = Directory
	if again, _ := Allow[ReadItem](m, karin); again.Has(Directory) || g.Has(Directory) {
		t.Error("whoever holds a grant can widen it")
	}
	for name, a := range map[string]Actor{
		"nobody":                            {},
		"an unknown role":                   staff(RoleNamed("headmaster")),
		"staff without a chosen assignment": NewStaff(id.NewPerson(), "Karin", Post{Role: Caseworker}, civil.Date{}, id.Request{}),
		"system administrator":              staff(SystemAdmin),
		"administrator":                     staff(Admin),
	} {
		if g, err := Allow[ReadItem](m, a); !fault.Has(err, fault.CodeDenied) || !g.IsZero() {
			t.Errorf("%s reads items with %v, %v", name, g.Reaches(), err)
		}
	}
}

func staff(r Role) Actor {
	return NewStaff(id.NewPerson(), "Karin", Post{Assignment: id.NewAssignment(), Role: r, Unit: id.NewUnit()}, civil.Date{}, id.Request{})
}

// Family and staff have separate operations; only a look at oneself is common.
func TestMaySeparatesFamilyAndStaff(t *testing.T) {
	t.Parallel()
	m := matrix(t)
	citizen := NewCitizen(id.NewPerson(), civil.Date{}, id.Request{})
	staffMay := map[string]bool{}
	for name, o := range Operations {
		for _, r := range staffRoles {
			may := m.May(staff(r), name)
			staffMay[name] = staffMay[name] || may
			if may && o.family {
				t.Errorf("%s may %s", r, name)
			}
		}
		switch may := m.May(citizen, name); {
		case o.Public || name == "GetMe":
			if !may || !staffMay[name] {
				t.Errorf("%s is not for everybody", name)
			}
		case may != o.family:
			t.Errorf("citizen may %s: %v", name, may)
		case staffMay[name] == (o.family || o.system):
			t.Errorf("some member of staff may %s: %v", name, staffMay[name])
		}
	}
}

func TestMayNot(t *testing.T) {
	t.Parallel()
	m := matrix(t)
	for _, c := range []struct {
		name      string
		actor     Actor
		operation string
	}{
		{"an operation that is not listed", staff(UnitManager), "DropEverything"},
		{"an empty operation", staff(UnitManager), ""},
		{"somebody without a chosen assignment", NewStaff(id.NewPerson(), "Karin", Post{}, civil.Date{}, id.Request{}), "ListPlans"},
		{"nobody", Actor{}, "GetMe"},
		{"administrator reads content", staff(Admin), "GetGoal"},
		{"administrator reads versions, which hold content", staff(Admin), "GetVersion"},
		{"caseworker says who works with a case", staff(Caseworker), "AssignCaseWorker"},
		{"data protection officer lists children", staff(DPO), "ListChildren"},
		{"meeting leader establishes", staff(Leader), "EstablishPlan"},
		{"guardian reads as staff", NewCitizen(id.NewPerson(), civil.Date{}, id.Request{}), "GetPlan"},
	} {
		if m.May(c.actor, c.operation) {
			t.Errorf("%s: may %s", c.name, c.operation)
		}
	}
	for _, o := range []string{"ListPlans", "GetVersion", "RecordConsent", "GetApiInfo", "GetMe"} {
		if !m.May(staff(Caseworker), o) {
			t.Errorf("caseworker may not %s", o)
		}
	}
}

func TestEveryOperationNeedsSomething(t *testing.T) {
	t.Parallel()
	for name, o := range Operations {
		if (len(o.needs) == 0) != o.Public {
			t.Errorf("%s: public %v, needs %v", name, o.Public, o.needs)
		}
	}
}

// TestR27CompartmentsAreNamed: of what is withheld, no extract of the log may tell.
func TestR27CompartmentsAreNamed(t *testing.T) {
	t.Parallel()
	want := map[string]bool{"WithholdItem": true, "ListWithholdings": true, "EndWithholding": true, "AssessWithholding": true}
	for name, o := range Operations {
		if want[name] && !o.Compartment {
			t.Errorf("%s is in no compartment", name)
		}
		if o.Compartment && o.family {
			t.Errorf("%s is for the family, and in a compartment", name)
		}
		delete(want, name)
	}
	if len(want) > 0 || Operations["GetPlan"].Compartment {
		t.Errorf("operations that are not there: %v", want)
	}
}
