package plan

import (
	"context"
	"fmt"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of the plan. Each says in its comment who may call; the policy decides. Everything of one
// request happens in the one transaction that the door opened for it.
type Service struct {
	store    Store
	units    Units
	routines Routines
	policy   *access.Matrix
	now      func() time.Time
}

// NewService makes the service.
func NewService(s Store, u Units, r Routines, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, u, r, m, now}
}

// View gives one plan as the actor sees it. Staff with need, guardians, the child. Fault: not-found.
func (s *Service) View(ctx context.Context, a access.Actor, p id.Plan) (View, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return View{}, err
	}
	// Whoever may not read items still sees the frame: the zero grant gives no items.
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil && !fault.Is(err, fault.Denied) {
		return View{}, err
	}
	return s.store.ViewPlan(ctx, g, m, p)
}

// List gives a page of the actor's plans, newest first. A zero status means any.
func (s *Service) List(ctx context.Context, a access.Actor, status Status, p page.Page) ([]Row, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListPlans(ctx, g, status, p)
}

// NotedNeed is a need that somebody notes, with what is already known of goals and interventions.
type NotedNeed struct {
	Child  id.Person
	Kind   Kind
	Basis  LegalBasis // zero: by the day (R2)
	Drafts []Draft
}

// Create opens a plan for a child of the actor's cases; the actor's unit leads it and is its first party (R5).
// Faults: not-found for a child without need, invalid values, a kind that the routine in force does not offer.
func (s *Service) Create(ctx context.Context, a access.Actor, n NotedNeed) (View, error) {
	g, err := access.Allow[access.CreatePlan](s.policy, a)
	if err != nil {
		return View{}, err
	}
	if n.Basis.IsZero() {
		n.Basis = BasisOn(a.Today())
	}
	p, lead := s.begin(a, n.Child, n.Kind, n.Basis)
	lead.ContactName = person.NewText(a.Name())
	if err := s.chooseAll(ctx, a, n.Drafts); err != nil {
		return View{}, err
	}
	items, err := firstItems(p.ID, n.Drafts, Author{a.Person(), ByStaff, a.Unit()}, a.Today())
	if err != nil {
		return View{}, err
	}
	name, err := s.store.CreatePlan(ctx, g, p, lead, items)
	// What was just made is the whole view: nobody else knows the plan yet.
	return View{Plan: p, ChildName: name, Parties: []Party{lead}, Items: items}, err
}

// firstItems makes the items of a new plan. A fault points into the list of the item's kind, as the need was sent. There
// is no goal yet that one of them could be part of.
func firstItems(p id.Plan, drafts []Draft, by Author, today civil.Date) ([]Item, error) {
	items := make([]Item, 0, len(drafts))
	count := map[ItemKind]int{}
	for _, d := range drafts {
		i, err := NewItem(p, d, by, today)
		if err == nil {
			err = View{}.checkAim(d)
		}
		if err != nil {
			return nil, fault.Below(fmt.Sprintf("/%ss/%d", d.Kind, count[d.Kind]), err)
		}
		count[d.Kind]++
		items = append(items, i)
	}
	return items, nil
}

// Change changes the frame of a plan that the actor's unit leads. tag is the view's tag that the actor read.
// Faults: not-found, denied for other parties, stale-version, plan-closed, invalid values.
func (s *Service) Change(ctx context.Context, a access.Actor, p id.Plan, tag string, f Frame) (View, error) {
	g, v, err := lead[access.EditPlan](ctx, s, a, p)
	if err != nil {
		return View{}, err
	}
	if v.LeadUnit != a.Unit() {
		return View{}, fault.New(fault.CodeDenied)
	}
	if v.Tag() != tag {
		return View{}, fault.New(fault.CodeStale)
	}
	if err := s.checkFrame(ctx, a, v, f); err != nil {
		return View{}, err
	}
	if err := s.store.ChangePlan(ctx, g, p, func(p *Plan) error {
		if p.Version != v.Version { // somebody was faster between the look and the lock
			return fault.New(fault.CodeStale)
		}
		return p.Apply(f)
	}); err != nil {
		return View{}, seen(err)
	}
	return s.View(ctx, a, p)
}

// checkFrame looks at what a frame points at: a statutory principal (R3), and a party of the plan that calls (R47).
func (s *Service) checkFrame(ctx context.Context, a access.Actor, v View, f Frame) error {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	if !f.OverallResponsible.IsZero() {
		r, err := s.units.FindPrincipal(ctx, o, f.OverallResponsible)
		if err != nil || !r.Kind.IsStatutory() {
			return fault.At(fault.CodeNotResponsible, "/overallResponsibleId", "not-statutory")
		}
	}
	if !f.NextFollowUpUnit.IsZero() && !v.hasParty(f.NextFollowUpUnit) {
		return fault.At(fault.CodeNotAUnit, "/nextFollowUpUnitId", "not-a-party")
	}
	return nil
}

func (v View) hasParty(u id.Unit) bool {
	for _, y := range v.Parties {
		if y.Unit == u && y.State == Accepted {
			return true
		}
	}
	return false
}

// lead cuts the grant for work on the frame of a plan that the actor can see, and gives the view.
func lead[P access.Permission](ctx context.Context, s *Service, a access.Actor, p id.Plan) (access.Grant[P], View, error) {
	g, err := access.Allow[P](s.policy, a)
	if err != nil {
		return g, View{}, err
	}
	v, err := s.View(ctx, a, p)
	return g, v, err
}

// seen turns not-found into denied once the actor has been shown the object: there is nothing left to hide.
func seen(err error) error {
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.CodeDenied)
	}
	return err
}
