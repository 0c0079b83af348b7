package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// OfferIntervention asks another party to take an intervention over.
func (a *API) OfferIntervention(ctx context.Context, q wire.OfferInterventionRequestObject) (wire.OfferInterventionResponseObject, error) {
	o, err := a.Plans.OfferIntervention(ctx, actorFrom(ctx), id.ItemOf(q.InterventionId), id.UnitOf(q.Body.UnitId), civil.FromUTC(q.Body.StartsOn.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.OfferIntervention201JSONResponse{
		Body: r.interventionOffer(o), Headers: wire.OfferIntervention201ResponseHeaders{ETag: etag(o.Tag()), Location: "/v1/intervention-offers"},
	}, nil
}

// ListInterventionOffers lists the interventions that the own unit offers, and those that it is asked to take over.
func (a *API) ListInterventionOffers(ctx context.Context, q wire.ListInterventionOffersRequestObject) (wire.ListInterventionOffersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.InterventionOffers(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListInterventionOffers200JSONResponse{Body: wire.InterventionOfferList{
		InterventionOffers: each(rows, r.interventionOffer), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AnswerInterventionOffer takes an intervention over for the own unit, or declines.
func (a *API) AnswerInterventionOffer(ctx context.Context, q wire.AnswerInterventionOfferRequestObject) (wire.AnswerInterventionOfferResponseObject, error) {
	o, err := a.Plans.AnswerInterventionOffer(ctx, actorFrom(ctx), id.InterventionOfferOf(q.InterventionOfferId), interventionAnswer(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerInterventionOffer200JSONResponse{
		Body: r.interventionOffer(o), Headers: wire.AnswerInterventionOffer200ResponseHeaders{ETag: etag(o.Tag())},
	}, nil
}

// WithdrawInterventionOffer takes the question back.
func (a *API) WithdrawInterventionOffer(ctx context.Context, q wire.WithdrawInterventionOfferRequestObject) (wire.WithdrawInterventionOfferResponseObject, error) {
	o, err := a.Plans.WithdrawInterventionOffer(ctx, actorFrom(ctx), id.InterventionOfferOf(q.InterventionOfferId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.WithdrawInterventionOffer200JSONResponse{
		Body: r.interventionOffer(o), Headers: wire.WithdrawInterventionOffer200ResponseHeaders{ETag: etag(o.Tag())},
	}, nil
}

func (r reader) interventionOffer(o plan.InterventionOffer) wire.InterventionOffer {
	return wire.InterventionOffer{
		Id: o.ID.UUID(), PlanId: o.Plan.UUID(), ChildName: r.listed(o.Name, o.Child), InterventionId: o.Item.UUID(),
		FromUnit: r.unit(o.From), ToUnit: r.unit(o.To), StartsOn: day(o.StartsOn), State: wire.TransferState(o.State.String()),
		OfferedOn: day(o.OfferedOn), AnsweredOn: optionalDay(o.AnsweredOn), Reason: reveal(o.Reason), NewInterventionId: optionalID(o.Began),
	}
}

func interventionAnswer(b wire.NewInterventionAnswer) plan.Answer {
	return plan.Answer{
		Accept: b.Answer == wire.PartyAnswerAccepted, Contact: id.PersonOf(given(b.ContactPersonId)), Reason: hide(b.Reason),
	}
}
