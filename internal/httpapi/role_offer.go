package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// OfferRole asks another party to take a role over.
func (a *API) OfferRole(ctx context.Context, q wire.OfferRoleRequestObject) (wire.OfferRoleResponseObject, error) {
	var read reading
	role := word(&read, plan.Roles, &q.Body.Role, "/role")
	if err := read.err(); err != nil {
		return nil, err
	}
	o, err := a.Plans.OfferRole(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), id.UnitOf(q.Body.UnitId), role, civil.FromUTC(q.Body.StartsOn.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.OfferRole201JSONResponse{
		Body: r.roleOffer(o), Headers: wire.OfferRole201ResponseHeaders{ETag: etag(o.Tag()), Location: "/v1/role-offers"},
	}, nil
}

// ListRoleOffers lists the roles that the own unit is asked to take over, and those that the caller has offered.
func (a *API) ListRoleOffers(ctx context.Context, q wire.ListRoleOffersRequestObject) (wire.ListRoleOffersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.RoleOffers(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListRoleOffers200JSONResponse{Body: wire.RoleOfferList{
		RoleOffers: each(rows, r.roleOffer), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AnswerRoleOffer takes a role over for the own unit, or declines.
func (a *API) AnswerRoleOffer(ctx context.Context, q wire.AnswerRoleOfferRequestObject) (wire.AnswerRoleOfferResponseObject, error) {
	o, err := a.Plans.AnswerRoleOffer(ctx, actorFrom(ctx), id.RoleOfferOf(q.RoleOfferId), roleAnswer(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerRoleOffer200JSONResponse{Body: r.roleOffer(o), Headers: wire.AnswerRoleOffer200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}
