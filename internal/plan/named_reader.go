package plan

import (
	"context"
	"slices"
	"strconv"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// NamedReader is somebody who may read an item by name.
type NamedReader struct {
	Person id.Person
	Name   person.Text
}

// NameReaders makes the item visible to some of the staff of the holder's own domain alone. Whoever names is one of them:
// an item that nobody who answers for it can see could not be shown to anybody again. What the child and others have said
// stays as it was meant (R8, R9).
func (i *Item) NameReaders(readers []id.Person, staff []id.Person, by id.Person) error {
	if i.Kind == ChildViewKind || i.Kind == DisagreementKind {
		return fault.New(fault.CodeDenied)
	}
	for n, p := range readers {
		if !slices.Contains(staff, p) {
			return fault.At(fault.CodeNotStaff, "/personIds/"+strconv.Itoa(n), "unknown")
		}
	}
	if !slices.Contains(readers, by) {
		return fault.At(fault.CodeInvalid, "/personIds", "self")
	}
	i.Visibility = ForNamed
	i.Version++
	return nil
}

// NameReaders says by name who may read an item that the actor's unit holds; tag is the version that the actor read.
// Staff with the case. Faults: not-found, denied for what another unit holds and for words that stay, stale-version,
// unknown-colleague, invalid-value when the actor is not among them.
func (s *Service) NameReaders(ctx context.Context, a access.Actor, i id.Item, tag string, readers []id.Person) (Item, []NamedReader, error) {
	g, err := access.Allow[access.NameReaders](s.policy, a)
	if err != nil {
		return Item{}, nil, err
	}
	if _, _, _, err := s.NamedReaders(ctx, a, i, page.Default); err != nil {
		return Item{}, nil, err
	}
	err = s.store.NameReaders(ctx, g, i, readers, func(i *Item, staff []id.Person) error {
		if i.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return i.NameReaders(readers, staff, a.Person())
	})
	if err != nil {
		return Item{}, nil, seen(err)
	}
	item, named, _, err := s.NamedReaders(ctx, a, i, page.Default)
	return item, named, err
}

// NamedReaders gives an item and a page of those who are named for it: none unless it is meant for named persons. Whoever
// sees the item. Fault: not-found.
func (s *Service) NamedReaders(ctx context.Context, a access.Actor, i id.Item, p page.Page) (Item, []NamedReader, int, error) {
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Item{}, nil, 0, err
	}
	return s.store.ListNamedReaders(ctx, g, i, p)
}
