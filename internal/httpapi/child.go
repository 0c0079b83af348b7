package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// FindChild looks a child up by number among the caller's cases.
func (a *API) FindChild(ctx context.Context, r wire.FindChildRequestObject) (wire.FindChildResponseObject, error) {
	actor := actorFrom(ctx)
	i, err := identifierFrom(r.Body.IdentifierType, r.Body.Identifier, actor.Today())
	if err != nil {
		return nil, err
	}
	found, err := a.Children.Find(ctx, actor, i)
	if err != nil {
		return nil, err
	}
	return wire.FindChild200JSONResponse{Body: wire.ChildSearch{Children: each(found, childWire)}}, nil
}

// RegisterChild opens the own unit's case about a child.
func (a *API) RegisterChild(ctx context.Context, r wire.RegisterChildRequestObject) (wire.RegisterChildResponseObject, error) {
	actor := actorFrom(ctx)
	n, err := registrationFrom(r.Body, actor.Today())
	if err != nil {
		return nil, err
	}
	c, err := a.Children.Register(ctx, actor, n)
	if err != nil {
		return nil, err
	}
	return wire.RegisterChild201JSONResponse{
		Body:    childWire(c),
		Headers: wire.RegisterChild201ResponseHeaders{ETag: etag(c.Tag()), Location: childPath(c.ID)},
	}, nil
}

// GetChild shows a child of the caller's cases.
func (a *API) GetChild(ctx context.Context, r wire.GetChildRequestObject) (wire.GetChildResponseObject, error) {
	c, err := a.Children.View(ctx, actorFrom(ctx), id.PersonOf(r.ChildId))
	if err != nil {
		return nil, err
	}
	return wire.GetChild200JSONResponse{Body: childWire(c), Headers: wire.GetChild200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// ListChildren lists the caller's cases.
func (a *API) ListChildren(ctx context.Context, r wire.ListChildrenRequestObject) (wire.ListChildrenResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Children.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListChildren200JSONResponse{Body: wire.ChildList{
		Children: each(rows, childRow(actorFrom(ctx))), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ChangeChild changes what the own unit knows of a child.
func (a *API) ChangeChild(ctx context.Context, r wire.ChangeChildRequestObject) (wire.ChangeChildResponseObject, error) {
	tag, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := detailsFrom(r.Body.GivenName, r.Body.FamilyName, r.Body.Protection, r.Body.InterpreterLanguage)
	if err != nil {
		return nil, err
	}
	c, err := a.Children.Change(ctx, actorFrom(ctx), id.PersonOf(r.ChildId), tag, d)
	if err != nil {
		return nil, err
	}
	return wire.ChangeChild200JSONResponse{Body: childWire(c), Headers: wire.ChangeChild200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}
