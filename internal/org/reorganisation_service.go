package org

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Draft writes down a reorganisation of units of the own principal. System administrators. Faults: invalid-value,
// dates-out-of-order, unknown-unit, unit-reorganised-otherwise.
func (s *Service) Draft(ctx context.Context, a access.Actor, d ReorganisationDraft) (Reorganisation, error) {
	g, err := access.Allow[access.PlanReorganisation](s.policy, a)
	if err != nil {
		return Reorganisation{}, err
	}
	own, err := s.principal(ctx, a)
	if err != nil {
		return Reorganisation{}, err
	}
	sides, err := s.check(ctx, a, own, &d)
	if err != nil {
		return Reorganisation{}, err
	}
	r := Reorganisation{
		ReorganisationDraft: d, ID: id.NewReorganisation(), Unit: a.Unit(), Status: drafted, Sides: sides, DraftedOn: a.Today(),
		CreatedAt: s.now(), Version: 1,
	}
	return r, s.store.DraftReorganisation(ctx, g, &r)
}

// check holds a draft of a principal against the organisation as it is known today.
func (s *Service) check(ctx context.Context, a access.Actor, of id.Principal, d *ReorganisationDraft) ([]Side, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, err
	}
	var units []id.Unit
	for _, m := range d.Moves {
		for _, u := range []id.Unit{m.Unit, m.Into, m.Keeper} { // parts are no units yet
			if !u.IsZero() {
				units = append(units, u)
			}
		}
	}
	t := terrain{secrecy: s.policy.Secrecy, own: of}
	if t.places, err = s.store.ListPlaces(ctx, g, units...); err != nil {
		return nil, err
	}
	if t.Directory, err = s.store.ReadDirectory(ctx, g); err != nil {
		return nil, err
	}
	return d.check(&t, a.Today())
}

// Reorganisations gives a page of those that concern the actor: the own principal's for system administrators, those that
// name a unit of the own domain for unit managers.
func (s *Service) Reorganisations(ctx context.Context, a access.Actor, p page.Page) ([]Reorganisation, int, error) {
	g, err := access.Allow[access.ReadReorganisation](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReorganisations(ctx, g, p)
}

// Reorganisation gives one of them. Fault: not-found.
func (s *Service) Reorganisation(ctx context.Context, a access.Actor, r id.Reorganisation) (Reorganisation, error) {
	g, err := access.Allow[access.ReadReorganisation](s.policy, a)
	if err != nil {
		return Reorganisation{}, err
	}
	return s.store.FindReorganisation(ctx, g, r)
}

// Preview tells in numbers what it would change. System administrators. Faults: not-found; reorganisation-not-open when it
// has taken effect or was cancelled.
func (s *Service) Preview(ctx context.Context, a access.Actor, r id.Reorganisation) (Preview, error) {
	g, err := access.Allow[access.PreviewReorganisation](s.policy, a)
	if err != nil {
		return Preview{}, err
	}
	return s.store.PreviewReorganisation(ctx, g, r, func(v *Reorganisation) error {
		if !v.isOpen(a.Today(), drafted, decided) {
			return fault.New(fault.CodeReorganised)
		}
		return nil
	})
}

// TouchedCases gives a page of the own unit's open cases that it touches. Unit managers. Fault: not-found.
func (s *Service) TouchedCases(ctx context.Context, a access.Actor, r id.Reorganisation, p page.Page) ([]TouchedCase, int, error) {
	g, err := access.Allow[access.ReadReorganisation](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	cases, err := access.Allow[access.ReadChild](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	plans, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListTouchedCases(ctx, g, cases, plans, r, p)
}

// PlaceStaff says who of the own unit goes to which part of it, instead of what was said before. Whom no part names stays
// with what goes on of the unit. Unit managers. Faults: not-found; reorganisation-not-open, when the own unit is not divided
// or a principal has decided; invalid-value; unknown-colleague.
func (s *Service) PlaceStaff(ctx context.Context, a access.Actor, r id.Reorganisation, p []Placement) (Reorganisation, error) {
	g, err := access.Allow[access.PlaceStaff](s.policy, a)
	if err != nil {
		return Reorganisation{}, err
	}
	return s.store.PlaceStaff(ctx, g, r, func(v *Reorganisation, colleagues map[id.Person]bool) error {
		return v.place(a.Unit(), p, colleagues, a.Today())
	})
}

// Decide decides for the own principal; when every principal concerned has, the new places are written, for the day. System
// administrators. Faults: not-found; reorganisation-not-open; invalid-value, when nobody has been placed with a part of a unit
// that is divided; those of Draft, when the organisation has changed since.
func (s *Service) Decide(ctx context.Context, a access.Actor, r id.Reorganisation) (Reorganisation, error) {
	g, err := access.Allow[access.DecideReorganisation](s.policy, a)
	if err != nil {
		return Reorganisation{}, err
	}
	return s.store.DecideReorganisation(ctx, g, r, func(v *Reorganisation) error { return s.mayDecide(ctx, a, v) })
}

// mayDecide looks once more whether the units stand where the draft found them.
func (s *Service) mayDecide(ctx context.Context, a access.Actor, v *Reorganisation) error {
	own, err := s.principal(ctx, a)
	if err != nil {
		return err
	}
	if err := v.waitsFor(own, a.Today()); err != nil {
		return err
	}
	if _, err := s.check(ctx, a, v.Sides[0].Principal, &v.ReorganisationDraft); err != nil {
		return err
	}
	return v.isStaffed()
}

func (s *Service) principal(ctx context.Context, a access.Actor) (id.Principal, error) {
	l, err := s.Labels(ctx, a)
	if err != nil {
		return id.Principal{}, err
	}
	b, _ := l.Branch(a.Branch())
	return b.Principal.ID, nil
}

// Cancel takes it back before its day. System administrators. Faults: not-found, reorganisation-not-open, reason-required.
func (s *Service) Cancel(ctx context.Context, a access.Actor, r id.Reorganisation, reason string) (Reorganisation, error) {
	g, err := access.Allow[access.PlanReorganisation](s.policy, a)
	if err != nil {
		return Reorganisation{}, err
	}
	return s.store.CancelReorganisation(ctx, g, r, func(v *Reorganisation) error { return v.cancel(reason, a.Today()) })
}

// Places gives a page of the history of a unit, first to last: where it has lain and, as far as is decided, will lie. All
// staff. Fault: not-found.
func (s *Service) Places(ctx context.Context, a access.Actor, u id.Unit, p page.Page) ([]Place, int, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	places, err := s.store.ListPlaces(ctx, g, u)
	all := places[u] // a handful
	if err == nil && len(all) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	from := max(0, min(p.Offset(), len(all)))
	return all[from:min(from+p.Limit, len(all))], len(all), err
}

// orToday gives the day that is asked for; none is today.
func orToday(a access.Actor, on civil.Date) civil.Date {
	if on.IsZero() {
		return a.Today()
	}
	return on
}
