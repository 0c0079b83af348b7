package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddObservation writes down a strength or a need for the own unit.
func (a *API) AddObservation(ctx context.Context, q wire.AddObservationRequestObject) (wire.AddObservationResponseObject, error) {
	draft, err := newObservation(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.addItem(ctx, id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	return wire.AddObservation201JSONResponse{
		Body:    r.observation(i),
		Headers: wire.AddObservation201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/observations/" + i.ID.String()},
	}, nil
}

// GetObservation shows a strength or a need.
func (a *API) GetObservation(ctx context.Context, q wire.GetObservationRequestObject) (wire.GetObservationResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.ObservationKind, id.ItemOf(q.ObservationId))
	if err != nil {
		return nil, err
	}
	return wire.GetObservation200JSONResponse{Body: r.observation(i), Headers: wire.GetObservation200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}

// ChangeObservation changes a strength or a need that the own unit holds.
func (a *API) ChangeObservation(ctx context.Context, q wire.ChangeObservationRequestObject) (wire.ChangeObservationResponseObject, error) {
	draft, err := changedObservation(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.changeItem(ctx, id.ItemOf(q.ObservationId), q.Params.IfMatch, draft)
	if err != nil {
		return nil, err
	}
	return wire.ChangeObservation200JSONResponse{Body: r.observation(i), Headers: wire.ChangeObservation200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}
