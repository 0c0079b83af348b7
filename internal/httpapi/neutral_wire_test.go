package httpapi

import (
	"strings"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
)

func staffAt(unit id.Unit) access.Actor {
	return access.NewStaff(id.NewPerson(), "", access.Post{Unit: unit, Role: access.Caseworker}, civil.Date{}, id.Request{})
}

func TestR31ListsNameProtectedChildrenNeutrally(t *testing.T) {
	t.Parallel()
	given, family, child, a := person.NewText("Alva"), person.NewText("Ek"), id.NewPerson(), staffAt(id.NewUnit())
	if got := childName(a, given, family, person.NoProtection, child); got != "Alva Ek" {
		t.Errorf("a child without protection is called %q", got)
	}
	for _, level := range []person.Protection{person.ConfidentialityMarked, person.ProtectedRegistration, person.AssumedIdentity, {}} {
		got := childName(a, given, family, level, child) // a forgotten level opens nothing
		if got != neutral(a, child) || strings.Contains(got, "Alva") || strings.Contains(got, "Ek") {
			t.Errorf("%s: called %q", level, got)
		}
	}
}

// TestR31NeutralReference: the same for all of a unit and whatever the child is called, another for every other unit,
// person of the family and child; and it holds nothing of the ids that it is made of.
func TestR31NeutralReference(t *testing.T) {
	t.Parallel()
	unit, child := id.NewUnit(), id.NewPerson()
	mine := neutral(staffAt(unit), child)
	if again := childName(staffAt(unit), person.NewText("Annat"), person.NewText("Namn"), person.AssumedIdentity, child); again != mine {
		t.Errorf("a colleague reads %q, another name %q", mine, again)
	}
	guardian := access.NewCitizen(id.NewPerson(), civil.Date{}, id.Request{})
	seen := map[string]string{mine: "one's own"}
	for who, other := range map[string]string{
		"another unit":     neutral(staffAt(id.NewUnit()), child),
		"another child":    neutral(staffAt(unit), id.NewPerson()),
		"a guardian":       neutral(guardian, child),
		"another guardian": neutral(access.NewCitizen(id.NewPerson(), civil.Date{}, id.Request{}), child),
	} {
		if seen[other] != "" {
			t.Errorf("%s reads the same as %s: %q", who, seen[other], other)
		}
		seen[other] = who
	}
	sign := strings.TrimPrefix(mine, "Skyddad person ")
	if len(sign) != 8 || strings.Trim(sign, neutralSigns) != "" {
		t.Errorf("the reference is %q", mine)
	}
	ids := strings.ToUpper(strings.ReplaceAll(child.String()+unit.String(), "-", ""))
	for n := range len(sign) - 3 {
		if strings.Contains(ids, sign[n:n+4]) {
			t.Errorf("%q is part of an id", sign[n:n+4])
		}
	}
}
