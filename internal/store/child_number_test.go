package store_test

import (
	"context"
	"testing"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
)

// TestNumbersOfAChild: who works with the case reads the number that the child was registered by; a colleague who does not, and
// another unit, are told the same as of a child that does not exist.
func TestNumbersOfAChild(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	o.registered(o.olle, 2)
	numbers := func(who, child id.Person) (all []person.Identifier, err error) {
		err = o.as(who, "GetPlanFhir", func(ctx context.Context, a access.Actor) (err error) {
			all, err = o.children.Numbers(ctx, a, child)
			return err
		})
		return all, err
	}
	all, err := numbers(o.karin, c.ID)
	o.want("", "the own number", err)
	if len(all) != 1 || all[0] != o.number(1) {
		t.Errorf("read %d numbers", len(all))
	}
	for _, who := range []id.Person{o.olle, o.sara} {
		for _, child := range []id.Person{c.ID, id.NewPerson()} {
			all, err := numbers(who, child)
			o.want("not-found", "another's, or nobody", err)
			if len(all) != 0 {
				t.Errorf("%d numbers", len(all))
			}
		}
	}
}
