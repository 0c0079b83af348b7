package plan_test

import (
	"slices"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// TestR19NameSubjects: those whom the unit knows, and those who are named already; the list has one order.
func TestR19NameSubjects(t *testing.T) {
	t.Parallel()
	amir, eva, former, stranger := id.NewPerson(), id.NewPerson(), id.NewPerson(), id.NewPerson()
	s := plan.Subjects{Item: id.NewItem(), Persons: []id.Person{former}, Related: []id.Person{amir, eva}}
	tag := s.Tag()
	err := s.Name([]id.Person{amir, stranger})
	if f := fault.Of(err); f.Code != fault.CodeInvalid || f.Fields[0].Pointer != "/personIds/1" || s.Tag() != tag {
		t.Errorf("a stranger is named: %v", err)
	}
	if err := s.Name([]id.Person{eva, former, amir, eva}); err != nil || len(s.Persons) != 3 || s.Tag() == tag {
		t.Errorf("%v (%v)", s.Persons, err)
	}
	again := s
	if err := again.Name([]id.Person{former, amir, eva}); err != nil || !slices.Equal(again.Persons, s.Persons) || again.Tag() != s.Tag() {
		t.Errorf("the order counts: %v, %v (%v)", s.Persons, again.Persons, err)
	}
	if err := again.Name(nil); err != nil || len(again.Persons) != 0 {
		t.Errorf("nobody: %v (%v)", again.Persons, err)
	}
}
