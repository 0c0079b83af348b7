package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// ListRoleHolders lists who has and has had a role in a plan.
func (a *API) ListRoleHolders(ctx context.Context, q wire.ListRoleHoldersRequestObject) (wire.ListRoleHoldersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.RoleHolders(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListRoleHolders200JSONResponse{Body: wire.RoleHolderList{
		RoleHolders: each(rows, r.roleHolder), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ListMyRoleHolders lists the same for the family.
func (a *API) ListMyRoleHolders(ctx context.Context, q wire.ListMyRoleHoldersRequestObject) (wire.ListMyRoleHoldersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.RoleHolders(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyRoleHolders200JSONResponse{Body: wire.MyRoleHolderList{
		RoleHolders: each(rows, r.myRoleHolder), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AppointRoleHolder gives somebody of the own unit a role.
func (a *API) AppointRoleHolder(ctx context.Context, q wire.AppointRoleHolderRequestObject) (wire.AppointRoleHolderResponseObject, error) {
	var read reading
	n := plan.Appointment{
		Role: word(&read, plan.Roles, &q.Body.Role, "/role"), Person: id.PersonOf(given(q.Body.PersonId)),
		From: civil.FromUTC(q.Body.StartsOn.Time), To: civilDay(q.Body.EndsOn), StandsInFor: id.RoleHolderOf(given(q.Body.StandsInForId)),
	}
	if err := read.err(); err != nil {
		return nil, err
	}
	h, err := a.Plans.Appoint(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), n)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AppointRoleHolder201JSONResponse{
		Body: r.roleHolder(h), Headers: wire.AppointRoleHolder201ResponseHeaders{ETag: etag(h.Tag()), Location: planAt(h.Plan) + "/role-holders"},
	}, nil
}

// EndRoleHolder sets the last day of a role.
func (a *API) EndRoleHolder(ctx context.Context, q wire.EndRoleHolderRequestObject) (wire.EndRoleHolderResponseObject, error) {
	h, err := a.Plans.EndRole(ctx, actorFrom(ctx), id.RoleHolderOf(q.RoleHolderId), civil.FromUTC(q.Body.EndsOn.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.EndRoleHolder200JSONResponse{Body: r.roleHolder(h), Headers: wire.EndRoleHolder200ResponseHeaders{ETag: etag(h.Tag())}}, nil
}
