package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// GrowPlan lets a Barnets plan grow into a SIP.
func (a *API) GrowPlan(ctx context.Context, q wire.GrowPlanRequestObject) (wire.GrowPlanResponseObject, error) {
	v, err := a.Plans.Grow(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GrowPlan201JSONResponse{
		Body: r.plan(v), Headers: wire.GrowPlan201ResponseHeaders{ETag: etag(v.Tag()), Location: planAt(v.ID)},
	}, nil
}
