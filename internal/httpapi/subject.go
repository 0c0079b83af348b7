package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// GetItemSubjects tells whom an item of the own unit is about, beside the child.
func (a *API) GetItemSubjects(ctx context.Context, q wire.GetItemSubjectsRequestObject) (wire.GetItemSubjectsResponseObject, error) {
	v, err := a.Plans.Subjects(ctx, actorFrom(ctx), id.ItemOf(q.ItemId))
	if err != nil {
		return nil, err
	}
	return wire.GetItemSubjects200JSONResponse{Body: itemSubjects(v), Headers: wire.GetItemSubjects200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// SetItemSubjects says whom it is about.
func (a *API) SetItemSubjects(ctx context.Context, q wire.SetItemSubjectsRequestObject) (wire.SetItemSubjectsResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.NameSubjects(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), tag, each(q.Body.PersonIds, id.PersonOf))
	if err != nil {
		return nil, err
	}
	return wire.SetItemSubjects200JSONResponse{Body: itemSubjects(v), Headers: wire.SetItemSubjects200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
