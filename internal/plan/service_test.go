package plan_test

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
)

func TestCreate(t *testing.T) {
	t.Parallel()
	b := setup(t, "municipality")
	child := id.NewPerson()
	v, err := b.Create(t.Context(), b.karin, plan.NotedNeed{
		Child: child, Kind: plan.SIP, Drafts: []plan.Draft{sound(plan.GoalKind), sound(plan.InterventionKind)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if v.Child != child || v.Status != plan.Noted || v.LeadUnit != b.karin.Unit() || v.LegalBasis != plan.BasisOn(today) || len(v.Items) != 2 {
		t.Errorf("got %+v", v)
	}
	if y := v.Parties[0]; y.Unit != b.karin.Unit() || y.State != plan.Accepted || y.Contact != b.karin.Person() {
		t.Errorf("the leading unit is not the first party (R5): %+v", y)
	}
}

func TestCreatePointsAtTheDraftAtFault(t *testing.T) {
	t.Parallel()
	goal, intervention := sound(plan.GoalKind), sound(plan.InterventionKind)
	late := sound(plan.InterventionKind)
	late.StartsOn, late.EndsOn = today, today.AddDays(-1)
	part, aimed := sound(plan.GoalKind), sound(plan.InterventionKind)
	part.Goal, aimed.Goal = id.NewItem(), id.NewItem()
	for name, c := range map[string]struct {
		drafts  []plan.Draft
		code    fault.Code
		pointer string
	}{
		"the second goal has no words":      {[]plan.Draft{goal, {Kind: plan.GoalKind}, intervention}, fault.CodeInvalid, "/goals/1/text"},
		"the first intervention ends early": {[]plan.Draft{goal, goal, late}, fault.CodeDates, "/interventions/0/endsOn"},
		"the third intervention has no title": {
			[]plan.Draft{intervention, intervention, {Kind: plan.InterventionKind}}, fault.CodeInvalid, "/interventions/2/title",
		},
		"a goal is part of an unknown goal":    {[]plan.Draft{goal, part}, fault.CodeInvalid, "/goals/1/partOfGoalId"},
		"an intervention has an unknown goal":  {[]plan.Draft{goal, aimed}, fault.CodeInvalid, "/interventions/0/goalId"},
		"the first fault counts, in its order": {[]plan.Draft{part, late}, fault.CodeInvalid, "/goals/0/partOfGoalId"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := setup(t, "municipality")
			_, err := b.Create(t.Context(), b.karin, plan.NotedNeed{Child: id.NewPerson(), Kind: plan.SIP, Drafts: c.drafts})
			wantFault(t, err, c.code, c.pointer)
			if len(b.shelf.stored) > 0 {
				t.Error("a part was stored")
			}
		})
	}
}

func TestAddItemPointsOnlyAtGoalsInSight(t *testing.T) {
	t.Parallel()
	b := setup(t, "municipality")
	goal, intervention := b.shelf.view.Items[0].ID, b.shelf.view.Items[1].ID
	for name, c := range map[string]struct {
		kind    plan.ItemKind
		goal    id.Item
		code    fault.Code
		pointer string
	}{
		"intervention for a goal of the plan":  {kind: plan.InterventionKind, goal: goal},
		"goal as part of a goal of the plan":   {kind: plan.GoalKind, goal: goal},
		"intervention for a goal out of sight": {kind: plan.InterventionKind, goal: id.NewItem(), code: fault.CodeInvalid, pointer: "/goalId"},
		"goal as part of one out of sight":     {kind: plan.GoalKind, goal: id.NewItem(), code: fault.CodeInvalid, pointer: "/partOfGoalId"},
		"intervention for an intervention":     {kind: plan.InterventionKind, goal: intervention, code: fault.CodeInvalid, pointer: "/goalId"},
	} {
		d := sound(c.kind)
		d.Goal = c.goal
		before := len(b.shelf.stored)
		_, err := b.AddItem(t.Context(), b.karin, b.plan, d)
		t.Log(name)
		wantFault(t, err, c.code, c.pointer)
		if isStored := len(b.shelf.stored) > before; isStored != (err == nil) {
			t.Errorf("%s: stored %t", name, isStored)
		}
	}
}

func TestStepsPresuppose(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		hasConsent bool
		change     func(*plan.View)
		from, to   plan.Status
		code       fault.Code
		pointer    string
	}{
		"a consent is in force":  {hasConsent: true, from: plan.Consenting, to: plan.Preparing},
		"no consent is in force": {from: plan.Consenting, to: plan.Preparing, code: fault.CodeConsentNeeded},
		"it has been followed up": {
			change: func(v *plan.View) { v.FollowedUpOn = today }, from: plan.Established, to: plan.FollowingUp,
		},
		"nobody has followed it up": {from: plan.Established, to: plan.FollowingUp, code: fault.CodeNotFollowedUp},
		"what is revised is whole":  {from: plan.Revised, to: plan.FollowingUp},
		"what is revised lacks a part (R1)": {
			change: func(v *plan.View) { v.Items = nil }, from: plan.Revised, to: plan.FollowingUp, code: fault.CodePlanIncomplete,
			pointer: "/interventions",
		},
		"not all agree to what is revised": {
			change: func(v *plan.View) { v.Parties[1].Confirmed = false }, from: plan.Revised, to: plan.FollowingUp, code: fault.CodeNotConfirmed,
		},
		"revising presupposes nothing":  {from: plan.FollowingUp, to: plan.Revised},
		"closing is no plain step":      {from: plan.FollowingUp, to: plan.Closed, code: fault.CodeStatusStep, pointer: "/to"},
		"other steps ask for none":      {from: plan.Noted, to: plan.Informed},
		"establishing is no plain step": {hasConsent: true, from: plan.Met, to: plan.Established, code: fault.CodeStatusStep, pointer: "/to"},
		"a leap with consent (R42)":     {hasConsent: true, from: plan.Noted, to: plan.Preparing, code: fault.CodeStatusStep, pointer: "/to"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := setup(t, "municipality")
			b.shelf.hasConsent, b.shelf.view.Status = c.hasConsent, c.from
			if c.change != nil {
				c.change(&b.shelf.view)
			}
			s, err := b.Step(t.Context(), b.karin, plan.Step{Plan: b.plan, To: c.to, On: today})
			wantFault(t, err, c.code, c.pointer)
			if err == nil && (s.From != c.from || s.ID.IsZero() || s.By != b.karin.Person() || len(b.shelf.steps) != 1) {
				t.Errorf("got %+v", s)
			}
			if err != nil && len(b.shelf.steps) > 0 {
				t.Error("a refused step was stored")
			}
		})
	}
}

func TestChangeFrame(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		principal string
		change    func(*plan.Frame, *string)
		code      fault.Code
		pointer   string
	}{
		"as read": {principal: "region"},
		"with a version of yesterday": {
			principal: "region", change: func(_ *plan.Frame, tag *string) { *tag = "1" }, code: fault.CodeStale,
		},
		"an independent school (R3)": {principal: "independent", code: fault.CodeNotResponsible, pointer: "/overallResponsibleId"},
		"nobody is responsible yet": {
			principal: "independent", change: func(f *plan.Frame, _ *string) { f.OverallResponsible = id.Principal{} },
		},
		"a unit outside calls (R47)": {
			principal: "region", change: func(f *plan.Frame, _ *string) { f.NextFollowUpUnit = id.NewUnit() },
			code: fault.CodeNotAUnit, pointer: "/nextFollowUpUnitId",
		},
		"no follow-up is decided": {
			principal: "region",
			change:    func(f *plan.Frame, _ *string) { f.NextFollowUpUnit, f.NextFollowUpOn = id.Unit{}, civil.Date{} },
		},
		"the child took part, with remarks": {
			principal: "both", change: func(f *plan.Frame, _ *string) { f.NoOtherActors = true },
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := setup(t, c.principal)
			v := b.shelf.view
			f := plan.Frame{OverallResponsible: v.OverallResponsible, NextFollowUpOn: today.AddDays(30), NextFollowUpUnit: v.Parties[1].Unit}
			tag := v.Tag()
			if c.change != nil {
				c.change(&f, &tag)
			}
			got, err := b.Change(t.Context(), b.karin, b.plan, tag, f)
			wantFault(t, err, c.code, c.pointer)
			if err == nil && got.Tag() == v.Tag() {
				t.Error("the tag did not change")
			}
			if err != nil && b.shelf.view.Version != v.Version {
				t.Error("a refused change was stored")
			}
		})
	}
}

func TestAPlanOutOfReachIsNotFound(t *testing.T) {
	t.Parallel()
	b := setup(t, "municipality")
	_, err := b.Step(t.Context(), b.karin, plan.Step{Plan: id.NewPlan(), To: plan.Informed, On: today})
	wantFault(t, err, fault.CodeNotFound, "")
	bea := access.NewStaff(id.NewPerson(), "Bea", access.Post{Assignment: id.NewAssignment(), Role: access.DPO, Unit: id.NewUnit()}, today, id.NewRequest())
	_, err = b.View(t.Context(), bea, b.plan)
	wantFault(t, err, fault.CodeDenied, "")
}
