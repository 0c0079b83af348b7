package plan

import (
	"testing"

	"samplan/internal/fault"
	"samplan/internal/id"
)

func TestR22NameReaders(t *testing.T) {
	t.Parallel()
	me, bo, stranger := id.NewPerson(), id.NewPerson(), id.NewPerson()
	staff := []id.Person{bo, me}
	for _, c := range []struct {
		name    string
		kind    ItemKind
		readers []id.Person
		code    fault.Code
		pointer string
	}{
		{"a note for oneself", NoteKind, []id.Person{me}, fault.Code{}, ""},
		{"a goal for two", GoalKind, []id.Person{me, bo}, fault.Code{}, ""},
		{"an intervention", InterventionKind, []id.Person{bo, me}, fault.Code{}, ""},
		{"the child's words", ChildViewKind, []id.Person{me}, fault.CodeDenied, ""},
		{"a disagreement", DisagreementKind, []id.Person{me}, fault.CodeDenied, ""},
		{"somebody of another domain", NoteKind, []id.Person{me, stranger}, fault.CodeNotStaff, "/personIds/1"},
		{"all but oneself", NoteKind, []id.Person{bo}, fault.CodeInvalid, "/personIds"},
		{"nobody", NoteKind, nil, fault.CodeInvalid, "/personIds"},
	} {
		i := Item{Kind: c.kind, Visibility: UnitOnly, Version: 4}
		err := i.NameReaders(c.readers, staff, me)
		if c.code == (fault.Code{}) {
			if err != nil || i.Visibility != ForNamed || i.Version != 5 {
				t.Errorf("%s: %v, %s in version %d", c.name, err, i.Visibility, i.Version)
			}
			continue
		}
		f := fault.Of(err)
		if f.Code != c.code || (len(f.Fields) > 0) != (c.pointer != "") || c.pointer != "" && f.Fields[0].Pointer != c.pointer || i.Visibility != UnitOnly || i.Version != 4 {
			t.Errorf("%s: want %s at %s, got %v, %v", c.name, c.code, c.pointer, err, i)
		}
	}
}
