package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// ListPrincipals lists the principals of the directory.
func (a *API) ListPrincipals(ctx context.Context, r wire.ListPrincipalsRequestObject) (wire.ListPrincipalsResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Org.Principals(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListPrincipals200JSONResponse{Body: wire.PrincipalList{
		Principals: each(rows, principalWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ListUnits lists the units that are open today.
func (a *API) ListUnits(ctx context.Context, r wire.ListUnitsRequestObject) (wire.ListUnitsResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Org.Units(ctx, actorFrom(ctx), id.PrincipalOf(given(r.Params.PrincipalId)), p)
	if err != nil {
		return nil, err
	}
	return wire.ListUnits200JSONResponse{Body: wire.UnitList{
		Units: each(rows, unitWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetUnit shows a unit that is open today.
func (a *API) GetUnit(ctx context.Context, r wire.GetUnitRequestObject) (wire.GetUnitResponseObject, error) {
	u, err := a.Org.Unit(ctx, actorFrom(ctx), id.UnitOf(r.UnitId))
	if err != nil {
		return nil, err
	}
	shown := unitWire(u)
	return wire.GetUnit200JSONResponse{Body: shown, Headers: wire.GetUnit200ResponseHeaders{ETag: etag(unitTag(shown))}}, nil
}

// ListColleagues lists those who work at the caller's unit today.
func (a *API) ListColleagues(ctx context.Context, r wire.ListColleaguesRequestObject) (wire.ListColleaguesResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Org.Colleagues(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListColleagues200JSONResponse{Body: wire.ColleagueList{
		Colleagues: each(rows, colleagueWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
