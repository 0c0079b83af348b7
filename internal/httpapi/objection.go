package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// AddObjection takes an objection to an item down for the family.
func (a *API) AddObjection(ctx context.Context, q wire.AddObjectionRequestObject) (wire.AddObjectionResponseObject, error) {
	draft, err := newObjection(*q.Body)
	if err != nil {
		return nil, err
	}
	o, err := a.Objections.Add(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), draft)
	if err != nil {
		return nil, err
	}
	return wire.AddObjection201JSONResponse{
		Body: objected(o), Headers: wire.AddObjection201ResponseHeaders{ETag: etag(o.Tag()), Location: "/v1/objections/" + o.ID.String()},
	}, nil
}

// GetObjection shows an objection.
func (a *API) GetObjection(ctx context.Context, q wire.GetObjectionRequestObject) (wire.GetObjectionResponseObject, error) {
	o, err := a.Objections.Find(ctx, actorFrom(ctx), id.ObjectionOf(q.ObjectionId))
	if err != nil {
		return nil, err
	}
	return wire.GetObjection200JSONResponse{Body: objected(o), Headers: wire.GetObjection200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}

// DecideObjection says what became of an objection.
func (a *API) DecideObjection(ctx context.Context, q wire.DecideObjectionRequestObject) (wire.DecideObjectionResponseObject, error) {
	d, err := objectionDecision(*q.Body)
	if err != nil {
		return nil, err
	}
	o, err := a.Objections.Decide(ctx, actorFrom(ctx), id.ObjectionOf(q.ObjectionId), d)
	if err != nil {
		return nil, err
	}
	return wire.DecideObjection200JSONResponse{Body: objected(o), Headers: wire.DecideObjection200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}

// KeepObjection says whether guardians are told of an objection.
func (a *API) KeepObjection(ctx context.Context, q wire.KeepObjectionRequestObject) (wire.KeepObjectionResponseObject, error) {
	b := *q.Body
	o, err := a.Objections.Keep(ctx, actorFrom(ctx), id.ObjectionOf(q.ObjectionId), b.KeepFromGuardians, person.NewText(b.Reason))
	if err != nil {
		return nil, err
	}
	return wire.KeepObjection200JSONResponse{Body: objected(o), Headers: wire.KeepObjection200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}

// AddMyObjection takes down what somebody of the family objects.
func (a *API) AddMyObjection(ctx context.Context, q wire.AddMyObjectionRequestObject) (wire.AddMyObjectionResponseObject, error) {
	o, err := a.Objections.Add(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), newMyObjection(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.AddMyObjection201JSONResponse{
		Body: myObjected(o), Headers: wire.AddMyObjection201ResponseHeaders{ETag: etag(o.Tag()), Location: "/v1/my/objections/" + o.ID.String()},
	}, nil
}

// GetMyObjection shows an objection of the family.
func (a *API) GetMyObjection(ctx context.Context, q wire.GetMyObjectionRequestObject) (wire.GetMyObjectionResponseObject, error) {
	o, err := a.Objections.Find(ctx, actorFrom(ctx), id.ObjectionOf(q.ObjectionId))
	if err != nil {
		return nil, err
	}
	return wire.GetMyObjection200JSONResponse{Body: myObjected(o), Headers: wire.GetMyObjection200ResponseHeaders{ETag: etag(o.Tag())}}, nil
}
