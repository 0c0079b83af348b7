package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/person"
)

// BarnetsPlan is the plan around a child's wellbeing, of one party or several, that may grow into a SIP.
var BarnetsPlan = Kinds.Must("barnets-plan")

// carried are the kinds that a unit takes along from its Barnets plan. The child's words and disagreements stay where they
// were said (R8, R9), notes with the work that they are about.
var carried = []ItemKind{GoalKind, InterventionKind, ObservationKind}

// Grow lets a Barnets plan become the ground of a SIP: a plan of its own that follows it, since more people will take part,
// for another purpose, under another consent. The leading unit's own goals, interventions and observations are copied;
// what others wrote stays, and so does the Barnets plan, with its history, until it is closed. The leading unit.
// Faults: not-found, denied, illegal-status-step for another kind, plan-closed, invalid-value where no SIP is made,
// duplicate when it has grown already.
func (s *Service) Grow(ctx context.Context, a access.Actor, p id.Plan) (View, error) {
	g, v, err := lead[access.CreatePlan](ctx, s, a, p)
	if err != nil {
		return View{}, err
	}
	switch {
	case v.LeadUnit != a.Unit():
		return View{}, fault.New(fault.CodeDenied)
	case v.Kind != BarnetsPlan:
		return View{}, fault.At(fault.CodeStatusStep, "/kind", "not-barnets-plan")
	}
	if err := v.open(); err != nil {
		return View{}, err
	}
	grown, lead := s.begin(a, v.Child, SIP, BasisOn(a.Today()))
	lead.ContactName = person.NewText(a.Name())
	items := v.carry(grown.ID, Author{a.Person(), ByStaff, a.Unit()}, a.Today())
	name, err := s.store.GrowPlan(ctx, g, grown, lead, items, p)
	return View{Plan: grown, ChildName: name, Parties: []Party{lead}, Items: items, Follows: p}, seen(err)
}

// begin makes a plan that the actor's unit leads, with the need noted, and its first party.
func (s *Service) begin(a access.Actor, child id.Person, kind Kind, basis LegalBasis) (Plan, Party) {
	p := Plan{
		ID: id.NewPlan(), Child: child, Kind: kind, Status: Noted, LegalBasis: basis, LeadUnit: a.Unit(),
		CreatedOn: a.Today(), CreatedAt: s.now(), Version: 1,
	}
	return p, Party{
		ID: id.NewParty(), Plan: p.ID, Unit: a.Unit(), AddedBy: a.Unit(), Mode: CalledMode, State: Accepted, Contact: a.Person(),
		AddedOn: a.Today(), AnsweredOn: a.Today(), Version: 1,
	}
}

// carry copies what the unit itself holds for more than named readers, with the goals that the copies point at.
func (v View) carry(to id.Plan, by Author, today civil.Date) []Item {
	var items []Item
	became := map[id.Item]id.Item{}
	for _, i := range v.Items {
		if i.Owner != by.Unit || i.Visibility == ForNamed || !slices.Contains(carried, i.Kind) {
			continue
		}
		c := i
		c.ID, c.Plan, c.Author, c.AuthorKind, c.CreatedOn, c.Version = id.NewItem(), to, by.Person, by.Kind, today, 1
		c.Objections = objection.Carry(i.Objections, c.ID)
		became[i.ID] = c.ID
		items = append(items, c)
	}
	for n := range items {
		items[n].Goal = became[items[n].Goal]
	}
	return items
}
