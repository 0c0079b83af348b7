package plan

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Subjects are the other persons than the child whom an item is about. Such an item stays in its own domain, whatever the
// guardians have consented to, until each of them has consented too, or a legal ground opens the item (R19).
type Subjects struct {
	Item    id.Item
	Persons []id.Person
	Related []id.Person // close to the child today, as the own unit knows it: who may be named
}

// Tag names this list.
func (s *Subjects) Tag() string {
	h := sha256.New()
	fmt.Fprint(h, s.Item, s.Persons)
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}

// Name replaces the list. Only those whom the own unit knows to be close to the child can be named, and those who are named
// already.
func (s *Subjects) Name(persons []id.Person) error {
	var named []id.Person
	for n, p := range persons {
		if !slices.Contains(s.Related, p) && !slices.Contains(s.Persons, p) {
			return fault.At(fault.CodeInvalid, "/personIds/"+strconv.Itoa(n), "unknown")
		}
		if !slices.Contains(named, p) {
			named = append(named, p)
		}
	}
	slices.SortFunc(named, func(a, b id.Person) int { return strings.Compare(a.String(), b.String()) })
	s.Persons = named
	return nil
}

// Subjects gives the other persons whom an item of the actor's unit is about. Staff of the unit that holds it. Fault:
// not-found.
func (s *Service) Subjects(ctx context.Context, a access.Actor, i id.Item) (Subjects, error) {
	g, err := access.Allow[access.EditItem](s.policy, a)
	if err != nil {
		return Subjects{}, err
	}
	return s.store.FindSubjects(ctx, g, i)
}

// NameSubjects says whom an item of the actor's unit is about. tag is the list that the actor read. Faults: not-found,
// stale-version, invalid values.
func (s *Service) NameSubjects(ctx context.Context, a access.Actor, i id.Item, tag string, persons []id.Person) (Subjects, error) {
	g, err := access.Allow[access.EditItem](s.policy, a)
	if err != nil {
		return Subjects{}, err
	}
	return s.store.NameSubjects(ctx, g, i, func(v *Subjects) error {
		if v.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return v.Name(persons)
	})
}
