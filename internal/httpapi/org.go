package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
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

// ListUnits lists the units that are open today or on another day.
func (a *API) ListUnits(ctx context.Context, r wire.ListUnitsRequestObject) (wire.ListUnitsResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Org.Units(ctx, actorFrom(ctx), id.PrincipalOf(given(r.Params.PrincipalId)), civilDay(r.Params.On), p)
	if err != nil {
		return nil, err
	}
	return wire.ListUnits200JSONResponse{Body: wire.UnitList{
		Units: each(rows, unitWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetUnit shows a unit that is open today or on another day.
func (a *API) GetUnit(ctx context.Context, r wire.GetUnitRequestObject) (wire.GetUnitResponseObject, error) {
	u, err := a.Org.Unit(ctx, actorFrom(ctx), id.UnitOf(r.UnitId), civilDay(r.Params.On))
	if err != nil {
		return nil, err
	}
	shown := unitWire(u)
	return wire.GetUnit200JSONResponse{Body: shown, Headers: wire.GetUnit200ResponseHeaders{ETag: etag(unitTag(shown))}}, nil
}

// ListUnitPlaces lists where a unit has lain and will lie.
func (a *API) ListUnitPlaces(ctx context.Context, r wire.ListUnitPlacesRequestObject) (wire.ListUnitPlacesResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Org.Places(ctx, actorFrom(ctx), id.UnitOf(r.UnitId), p)
	if err != nil {
		return nil, err
	}
	l, err := a.labels(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListUnitPlaces200JSONResponse{Body: wire.UnitPlaceList{
		Places: each(rows, func(v org.Place) wire.UnitPlace { return placeWire(l, v) }), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
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
