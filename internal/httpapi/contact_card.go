package httpapi

import (
	"context"

	"samplan/internal/card"
	"samplan/internal/id"
	"samplan/internal/page"

	"samplan/internal/httpapi/wire"
)

func cardAt(c id.ContactCard) string { return "/v1/contact-cards/" + c.String() }

// ListContactCards lists how units are reached.
func (a *API) ListContactCards(ctx context.Context, q wire.ListContactCardsRequestObject) (wire.ListContactCardsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Cards.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	list, err := a.contactCards(ctx, p, rows, total)
	return wire.ListContactCards200JSONResponse{Body: list}, err
}

// ListUnitContactCards lists how a unit is and was reached.
func (a *API) ListUnitContactCards(ctx context.Context, q wire.ListUnitContactCardsRequestObject) (wire.ListUnitContactCardsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Cards.ListOf(ctx, actorFrom(ctx), id.UnitOf(q.UnitId), p)
	if err != nil {
		return nil, err
	}
	list, err := a.contactCards(ctx, p, rows, total)
	return wire.ListUnitContactCards200JSONResponse{Body: list}, err
}

func (a *API) contactCards(ctx context.Context, p page.Page, rows []card.Card, total int) (wire.ContactCardList, error) {
	r, err := a.reader(ctx)
	return wire.ContactCardList{ContactCards: each(rows, r.contactCard), UnderscoreMeta: metaOf(p, total, len(rows))}, err
}

// GetContactCard shows one card.
func (a *API) GetContactCard(ctx context.Context, q wire.GetContactCardRequestObject) (wire.GetContactCardResponseObject, error) {
	c, err := a.Cards.Find(ctx, actorFrom(ctx), id.ContactCardOf(q.ContactCardId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	v := r.contactCard(c)
	return wire.GetContactCard200JSONResponse{Body: v, Headers: wire.GetContactCard200ResponseHeaders{ETag: v.Etag}}, nil
}

// PublishContactCard replaces the own unit's card.
func (a *API) PublishContactCard(ctx context.Context, q wire.PublishContactCardRequestObject) (wire.PublishContactCardResponseObject, error) {
	c, err := a.Cards.Publish(ctx, actorFrom(ctx), cardDraft(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	v := r.contactCard(c)
	return wire.PublishContactCard201JSONResponse{
		Body: v, Headers: wire.PublishContactCard201ResponseHeaders{ETag: v.Etag, Location: cardAt(c.ID)},
	}, nil
}

// ConfirmContactCard says that a card is still true.
func (a *API) ConfirmContactCard(ctx context.Context, q wire.ConfirmContactCardRequestObject) (wire.ConfirmContactCardResponseObject, error) {
	c, err := a.Cards.Confirm(ctx, actorFrom(ctx), id.ContactCardOf(q.ContactCardId), civilDay(q.Body.ValidUntil))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	v := r.contactCard(c)
	return wire.ConfirmContactCard200JSONResponse{Body: v, Headers: wire.ConfirmContactCard200ResponseHeaders{ETag: v.Etag}}, nil
}

// ListMyContactCards lists how the units of a plan are reached, for the family.
func (a *API) ListMyContactCards(ctx context.Context, q wire.ListMyContactCardsRequestObject) (wire.ListMyContactCardsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Cards.ListIn(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyContactCards200JSONResponse{Body: wire.MyContactCardList{
		ContactCards: each(rows, r.myContactCard), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
