package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// OfferLead asks another party to lead a plan.
func (a *API) OfferLead(ctx context.Context, q wire.OfferLeadRequestObject) (wire.OfferLeadResponseObject, error) {
	o, err := a.Plans.OfferLead(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), id.UnitOf(q.Body.UnitId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.OfferLead201JSONResponse{
		Body: r.leadOffer(o), Headers: wire.OfferLead201ResponseHeaders{ETag: etag(o.Tag()), Location: "/v1/lead-offers"},
	}, nil
}

// ListLeadOffers lists the leads that the own unit offers, and those that it is asked to take over.
func (a *API) ListLeadOffers(ctx context.Context, q wire.ListLeadOffersRequestObject) (wire.ListLeadOffersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.LeadOffers(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListLeadOffers200JSONResponse{Body: wire.LeadOfferList{
		LeadOffers: each(rows, r.leadOffer), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AnswerLeadOffer takes the lead of a plan over for the own unit, or declines.
func (a *API) AnswerLeadOffer(ctx context.Context, q wire.AnswerLeadOfferRequestObject) (wire.AnswerLeadOfferResponseObject, error) {
	o, err := a.Plans.AnswerLeadOffer(ctx, actorFrom(ctx), id.LeadOfferOf(q.LeadOfferId), handOverAnswer(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerLeadOffer200JSONResponse{Body: r.leadOffer(o), Headers: wire.AnswerLeadOffer200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}

// WithdrawLeadOffer takes the question back.
func (a *API) WithdrawLeadOffer(ctx context.Context, q wire.WithdrawLeadOfferRequestObject) (wire.WithdrawLeadOfferResponseObject, error) {
	o, err := a.Plans.WithdrawLeadOffer(ctx, actorFrom(ctx), id.LeadOfferOf(q.LeadOfferId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.WithdrawLeadOffer200JSONResponse{Body: r.leadOffer(o), Headers: wire.WithdrawLeadOffer200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}
