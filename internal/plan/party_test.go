package plan_test

import (
	"reflect"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

var invited = plan.Modes.Must("invited")

func call(t *testing.T, mode plan.Mode) plan.Party {
	t.Helper()
	y, err := plan.Call(plan.Plan{ID: id.NewPlan(), Status: plan.Preparing}, id.NewUnit(), id.NewUnit(), mode, today)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

func TestCall(t *testing.T) {
	t.Parallel()
	for _, mode := range plan.Modes.Values() {
		y := call(t, mode)
		if y.State.String() != mode.String() || y.AddedOn != today || y.Version != 1 || y.ID.IsZero() || !y.Contact.IsZero() {
			t.Errorf("%s: got %+v", mode, y)
		}
	}
	for _, s := range plan.Statuses.Values() {
		_, err := plan.Call(plan.Plan{Status: s}, id.NewUnit(), id.NewUnit(), plan.CalledMode, today)
		want := fault.Code{}
		if plan.IsOver(s) {
			want = fault.CodePlanClosed
		}
		wantFault(t, err, want, "")
	}
	_, err := plan.Call(plan.Plan{Status: plan.Noted}, id.NewUnit(), id.NewUnit(), plan.Mode{}, today)
	wantFault(t, err, fault.CodeInvalid, "/mode")
}

func TestAnswerR44(t *testing.T) {
	t.Parallel()
	amir := id.NewPerson()
	for name, c := range map[string]struct {
		mode    plan.Mode
		answer  plan.Answer
		state   plan.PartyState
		contact id.Person
		code    fault.Code
	}{
		"called, comes": {
			mode: plan.CalledMode, answer: plan.Answer{Accept: true, Contact: amir}, state: plan.Accepted, contact: amir,
		},
		"invited, comes": {
			mode: invited, answer: plan.Answer{Accept: true, Contact: amir}, state: plan.Accepted, contact: amir,
		},
		"called, declines and says why (R4)": {
			mode: plan.CalledMode, answer: plan.Answer{Contact: amir, Reason: person.NewText("fel enhet")}, state: plan.PartyDecline,
		},
		"called, declines without reason (R4)": {mode: plan.CalledMode, answer: plan.Answer{Contact: amir}, code: fault.CodeReasonRequired},
		"invited, declines without reason":     {mode: invited, answer: plan.Answer{Contact: amir}, state: plan.PartyDecline},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			y := call(t, c.mode)
			was := y
			pointer := ""
			if c.code != (fault.Code{}) {
				pointer = "/reason"
			}
			err := y.Take(c.answer, today.AddDays(2))
			wantFault(t, err, c.code, pointer)
			if err != nil {
				if !reflect.DeepEqual(y, was) {
					t.Errorf("a refused answer left %+v", y)
				}
				return
			}
			if y.State != c.state || y.Contact != c.contact || !y.Reason.Equal(c.answer.Reason) || y.AnsweredOn != today.AddDays(2) || y.Version != 2 {
				t.Errorf("got %+v", y)
			}
			wantFault(t, y.Take(plan.Answer{Accept: true, Contact: amir}, today), fault.CodeAnswered, "")
		})
	}
}

func TestAnAnswerStandsInEveryState(t *testing.T) {
	t.Parallel()
	for _, mode := range plan.Modes.Values() {
		for _, s := range plan.PartyStates.Values() {
			y := plan.Party{Mode: mode, State: s}
			want := fault.CodeAnswered
			if s.String() == mode.String() {
				want = fault.Code{}
			}
			wantFault(t, y.Take(plan.Answer{Accept: true}, today), want, "")
		}
	}
}

func TestLeave(t *testing.T) {
	t.Parallel()
	lead, why := id.NewUnit(), person.NewText("ärendet är avslutat")
	for _, s := range plan.PartyStates.Values() {
		y := plan.Party{Unit: id.NewUnit(), State: s, Version: 3}
		err := y.Leave(why, lead, nil, today)
		if s != plan.Accepted {
			wantFault(t, err, fault.CodeStatusStep, "")
			continue
		}
		if err != nil || y.State != plan.Left || !y.Reason.Equal(why) || y.LeftOn != today || y.Version != 4 {
			t.Errorf("got %+v, %v", y, err)
		}
	}
	y := plan.Party{Unit: lead, State: plan.Accepted}
	wantFault(t, y.Leave(why, lead, nil, today), fault.CodeStatusStep, "")
	h := holder(plan.Coordinator, 1, today, civil.Date{})
	coordinates := plan.Party{Unit: h.Unit, State: plan.Accepted}
	wantFault(t, coordinates.Leave(why, lead, plan.RoleHolders{h}, today), fault.CodeSuccessor, "")
}
