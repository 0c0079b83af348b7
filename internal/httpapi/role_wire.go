package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) roleHolder(h plan.RoleHolder) wire.RoleHolder {
	return wire.RoleHolder{
		Id: h.ID.UUID(), Role: wire.PlanRole(h.Role.String()), Unit: r.unit(h.Unit), PersonName: h.PersonName.Reveal(),
		StartsOn: day(h.From), EndsOn: optionalDay(h.To), StandsInForId: optionalID(h.StandsInFor),
	}
}

func (r reader) myRoleHolder(h plan.RoleHolder) wire.MyRoleHolder {
	return wire.MyRoleHolder{
		Role: wire.PlanRole(h.Role.String()), Unit: r.unit(h.Unit).Name, PersonName: h.PersonName.Reveal(), Substitute: !h.StandsInFor.IsZero(),
		StartsOn: day(h.From), EndsOn: optionalDay(h.To),
	}
}

func (r reader) roleOffer(o plan.RoleOffer) wire.RoleOffer {
	return wire.RoleOffer{
		Id: o.ID.UUID(), PlanId: o.Plan.UUID(), ChildName: r.listed(o.Name, o.Child), Role: wire.PlanRole(o.Role.String()),
		FromUnit: r.unit(o.From), ToUnit: r.unit(o.To), StartsOn: day(o.StartsOn), State: wire.HandOverState(o.State.String()),
		OfferedOn: day(o.OfferedOn), AnsweredOn: optionalDay(o.AnsweredOn), Reason: reveal(o.Reason),
	}
}

func roleAnswer(b wire.NewRoleAnswer) plan.Answer {
	return plan.Answer{
		Accept: b.Answer == wire.PartyAnswerAccepted, Contact: id.PersonOf(given(b.ContactPersonId)), Reason: hide(b.Reason),
	}
}
