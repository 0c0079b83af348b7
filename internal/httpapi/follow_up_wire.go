package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// newFollowUp reads a follow-up: the next one has both a day and a unit that calls, or there is none (R47).
func newFollowUp(p id.Plan, b wire.NewFollowUp) (plan.FollowUp, error) {
	var r reading
	f := plan.FollowUp{
		Plan: p, HeldOn: civil.FromUTC(b.On.Time), Participation: word(&r, plan.Participations, &b.ChildParticipation, "/childParticipation"),
		NextOn: civilDay(b.NextFollowUpOn), NextUnit: id.UnitOf(given(b.NextFollowUpUnitId)),
	}
	switch err := r.err(); {
	case err != nil:
		return f, err
	case f.NextOn.IsZero() && !f.NextUnit.IsZero():
		return f, fault.At(fault.CodeInvalid, "/nextFollowUpOn", "required")
	case !f.NextOn.IsZero() && f.NextUnit.IsZero():
		return f, fault.At(fault.CodeInvalid, "/nextFollowUpUnitId", "required")
	}
	return f, nil
}

func followUp(f plan.FollowUp) wire.FollowUp {
	return wire.FollowUp{
		On: day(f.HeldOn), ChildParticipation: wire.ChildParticipation(f.Participation.String()), NextFollowUpOn: optionalDay(f.NextOn),
		ToClose: f.NextOn.IsZero(),
	}
}

func (r reader) planReminder(v plan.Reminder) wire.PlanReminder {
	return wire.PlanReminder{
		PlanId: v.ID.UUID(), ChildId: v.Child.UUID(), ChildName: r.listed(v.Name, v.Child), DueOn: day(v.DueOn), Overdue: v.IsOverdue,
	}
}

func newClosure(p id.Plan, b wire.NewClosure) (plan.Step, plan.Draft, error) {
	var r reading
	whole := plan.Draft{
		Kind: plan.PlanEvaluation, Visibility: word(&r, plan.Visibilities, &b.Visibility, "/visibility"),
		Words: plan.Words{Body: person.NewText(b.Evaluation)},
	}
	return plan.Step{Plan: p, On: civil.FromUTC(b.On.Time), Reason: person.NewText(b.Reason)}, whole, r.err()
}
