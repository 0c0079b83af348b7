package deviation

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// FindCase gives a case of a group. Its members of today. Fault: not-found.
func (s *Service) FindCase(ctx context.Context, a access.Actor, c id.DeviationCase) (Received, error) {
	g, err := access.Allow[access.ReadDeviationCase](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	return s.store.FindCase(ctx, g, c)
}

// ListCases gives a page of the cases of the actor's groups. Their members of today.
func (s *Service) ListCases(ctx context.Context, a access.Actor, p page.Page) ([]Received, int, error) {
	g, err := access.Allow[access.ReadDeviationCase](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCases(ctx, g, p)
}

// handling gives the right to handle what groups have, and the names that a text is searched for.
func (s *Service) handling(ctx context.Context, a access.Actor) (access.Grant[access.HandleDeviationCase], []person.Name, error) {
	g, err := access.Allow[access.HandleDeviationCase](s.policy, a)
	if err != nil {
		return g, nil, err
	}
	names, err := s.names(ctx, a)
	return g, names, err
}

// Take takes up what the group was sent, or sends it back. Chair and secretary of the group. Faults: not-found, denied for other
// members, illegal-deviation-step, no-manager-contact, reason-required, identifying-text.
func (s *Service) Take(ctx context.Context, a access.Actor, c id.DeviationCase, i Intake) (Received, error) {
	g, names, err := s.handling(ctx, a)
	if err != nil {
		return Received{}, err
	}
	return s.handled(ctx, a, c, s.store.TakeCase(ctx, g, c, func(r *Received) error { return r.Take(i, names, a.Today()) },
		func(r *Received, to Receiving) Case { return r.Mirror(to, a.Today()) }))
}

// Answer answers what the group has. Chair and secretary. Faults: not-found, denied for other members, illegal-deviation-step,
// identifying-text.
func (s *Service) Answer(ctx context.Context, a access.Actor, c id.DeviationCase, text person.Text) (Received, error) {
	g, names, err := s.handling(ctx, a)
	if err != nil {
		return Received{}, err
	}
	return s.handled(ctx, a, c, s.store.ChangeCase(ctx, g, c, func(r *Received) error { return r.Give(text, names, a.Today()) }))
}

// Lift lifts what the group has: to the county's group, and there to a fault of the system. Chair and secretary. Faults:
// not-found, denied for other members, illegal-deviation-step, no-group-above, identifying-text.
func (s *Service) Lift(ctx context.Context, a access.Actor, c id.DeviationCase, why person.Text) (Received, error) {
	g, names, err := s.handling(ctx, a)
	if err != nil {
		return Received{}, err
	}
	return s.handled(ctx, a, c, s.store.LiftCase(ctx, g, c, func(r *Received, above Receiving) (Case, error) { return r.Lift(why, above, names, a.Today()) }))
}

// Close closes what is answered. Chair and secretary. Faults: not-found, denied for other members, illegal-deviation-step,
// measures-open.
func (s *Service) Close(ctx context.Context, a access.Actor, c id.DeviationCase) (Received, error) {
	g, _, err := s.handling(ctx, a)
	if err != nil {
		return Received{}, err
	}
	return s.handled(ctx, a, c, s.store.ChangeCase(ctx, g, c, func(r *Received) error { return r.Close(a.Today()) }))
}

// Decide decides a measure. Chair and secretary. Faults: not-found, denied for other members, illegal-deviation-step, unknown-unit,
// dates-out-of-order, identifying-text.
func (s *Service) Decide(ctx context.Context, a access.Actor, c id.DeviationCase, d MeasureDraft) (Received, error) {
	g, names, err := s.handling(ctx, a)
	if err != nil {
		return Received{}, err
	}
	if err := s.isUnit(ctx, a, d.Unit, "/unitId"); err != nil {
		return Received{}, err
	}
	return s.handled(ctx, a, c, s.store.AddMeasure(ctx, g, c, func(r *Received) (Measure, error) { return r.Decide(d, names, a.Today(), s.now()) }))
}

// FollowUp says what became of a measure. Chair and secretary of the group. Faults: not-found, already-ended, identifying-text.
func (s *Service) FollowUp(ctx context.Context, a access.Actor, m id.Measure, o Outcome, effect person.Text) (Received, error) {
	g, names, err := s.handling(ctx, a)
	if err != nil {
		return Received{}, err
	}
	c, err := s.store.ChangeMeasure(ctx, g, m, func(v *Measure) error { return v.FollowUp(o, effect, names, a.Today()) })
	if err != nil {
		return Received{}, err
	}
	return s.FindCase(ctx, a, c)
}

// Measures gives a page of measures. Members of the group; the manager of the unit that is to carry them out.
func (s *Service) Measures(ctx context.Context, a access.Actor, p page.Page) ([]Measure, int, error) {
	g, err := access.Allow[access.ReadMeasure](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListMeasures(ctx, g, p)
}

// handled gives a case as it stands after a change. One that the actor can see but not change is denied.
func (s *Service) handled(ctx context.Context, a access.Actor, c id.DeviationCase, err error) (Received, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Received{}, err
	}
	v, findErr := s.FindCase(ctx, a, c)
	if findErr == nil && err != nil {
		return Received{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
