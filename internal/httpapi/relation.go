package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/person"
)

// ListRelations lists those whom the own unit knows to be close to a child.
func (a *API) ListRelations(ctx context.Context, r wire.ListRelationsRequestObject) (wire.ListRelationsResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Children.Relations(ctx, actorFrom(ctx), id.PersonOf(r.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListRelations200JSONResponse{Body: wire.RelationList{
		Relations: each(rows, relationWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AddRelation records somebody who is close to a child.
func (a *API) AddRelation(ctx context.Context, r wire.AddRelationRequestObject) (wire.AddRelationResponseObject, error) {
	actor := actorFrom(ctx)
	d, err := relationFrom(r.Body, actor.Today())
	if err != nil {
		return nil, err
	}
	v, err := a.Children.Relate(ctx, actor, id.PersonOf(r.ChildId), d)
	if err != nil {
		return nil, err
	}
	return wire.AddRelation201JSONResponse{
		Body:    relationWire(v),
		Headers: wire.AddRelation201ResponseHeaders{ETag: etag(v.Tag()), Location: "/v1/relations/" + v.ID.String()},
	}, nil
}

// EndRelation ends a relation on a last day.
func (a *API) EndRelation(ctx context.Context, r wire.EndRelationRequestObject) (wire.EndRelationResponseObject, error) {
	last, reason := civil.FromUTC(r.Body.EndsOn.Time), person.NewText(r.Body.Reason)
	v, err := a.Children.EndRelation(ctx, actorFrom(ctx), id.RelationOf(r.RelationId), last, reason)
	if err != nil {
		return nil, err
	}
	return wire.EndRelation200JSONResponse{Body: relationWire(v), Headers: wire.EndRelation200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
