package inforequest

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Routine is how a unit goes about what it is asked: its own text, beside each request that it is to answer. A version never changes;
// another one replaces it. The zero value says that there is none.
type Routine struct {
	ID          id.InformationRoutine
	Unit        id.Unit
	Number      int // the unit's first is 1
	Text        person.Text
	PublishedOn civil.Date
	IsReplaced  bool
}

// next makes the version that follows the unit's last one.
func next(text person.Text, last int, unit id.Unit, today civil.Date) Routine {
	return Routine{ID: id.NewInformationRoutine(), Unit: unit, Number: last + 1, Text: text, PublishedOn: today}
}

// PublishRoutine replaces the own unit's routine. Its managers. Fault: duplicate when two publish at once.
func (s *Service) PublishRoutine(ctx context.Context, a access.Actor, text person.Text) (Routine, error) {
	g, err := access.Allow[access.KeepInformationRoutine](s.policy, a)
	if err != nil {
		return Routine{}, err
	}
	var v Routine
	err = s.store.PublishInformationRoutine(ctx, g, func(last int) Routine {
		v = next(text, last, a.Unit(), a.Today())
		return v
	})
	return v, err
}

// Routines gives a page of the versions of the own unit's routine, the last one first. Who works with cases there, and its managers.
func (s *Service) Routines(ctx context.Context, a access.Actor, p page.Page) ([]Routine, int, error) {
	g, err := access.Allow[access.ReadInformationRoutine](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListInformationRoutines(ctx, g, p)
}
