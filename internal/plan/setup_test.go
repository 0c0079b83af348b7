package plan_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/plan"
)

// shelf is a store that holds one view. What a test does not expect to be called is nil and panics.
type shelf struct {
	plan.Store
	view       plan.View
	hasConsent bool
	stored     []plan.Item
	steps      []plan.Step
}

func (s *shelf) ViewPlan(_ context.Context, _ access.Grant[access.ReadPlan], _ access.Grant[access.ReadItem], p id.Plan) (plan.View, error) {
	if p != s.view.ID {
		return plan.View{}, fault.New(fault.CodeNotFound)
	}
	return s.view, nil
}

func (s *shelf) CreatePlan(_ context.Context, _ access.Grant[access.CreatePlan], p plan.Plan, lead plan.Party, items []plan.Item) (plan.ChildName, error) {
	s.view, s.stored = plan.View{Plan: p, Parties: []plan.Party{lead}, Items: items}, items
	return plan.ChildName{}, nil
}

func (s *shelf) AddItem(_ context.Context, _ access.Grant[access.AddItem], i plan.Item) error {
	s.stored = append(s.stored, i)
	return nil
}

func (s *shelf) HasPlanConsent(context.Context, access.Grant[access.StepPlan], id.Plan) (bool, error) {
	return s.hasConsent, nil
}

func (s *shelf) StepPlan(_ context.Context, _ access.Grant[access.StepPlan], step *plan.Step, do func(*plan.Plan) error) error {
	if err := do(&s.view.Plan); err != nil {
		return err
	}
	s.steps = append(s.steps, *step)
	return nil
}

func (s *shelf) EstablishPlan(_ context.Context, _ access.Grant[access.EstablishPlan], step *plan.Step, do func(*plan.Plan) error) error {
	if err := do(&s.view.Plan); err != nil {
		return err
	}
	s.steps = append(s.steps, *step)
	return nil
}

func (s *shelf) ChangePlan(_ context.Context, _ access.Grant[access.EditPlan], _ id.Plan, do func(*plan.Plan) error) error {
	return do(&s.view.Plan)
}

// register is an organisation of one principal.
type register struct {
	plan.Units
	kind org.PrincipalKind
}

func (r register) FindPrincipal(_ context.Context, _ access.Grant[access.ReadOrg], p id.Principal) (org.Principal, error) {
	return org.Principal{ID: p, Kind: r.kind}, nil
}

// bundle is a service with its shelf, and Karin, who works where the plan is led.
type bundle struct {
	*plan.Service
	shelf *shelf
	karin access.Actor
	plan  id.Plan
}

// loadPolicy reads the policy once: it never changes, and evaluating it takes a fifth of a second.
var loadPolicy = sync.OnceValues(access.Load)

func setup(t *testing.T, kind string) bundle {
	t.Helper()
	policy, err := loadPolicy()
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{view: whole()}
	post := access.Post{Assignment: id.NewAssignment(), Role: access.Caseworker, Unit: s.view.LeadUnit}
	return bundle{
		plan.NewService(s, register{kind: org.PrincipalKindNamed(kind)}, nil, policy, time.Now), s,
		access.NewStaff(id.NewPerson(), "Karin", post, today, id.NewRequest()), s.view.ID,
	}
}
