package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func groupAt(g id.Group) string { return "/v1/collaboration-groups/" + g.String() }

// ListGroups lists the collaboration groups.
func (a *API) ListGroups(ctx context.Context, q wire.ListGroupsRequestObject) (wire.ListGroupsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Groups.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ListGroups200JSONResponse{Body: wire.CollaborationGroupList{
		Groups: each(rows, r.groupRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, err
}

// GetGroup shows one group with its members.
func (a *API) GetGroup(ctx context.Context, q wire.GetGroupRequestObject) (wire.GetGroupResponseObject, error) {
	g, err := a.Groups.Find(ctx, actorFrom(ctx), id.GroupOf(q.GroupId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetGroup200JSONResponse{Body: r.group(g), Headers: wire.GetGroup200ResponseHeaders{ETag: etag(g.Tag())}}, err
}

// AddGroup adds a group of the caller's principal.
func (a *API) AddGroup(ctx context.Context, q wire.AddGroupRequestObject) (wire.AddGroupResponseObject, error) {
	d, err := groupDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	g, err := a.Groups.Add(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AddGroup201JSONResponse{
		Body: r.group(g), Headers: wire.AddGroup201ResponseHeaders{ETag: etag(g.Tag()), Location: groupAt(g.ID)},
	}, err
}

// AddGroupMember gives somebody a seat in a group.
func (a *API) AddGroupMember(ctx context.Context, q wire.AddGroupMemberRequestObject) (wire.AddGroupMemberResponseObject, error) {
	d, err := memberDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	g, err := a.Groups.AddMember(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AddGroupMember200JSONResponse{Body: r.group(g), Headers: wire.AddGroupMember200ResponseHeaders{ETag: etag(g.Tag())}}, err
}

// EndGroupMember ends a seat.
func (a *API) EndGroupMember(ctx context.Context, q wire.EndGroupMemberRequestObject) (wire.EndGroupMemberResponseObject, error) {
	g, err := a.Groups.EndMember(ctx, actorFrom(ctx), id.MemberOf(q.MemberId), civil.FromUTC(q.Body.EndsOn.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.EndGroupMember200JSONResponse{Body: r.group(g), Headers: wire.EndGroupMember200ResponseHeaders{ETag: etag(g.Tag())}}, err
}

// ChangeGroupTexts says for how many days a group keeps the texts of cases.
func (a *API) ChangeGroupTexts(ctx context.Context, q wire.ChangeGroupTextsRequestObject) (wire.ChangeGroupTextsResponseObject, error) {
	g, err := a.Groups.KeepTexts(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), q.Body.KeepTextsDays)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ChangeGroupTexts200JSONResponse{Body: r.group(g), Headers: wire.ChangeGroupTexts200ResponseHeaders{ETag: etag(g.Tag())}}, err
}
