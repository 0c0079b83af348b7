package plan_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
	"samplan/internal/routine"
)

func TestBasisOnR2(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]string{
		"2024-02-29": "sol-2001-453-2-7", "2025-06-30": "sol-2001-453-2-7", "2025-07-01": "sol-2025-400-10-8", "2026-03-02": "sol-2025-400-10-8",
	} {
		if got := plan.BasisOn(civil.MustParse(day)).String(); got != want {
			t.Errorf("%s: want %s got %s", day, want, got)
		}
	}
}

func TestApplyFrame(t *testing.T) {
	t.Parallel()
	f := plan.Frame{
		OverallResponsible: id.NewPrincipal(), NoOtherActors: true, ChildParticipation: plan.Participations.Must("represented"),
		NextFollowUpOn: today, NextFollowUpUnit: id.NewUnit(),
	}
	for _, s := range plan.Statuses.Values() {
		p := plan.Plan{ID: id.NewPlan(), Status: s, Version: 2}
		want, code := p, fault.CodePlanClosed
		if !plan.IsOver(s) {
			code = fault.Code{}
			want.OverallResponsible, want.NoOtherActors = f.OverallResponsible, f.NoOtherActors
			want.ChildParticipation = f.ChildParticipation
			want.NextFollowUpOn, want.NextFollowUpUnit, want.Version = f.NextFollowUpOn, f.NextFollowUpUnit, 3
		}
		wantFault(t, p.Apply(f), code, "")
		if p != want {
			t.Errorf("%s: want %+v got %+v", s, want, p)
		}
	}
}

// TestApplyR47KeepsAnEstablishedPlanWhole takes each part that the law asked for away again.
func TestApplyR47KeepsAnEstablishedPlanWhole(t *testing.T) {
	t.Parallel()
	whole := plan.Frame{
		OverallResponsible: id.NewPrincipal(), ChildParticipation: plan.Participations.Must("represented"),
		NextFollowUpOn: today, NextFollowUpUnit: id.NewUnit(),
	}
	for pointer, without := range map[string]func(*plan.Frame){
		"/overallResponsibleId": func(f *plan.Frame) { f.OverallResponsible = id.Principal{} },
		"/childParticipation":   func(f *plan.Frame) { f.ChildParticipation = plan.Participation{} },
		"/nextFollowUpOn":       func(f *plan.Frame) { f.NextFollowUpOn = civil.Date{} },
		"/nextFollowUpUnitId":   func(f *plan.Frame) { f.NextFollowUpUnit = id.Unit{} },
	} {
		f := whole
		without(&f)
		for _, stands := range []plan.Status{plan.Established, plan.FollowingUp, plan.Revised} {
			set := plan.Plan{Status: stands}
			wantFault(t, set.Apply(f), fault.CodePlanIncomplete, pointer)
		}
		met := plan.Plan{Status: plan.Met}
		wantFault(t, met.Apply(f), fault.Code{}, "")
	}
}

// TestR45OnlyWhatTheRoutineOffers: a Barnets plan begins where the profile has it, and nowhere else.
func TestR45OnlyWhatTheRoutineOffers(t *testing.T) {
	t.Parallel()
	sip, childs := plan.Plan{Kind: plan.SIP}, plan.Plan{Kind: plan.BarnetsPlan}
	national, region := routine.Profile{PlanKinds: []string{"sip"}}, routine.Profile{PlanKinds: []string{"barnets-plan", "sip"}}
	wantFault(t, sip.OfferedBy(&national), fault.Code{}, "")
	wantFault(t, childs.OfferedBy(&region), fault.Code{}, "")
	wantFault(t, childs.OfferedBy(&national), fault.CodeInvalid, "/kind")
}
