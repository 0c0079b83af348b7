package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// NoteRequested opens a plan that a family has asked for (R4). What it wrote is the plan's first note, which the own service
// alone reads: it may be about somebody who sees the plan. Who may create a plan for the child. Fault: not-found.
func (s *Service) NoteRequested(ctx context.Context, a access.Actor, child id.Person, words person.Text) (id.Plan, error) {
	v, err := s.Create(ctx, a, NotedNeed{Child: child, Kind: SIP, Drafts: []Draft{{Kind: NoteKind, Visibility: UnitOnly, Words: Words{Body: words}}}})
	return v.ID, err
}

// Leads tells whether a plan that the actor sees is a child's and led by the actor's unit. Staff with need.
func (s *Service) Leads(ctx context.Context, a access.Actor, p id.Plan, child id.Person) (bool, error) {
	v, err := s.View(ctx, a, p)
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return v.LeadUnit == a.Unit() && v.Child == child, err
}
