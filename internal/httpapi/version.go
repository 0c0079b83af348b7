package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// DispatchPlan freezes a plan as its next version. As for EstablishPlan, the answer holds nothing of what others wrote.
func (a *API) DispatchPlan(ctx context.Context, q wire.DispatchPlanRequestObject) (wire.DispatchPlanResponseObject, error) {
	v, err := a.Plans.Dispatch(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.DispatchPlan201JSONResponse{
		Body: versionRow(v), Headers: wire.DispatchPlan201ResponseHeaders{ETag: etag(firstVersion), Location: versionAt(v)},
	}, nil
}

// ListVersions lists the dispatched versions of a plan.
func (a *API) ListVersions(ctx context.Context, q wire.ListVersionsRequestObject) (wire.ListVersionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Versions(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListVersions200JSONResponse{Body: wire.VersionList{
		Versions: each(rows, versionRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetVersion shows a dispatched version, as far as the caller may read its items today.
func (a *API) GetVersion(ctx context.Context, q wire.GetVersionRequestObject) (wire.GetVersionResponseObject, error) {
	v, err := a.Plans.Version(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), q.Number)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetVersion200JSONResponse{Body: r.planVersion(v), Headers: wire.GetVersion200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// CompareVersions tells how two versions differ.
func (a *API) CompareVersions(ctx context.Context, q wire.CompareVersionsRequestObject) (wire.CompareVersionsResponseObject, error) {
	changes, err := a.Plans.Compare(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), q.Number, q.Other)
	if err != nil {
		return nil, err
	}
	return wire.CompareVersions200JSONResponse{Body: versionComparison(q.Number, q.Other, changes)}, nil
}
