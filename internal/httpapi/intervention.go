package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddIntervention writes an intervention in a plan.
func (a *API) AddIntervention(ctx context.Context, q wire.AddInterventionRequestObject) (wire.AddInterventionResponseObject, error) {
	draft, err := newIntervention(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.addItem(ctx, id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	return wire.AddIntervention201JSONResponse{
		Body:    r.intervention(i),
		Headers: wire.AddIntervention201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/interventions/" + i.ID.String()},
	}, nil
}

// GetIntervention shows an intervention.
func (a *API) GetIntervention(ctx context.Context, q wire.GetInterventionRequestObject) (wire.GetInterventionResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.InterventionKind, id.ItemOf(q.InterventionId))
	if err != nil {
		return nil, err
	}
	return wire.GetIntervention200JSONResponse{
		Body: r.intervention(i), Headers: wire.GetIntervention200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}

// ChangeIntervention changes an intervention of the own unit.
func (a *API) ChangeIntervention(
	ctx context.Context, q wire.ChangeInterventionRequestObject,
) (wire.ChangeInterventionResponseObject, error) {
	draft, err := changedIntervention(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.changeItem(ctx, id.ItemOf(q.InterventionId), q.Params.IfMatch, draft)
	if err != nil {
		return nil, err
	}
	return wire.ChangeIntervention200JSONResponse{
		Body: r.intervention(i), Headers: wire.ChangeIntervention200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}
