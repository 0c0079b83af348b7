package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
)

// reorganisationAt is where a reorganisation is found.
func reorganisationAt(r id.Reorganisation) string { return "/v1/reorganisations/" + r.String() }

// DraftReorganisation writes down what is to happen to units on a day.
func (a *API) DraftReorganisation(ctx context.Context, q wire.DraftReorganisationRequestObject) (wire.DraftReorganisationResponseObject, error) {
	draft, err := newReorganisation(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Org.Draft(ctx, actorFrom(ctx), draft)
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.DraftReorganisation201JSONResponse{
		Body:    reorganisationWire(l, &v),
		Headers: wire.DraftReorganisation201ResponseHeaders{ETag: etag(v.Tag()), Location: reorganisationAt(v.ID)},
	}, nil
}

// ListReorganisations lists the reorganisations that concern the caller.
func (a *API) ListReorganisations(ctx context.Context, q wire.ListReorganisationsRequestObject) (wire.ListReorganisationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Org.Reorganisations(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	shown := make([]wire.Reorganisation, len(rows))
	for n := range rows {
		shown[n] = reorganisationWire(l, &rows[n])
	}
	return wire.ListReorganisations200JSONResponse{Body: wire.ReorganisationList{
		Reorganisations: shown, UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetReorganisation shows one.
func (a *API) GetReorganisation(ctx context.Context, q wire.GetReorganisationRequestObject) (wire.GetReorganisationResponseObject, error) {
	v, err := a.Org.Reorganisation(ctx, actorFrom(ctx), id.ReorganisationOf(q.ReorganisationId))
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetReorganisation200JSONResponse{
		Body: reorganisationWire(l, &v), Headers: wire.GetReorganisation200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// PreviewReorganisation tells in numbers what it would change.
func (a *API) PreviewReorganisation(ctx context.Context, q wire.PreviewReorganisationRequestObject) (wire.PreviewReorganisationResponseObject, error) {
	v, err := a.Org.Preview(ctx, actorFrom(ctx), id.ReorganisationOf(q.ReorganisationId))
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.PreviewReorganisation200JSONResponse{Body: previewWire(l, v)}, nil
}

// ListTouchedCases lists the own unit's open cases that it touches.
func (a *API) ListTouchedCases(ctx context.Context, q wire.ListTouchedCasesRequestObject) (wire.ListTouchedCasesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Org.TouchedCases(ctx, actorFrom(ctx), id.ReorganisationOf(q.ReorganisationId), p)
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListTouchedCases200JSONResponse{Body: wire.TouchedCaseList{
		TouchedCases: each(rows, func(c org.TouchedCase) wire.TouchedCase { return touchedWire(actorFrom(ctx), l, c) }), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// PlaceReorganisedStaff records who of the caller's unit goes to which part of it.
func (a *API) PlaceReorganisedStaff(ctx context.Context, q wire.PlaceReorganisedStaffRequestObject) (wire.PlaceReorganisedStaffResponseObject, error) {
	v, err := a.Org.PlaceStaff(ctx, actorFrom(ctx), id.ReorganisationOf(q.ReorganisationId), newPlacements(*q.Body))
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.PlaceReorganisedStaff200JSONResponse{
		Body: reorganisationWire(l, &v), Headers: wire.PlaceReorganisedStaff200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// DecideReorganisation records the decision of the caller's principal.
func (a *API) DecideReorganisation(ctx context.Context, q wire.DecideReorganisationRequestObject) (wire.DecideReorganisationResponseObject, error) {
	v, err := a.Org.Decide(ctx, actorFrom(ctx), id.ReorganisationOf(q.ReorganisationId))
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.DecideReorganisation200JSONResponse{
		Body: reorganisationWire(l, &v), Headers: wire.DecideReorganisation200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// CancelReorganisation takes it back before its day.
func (a *API) CancelReorganisation(ctx context.Context, q wire.CancelReorganisationRequestObject) (wire.CancelReorganisationResponseObject, error) {
	v, err := a.Org.Cancel(ctx, actorFrom(ctx), id.ReorganisationOf(q.ReorganisationId), q.Body.Reason)
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.CancelReorganisation200JSONResponse{
		Body: reorganisationWire(l, &v), Headers: wire.CancelReorganisation200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}
