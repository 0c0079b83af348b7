package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// RecordMaturity records an assessment of a child's maturity.
func (a *API) RecordMaturity(ctx context.Context, r wire.RecordMaturityRequestObject) (wire.RecordMaturityResponseObject, error) {
	d, err := maturityFrom(r.Body)
	if err != nil {
		return nil, err
	}
	child := id.PersonOf(r.ChildId)
	m, err := a.Children.RecordMaturity(ctx, actorFrom(ctx), child, d)
	if err != nil {
		return nil, err
	}
	return wire.RecordMaturity201JSONResponse{
		Body: maturityWire(m),
		Headers: wire.RecordMaturity201ResponseHeaders{
			ETag: etag(m.Tag()), Location: childPath(child) + "/maturity-assessments/" + m.ID.String(),
		},
	}, nil
}
