package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/routine"

	"samplan/internal/httpapi/wire"
)

// planWords shows of a version what people read in a plan.
func planWords(v *routine.Version) wire.PlanWords {
	return wire.PlanWords{
		Terms: routineTerms(&v.Profile), Wheel: routineWords(v.Profile.Wheel.Names),
		Areas: each(v.Profile.Wheel.Areas, func(a routine.Area) wire.RoutineCode {
			return wire.RoutineCode{Code: a.Code, Names: routineWords(a.Names)}
		}),
	}
}

func coordinatorSuggestion(s plan.Suggestion) wire.CoordinatorSuggestion {
	w := wire.CoordinatorSuggestion{Candidates: each(s.Candidates, coordinatorCandidate)}
	if len(s.Candidates) > 0 {
		w.Source = new(routineSource(s.Source))
	}
	if s.Age >= 0 {
		w.Age = &s.Age
	}
	return w
}

func coordinatorCandidate(c plan.Candidate) wire.CoordinatorCandidate {
	w := wire.CoordinatorCandidate{
		Role: routineCode(c.Role), OutsideSchool: c.OutsideSchool, UnitClasses: each(c.Classes, secrecyClass),
		UnitIds: each(c.Units, id.Unit.UUID),
	}
	if c.Until != "" {
		w.FromAge, w.UntilAge, w.Until = &c.FromAge, &c.UntilAge, new(wire.CoordinatorCandidateUntil(c.Until))
	}
	return w
}

func planDeadline(d plan.Deadline) wire.PlanDeadline {
	w := wire.PlanDeadline{
		Kind: wire.RoutineDeadlineKind(d.Kind.String()), State: wire.PlanDeadlineState(d.Progress.String()),
		CountsFrom: optionalDay(d.From), DueOn: optionalDay(d.Due), DoneOn: optionalDay(d.Done), Reason: reveal(d.Reason),
	}
	if !d.Call.IsZero() {
		w.CallId = new(d.Call.UUID())
	}
	if !d.Addressee.IsZero() {
		w.AddresseeId = new(d.Addressee.UUID())
	}
	return w
}

func newDeadlineReason(p id.Plan, b wire.NewDeadlineReason) (plan.DeadlineReason, error) {
	var r reading
	return plan.DeadlineReason{Plan: p, Kind: word(&r, routine.Kinds, &b.Deadline, "/deadline"), Text: person.NewText(b.Reason)}, r.err()
}

func deadlineReason(r plan.DeadlineReason) wire.DeadlineReason {
	return wire.DeadlineReason{
		PlanId: r.Plan.UUID(), Deadline: wire.PlanDeadlineKind(r.Kind.String()), CountsFrom: day(r.From), Reason: r.Text.Reveal(), GivenOn: day(r.On),
	}
}

// myPlanDeadline says it in plain words, without what it is counted from and without anybody's reasons.
func myPlanDeadline(d plan.Deadline) wire.MyPlanDeadline {
	what, how := deadlineWords[d.Kind], progressWords[d.Progress.String()]
	if d.Progress.String() == "breached" && !d.Done.IsZero() {
		how = said{"Det har hänt, men för sent.", "It has happened, but too late."}
	}
	return wire.MyPlanDeadline{
		Kind: wire.MyPlanDeadlineKind(d.Kind.String()), State: wire.PlanDeadlineState(d.Progress.String()),
		TextSv: what.swedish + " " + how.swedish, TextEn: what.english + " " + how.english, DueOn: optionalDay(d.Due), DoneOn: optionalDay(d.Done),
	}
}

var (
	deadlineWords = map[routine.Kind]said{
		routine.MeetingHeld: {"Ett möte ska ha hållits.", "A meeting is to have been held."},
		routine.FollowUp:    {"Planen ska ha följts upp.", "The plan is to have been followed up."},
	}
	progressWords = map[string]said{
		"not-begun": {"Tiden har inte börjat räknas.", "The time has not begun to count."},
		"running":   {"Det finns tid kvar.", "There is time left."},
		"due-soon":  {"Det ska ske snart.", "It is to happen soon."},
		"met":       {"Det har hänt, i tid.", "It has happened, in time."},
		"breached":  {"Det har inte hänt, fast dagen har gått.", "It has not happened, though the day has passed."},
	}
)
