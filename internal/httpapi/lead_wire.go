package httpapi

import (
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) leadOffer(o plan.LeadOffer) wire.LeadOffer {
	return wire.LeadOffer{
		Id: o.ID.UUID(), PlanId: o.Plan.UUID(), ChildName: r.listed(o.Name, o.Child), FromUnit: r.unit(o.From), ToUnit: r.unit(o.To),
		State: wire.TransferState(o.State.String()), OfferedOn: day(o.OfferedOn), AnsweredOn: optionalDay(o.AnsweredOn), Reason: reveal(o.Reason),
	}
}

func (r reader) planLead(l plan.LeadTerm) wire.PlanLead {
	return wire.PlanLead{Unit: r.unit(l.Unit), StartsOn: day(l.From), EndsOn: optionalDay(l.To)}
}

func (r reader) myPlanLead(l plan.LeadTerm) wire.MyPlanLead {
	return wire.MyPlanLead{Unit: r.unit(l.Unit).Name, StartsOn: day(l.From), EndsOn: optionalDay(l.To)}
}
