package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func newStep(p id.Plan, b wire.NewStatusChange) (plan.Step, error) {
	var r reading
	s := plan.Step{
		Plan: p, To: word(&r, plan.Statuses, &b.To, "/to"), On: civil.FromUTC(b.On.Time), Reason: hide(b.Reason), RefusedBy: hide(b.Role),
		DeclinedBy: word(&r, plan.Decliners, b.DeclinedBy, "/declinedBy"),
	}
	return s, r.err()
}

func statusChange(s plan.Step) wire.StatusChange {
	return wire.StatusChange{
		Id: s.ID.UUID(), PlanId: s.Plan.UUID(), From: wire.PlanStatus(s.From.String()), To: wire.PlanStatus(s.To.String()),
		On: day(s.On), DeclinedBy: optional(wire.Decliner(s.DeclinedBy.String())), Role: reveal(s.RefusedBy), Reason: reveal(s.Reason),
	}
}

func myStatusChange(s plan.Step) wire.MyStatusChange {
	w := wire.MyStatusChange{From: wire.PlanStatus(s.From.String()), To: wire.PlanStatus(s.To.String()), On: day(s.On)}
	if !s.Reason.IsZero() {
		w.Refusal = &wire.MyRefusal{Role: s.RefusedBy.Reveal(), Reason: s.Reason.Reveal()}
	}
	return w
}

func statutoryCheck(missing []fault.Field) wire.StatutoryCheck {
	return wire.StatutoryCheck{Complete: len(missing) == 0, Missings: each(missing, missingPart)}
}

func missingPart(f fault.Field) wire.Missing { return wire.Missing{Pointer: f.Pointer, Code: f.Code} }

func confirmation(c plan.Confirmation) wire.Confirmation {
	return wire.Confirmation{Id: c.ID.UUID(), PlanId: c.Plan.UUID(), PartyId: c.Party.UUID(), ConfirmedOn: day(c.ConfirmedOn)}
}
