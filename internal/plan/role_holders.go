package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Appointment says who gets a role in a plan, from a day on. A substitute also says for whom, and until when.
type Appointment struct {
	Role        Role
	Person      id.Person // zero: the actor
	From, To    civil.Date
	StandsInFor id.RoleHolder
}

// RoleHolders gives those who hold or have held a role in a plan, as far as the actor sees their units. Whoever sees the
// plan.
func (s *Service) RoleHolders(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]RoleHolder, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRoleHolders(ctx, g, p, pg)
}

// Appoint gives a role to somebody of the actor's unit. The unit that leads the plan may give any; another party one that
// it holds, and substitutes for its own. Faults: not-found, denied, plan-closed, unknown-colleague, dates-out-of-order,
// duplicate.
func (s *Service) Appoint(ctx context.Context, a access.Actor, p id.Plan, n Appointment) (RoleHolder, error) {
	g, v, err := lead[access.AppointHolder](ctx, s, a, p)
	if err != nil {
		return RoleHolder{}, err
	}
	if n.Person.IsZero() {
		n.Person = a.Person()
	}
	if err := s.isColleague(ctx, a, n.Person, "/personId"); err != nil {
		return RoleHolder{}, err
	}
	h, err := s.store.Appoint(ctx, g, p, n.Role, func(locked Plan, own Party, hs RoleHolders) (RoleHolder, error) {
		if err := locked.open(); err != nil {
			return RoleHolder{}, err
		}
		if err := s.answersFor(ctx, a, v, n.Role, a.Unit(), "/role"); err != nil {
			return RoleHolder{}, err
		}
		return s.appointed(a, locked, own, hs, n)
	})
	return h, seen(err)
}

func (s *Service) appointed(a access.Actor, p Plan, own Party, hs RoleHolders, n Appointment) (RoleHolder, error) {
	h := RoleHolder{
		ID: id.NewRoleHolder(), Plan: p.ID, Party: own.ID, Unit: own.Unit, Role: n.Role, Child: p.Child, From: n.From, Version: 1,
	}
	var err error
	switch {
	case !n.StandsInFor.IsZero():
		h, err = hs.standIn(n, own, a.Today())
	case !n.To.IsZero():
		err = fault.At(fault.CodeDates, "/endsOn", "substitute-only")
	case p.LeadUnit != a.Unit() && !hs.holds(n.Role, a.Unit()):
		err = fault.New(fault.CodeDenied)
	default:
		h.Seat, err = hs.Seat(n.Role, n.From, a.Today())
	}
	h.Person, h.CreatedAt = n.Person, s.now()
	return h, err
}

// holds tells whether a unit's people hold a role until somebody takes over. Of two leaders none takes the other's place.
func (hs RoleHolders) holds(r Role, u id.Unit) bool {
	for _, h := range hs {
		if h.Role == r && r != Leader && h.Unit == u && !h.isSubstitute() && h.To.IsZero() {
			return true
		}
	}
	return false
}

func (hs RoleHolders) standIn(n Appointment, own Party, today civil.Date) (RoleHolder, error) {
	for _, h := range hs {
		if h.ID == n.StandsInFor && h.Party == own.ID && h.Role == n.Role {
			return h.StandIn(n.From, n.To, today)
		}
	}
	return RoleHolder{}, fault.At(fault.CodeInvalid, "/standsInForId", "unknown")
}

// answersFor: the contact of who has the overall responsibility belongs to that principal (R3, SoL 10:8).
func (s *Service) answersFor(ctx context.Context, a access.Actor, v View, r Role, unit id.Unit, pointer string) error {
	if r != answersFor {
		return nil
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	u, err := s.units.FindUnit(ctx, o, unit)
	if err == nil && (v.OverallResponsible.IsZero() || u.Principal.ID != v.OverallResponsible) {
		err = fault.At(fault.CodeNotResponsible, pointer, "other-principal")
	}
	return err
}

func (s *Service) isColleague(ctx context.Context, a access.Actor, who id.Person, pointer string) error {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	ok, err := s.units.IsColleague(ctx, o, who)
	if err == nil && !ok {
		err = fault.At(fault.CodeNotStaff, pointer, "unknown")
	}
	return err
}

// EndRole sets the last day of a holder of the actor's unit, or in a plan that the unit leads. Faults: not-found,
// already-ended, successor-required for a coordinator, dates-out-of-order.
func (s *Service) EndRole(ctx context.Context, a access.Actor, h id.RoleHolder, on civil.Date) (RoleHolder, error) {
	g, err := access.Allow[access.AppointHolder](s.policy, a)
	if err != nil {
		return RoleHolder{}, err
	}
	return s.store.EndRole(ctx, g, h, func(h *RoleHolder) error { return h.End(on, a.Today()) })
}
