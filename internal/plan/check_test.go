package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/plan"
)

var municipality = org.PrincipalKindNamed("municipality")

// whole is a plan that lacks nothing of what the law asks.
func whole() plan.View {
	lead := id.NewUnit()
	return plan.View{
		Plan: plan.Plan{
			ID: id.NewPlan(), Status: plan.Met, LeadUnit: lead, OverallResponsible: id.NewPrincipal(), NoOtherActors: true,
			ChildParticipation: plan.Participations.Must("present"), NextFollowUpOn: today.AddDays(90), NextFollowUpUnit: lead,
			CreatedOn: today.AddDays(-30), Version: 4,
		},
		Items: []plan.Item{{ID: id.NewItem(), Kind: plan.GoalKind, Version: 1}, {ID: id.NewItem(), Kind: plan.InterventionKind, Version: 1}},
		Parties: []plan.Party{
			{ID: id.NewParty(), Unit: lead, State: plan.Accepted, Version: 1},
			{ID: id.NewParty(), Unit: id.NewUnit(), State: plan.Accepted, Confirmed: true, Version: 1},
		},
	}
}

func outside(v *plan.View) {
	v.Items = append(v.Items, plan.Item{ID: id.NewItem(), Kind: plan.InterventionKind, Words: plan.Words{OutsideActor: person.NewText("Fältklubben")}})
}

func lacks(pointer, code string) []fault.Field { return []fault.Field{{Pointer: pointer, Code: code}} }

// lack is what is missing of a whole plan that differs in one thing.
type lack struct {
	change      func(*plan.View)
	responsible org.PrincipalKind
	want        []fault.Field
}

func wantMissing(t *testing.T, cases map[string]lack) {
	t.Helper()
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := whole()
			if c.change != nil {
				c.change(&v)
			}
			if diff := cmp.Diff(c.want, plan.Missing(v, c.responsible, today)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestStatutoryPartsR1(t *testing.T) {
	t.Parallel()
	wantMissing(t, map[string]lack{
		"nothing is missing": {responsible: municipality},
		"others act, none is denied (R1)": {
			change: func(v *plan.View) { v.NoOtherActors = false; outside(v) }, responsible: municipality,
		},
		"no intervention (R1)": {
			change: func(v *plan.View) { v.Items = v.Items[:1] }, responsible: municipality,
			want: lacks("/interventions", "required"),
		},
		"only others act (R1)": {
			change: func(v *plan.View) { v.Items, v.NoOtherActors = nil, false; outside(v) }, responsible: municipality,
			want: lacks("/interventions", "required"),
		},
		"nobody else acts, and somebody does (R1)": {
			change: outside, responsible: municipality,
			want: lacks("/noOtherActors", "contradicts-interventions"),
		},
		"nothing is told of others (R1)": {
			change: func(v *plan.View) { v.NoOtherActors = false }, responsible: municipality,
			want: lacks("/noOtherActors", "state-or-add"),
		},
	})
}

func TestOverallResponsibilityR1R3(t *testing.T) {
	t.Parallel()
	wantMissing(t, map[string]lack{
		"a region may be responsible (R3)":    {responsible: org.PrincipalKindNamed("region")},
		"both in one may be responsible (R3)": {responsible: org.PrincipalKindNamed("both")},
		"nobody is overall responsible (R1)": {
			change: func(v *plan.View) { v.OverallResponsible = id.Principal{} }, want: lacks("/overallResponsible", "required"),
		},
		"an independent school is responsible (R3)": {
			responsible: org.PrincipalKindNamed("independent"), want: lacks("/overallResponsible", "not-statutory"),
		},
	})
}

func TestParticipationAndFollowUpR8R47(t *testing.T) {
	t.Parallel()
	wantMissing(t, map[string]lack{
		"nothing is told of the child's part (R8)": {
			change: func(v *plan.View) { v.ChildParticipation = plan.Participation{} }, responsible: municipality,
			want: lacks("/childParticipation", "required"),
		},
		"the child was too young, and so it says (R8)": {
			change: func(v *plan.View) { v.ChildParticipation = plan.Participations.Must("too-young") }, responsible: municipality,
		},
		"no day of follow-up (R47)": {
			change: func(v *plan.View) { v.NextFollowUpOn = civil.Date{} }, responsible: municipality,
			want: lacks("/nextFollowUpOn", "required"),
		},
		"the day of follow-up has come (R47)": {
			change: func(v *plan.View) { v.NextFollowUpOn = today }, responsible: municipality,
			want: lacks("/nextFollowUpOn", "required"),
		},
		"follow-up tomorrow (R47)": {
			change: func(v *plan.View) { v.NextFollowUpOn = today.AddDays(1) }, responsible: municipality,
		},
		"nobody calls to the follow-up (R47)": {
			change: func(v *plan.View) { v.NextFollowUpUnit = id.Unit{} }, responsible: municipality,
			want: lacks("/nextFollowUpUnit", "required"),
		},
	})
}

func TestAnEmptyPlanLacksEverything(t *testing.T) {
	t.Parallel()
	want := []fault.Field{
		{Pointer: "/interventions", Code: "required"},
		{Pointer: "/noOtherActors", Code: "state-or-add"},
		{Pointer: "/overallResponsible", Code: "required"},
		{Pointer: "/childParticipation", Code: "required"},
		{Pointer: "/nextFollowUpOn", Code: "required"},
		{Pointer: "/nextFollowUpUnit", Code: "required"},
	}
	if diff := cmp.Diff(want, plan.Missing(plan.View{}, org.PrincipalKind{}, today)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestEstablish goes through the service, which looks at the plan under its lock.
func TestEstablish(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change  func(*plan.View)
		on      civil.Date
		code    fault.Code
		pointer string
	}{
		"a whole and confirmed plan": {on: today},
		"dated back to the meeting":  {on: today.AddDays(-5)},
		"before its meeting (R42)":   {change: func(v *plan.View) { v.Status = plan.Called }, on: today, code: fault.CodeStatusStep},
		"twice (R42)":                {change: func(v *plan.View) { v.Status = plan.Established }, on: today, code: fault.CodeStatusStep},
		"again when revised (R42)":   {change: func(v *plan.View) { v.Status = plan.Revised }, on: today, code: fault.CodeStatusStep},
		"after it ended (R42)":       {change: func(v *plan.View) { v.Status = plan.Declined }, on: today, code: fault.CodeStatusStep},
		"tomorrow":                   {on: today.AddDays(1), code: fault.CodeDates, pointer: "/on"},
		"before it was noted":        {on: today.AddDays(-31), code: fault.CodeDates, pointer: "/on"},
		"with a part missing (R1)": {
			change: func(v *plan.View) { v.Items = nil }, on: today, code: fault.CodePlanIncomplete, pointer: "/interventions",
		},
		"with a party that has not agreed": {
			change: func(v *plan.View) { v.Parties[1].Confirmed = false }, on: today, code: fault.CodeNotConfirmed,
		},
		"a party that left is not asked": {
			change: func(v *plan.View) { v.Parties[1].Confirmed, v.Parties[1].State = false, plan.Left }, on: today,
		},
		"a party that declined is no party": {
			change: func(v *plan.View) { v.Parties[1].Confirmed, v.Parties[1].State = false, plan.PartyDecline }, on: today,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := setup(t, "municipality")
			if c.change != nil {
				c.change(&b.shelf.view)
			}
			want := b.shelf.view.Plan
			_, err := b.Establish(t.Context(), b.karin, b.plan, c.on)
			wantFault(t, err, c.code, c.pointer)
			if c.code == (fault.Code{}) {
				want.Status, want.EstablishedOn, want.Version = plan.Established, c.on, want.Version+1
			}
			if got := b.shelf.view.Plan; got != want {
				t.Errorf("want %+v got %+v", want, got)
			}
		})
	}
}
