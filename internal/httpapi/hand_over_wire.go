package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// handOver shows a hand-over. Its reason is that of a no; why the plan was handed over stays where it was written.
func (r reader) handOver(h plan.HandOver) wire.HandOver {
	return wire.HandOver{
		Id: h.ID.UUID(), ChildName: r.listed(h.Name, h.Child), Kind: wire.PlanKind(h.Kind.String()), FromUnit: r.unit(h.From), ToUnit: r.unit(h.To),
		State: wire.HandOverState(h.State.String()), OfferedOn: day(h.OfferedOn), AnsweredOn: optionalDay(h.AnsweredOn),
		Reason: reveal(h.AnswerReason), PlanId: optionalID(h.Began),
	}
}

func handOverAnswer(b wire.NewHandOverAnswer) plan.Answer {
	return plan.Answer{
		Accept: b.Answer == wire.PartyAnswerAccepted, Contact: id.PersonOf(given(b.ContactPersonId)), Reason: hide(b.Reason),
	}
}
