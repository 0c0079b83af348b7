package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/phrase"
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
	w := wire.MyPlanDeadline{
		Kind: wire.MyPlanDeadlineKind(d.Kind.String()), State: wire.PlanDeadlineState(d.Progress.String()),
		DueOn: optionalDay(d.Due), DoneOn: optionalDay(d.Done),
	}
	w.TextSv, w.TextEn = deadlineText(phrase.Swedish, w), deadlineText(phrase.English, w)
	return w
}

func deadlineText(l phrase.Language, d wire.MyPlanDeadline) string {
	how := inWords(l, d.State)
	if d.State == wire.PlanDeadlineStateBreached && d.DoneOn != nil {
		how = l.Say("deadline.met-late")
	}
	return l.Say("deadline.says", "{what}", inWords(l, d.Kind), "{how}", how)
}
