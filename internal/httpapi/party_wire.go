package httpapi

import (
	"strconv"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) party(y plan.Party) wire.Party {
	return wire.Party{
		Id: y.ID.UUID(), Unit: r.unit(y.Unit), Own: r.isOwn(y.Unit), Mode: wire.PartyMode(y.Mode.String()),
		State: wire.PartyState(y.State.String()), ContactName: reveal(y.ContactName), Confirmed: y.Confirmed,
		AddedOn: day(y.AddedOn), AnsweredOn: optionalDay(y.AnsweredOn), LeftOn: optionalDay(y.LeftOn),
	}
}

func partyTag(y plan.Party) string { return etag(strconv.Itoa(y.Version)) }

func (r reader) invitation(v plan.Invitation) wire.Invitation {
	return wire.Invitation{
		PartyId: v.Party.UUID(), PlanId: v.Plan.UUID(), ChildName: r.listed(v.Name, v.Child), Kind: wire.PlanKind(v.Kind.String()),
		Mode: wire.PartyMode(v.Mode.String()), FromUnit: r.unit(v.From), AddedOn: day(v.AddedOn),
	}
}

func partyAnswer(b wire.NewPartyAnswer) plan.Answer {
	return plan.Answer{
		Accept: b.Answer == wire.PartyAnswerAccepted, Contact: id.PersonOf(given(b.ContactPersonId)), Reason: hide(b.Reason),
	}
}
