package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// ListProtections lists the levels of protection that the own unit has recorded of a child.
func (a *API) ListProtections(ctx context.Context, q wire.ListProtectionsRequestObject) (wire.ListProtectionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Children.Protections(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListProtections200JSONResponse{Body: wire.ProtectionRecordList{
		Protections: each(rows, protectionWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// RecordProtection records a level of protection for the own unit.
func (a *API) RecordProtection(ctx context.Context, q wire.RecordProtectionRequestObject) (wire.RecordProtectionResponseObject, error) {
	d, err := protectionFrom(*q.Body)
	if err != nil {
		return nil, err
	}
	child := id.PersonOf(q.ChildId)
	r, err := a.Children.RecordProtection(ctx, actorFrom(ctx), child, d)
	if err != nil {
		return nil, err
	}
	return wire.RecordProtection201JSONResponse{
		Body: protectionWire(r), Headers: wire.RecordProtection201ResponseHeaders{ETag: etag(r.Tag()), Location: childPath(child) + "/protections"},
	}, nil
}
