package httpapi

import (
	"bytes"
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// RegisterPublicRequest takes in what somebody asks for as public documents.
func (a *API) RegisterPublicRequest(ctx context.Context, q wire.RegisterPublicRequestRequestObject) (wire.RegisterPublicRequestResponseObject, error) {
	b := *q.Body
	v, err := a.Public.Register(ctx, actorFrom(ctx), person.NewText(b.Text), hide(b.Requester), civilDay(&b.ReceivedOn))
	if err != nil {
		return nil, err
	}
	return wire.RegisterPublicRequest201JSONResponse{
		Body: publicRequest(v), Headers: wire.RegisterPublicRequest201ResponseHeaders{ETag: etag(v.Tag()), Location: "/v1/public-requests/" + v.ID.String()},
	}, nil
}

// ListPublicRequests lists what was asked.
func (a *API) ListPublicRequests(ctx context.Context, q wire.ListPublicRequestsRequestObject) (wire.ListPublicRequestsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Public.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListPublicRequests200JSONResponse{Body: wire.PublicRequestList{
		PublicRequests: each(rows, publicRequestRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetPublicRequest shows one, with the items that are meant.
func (a *API) GetPublicRequest(ctx context.Context, q wire.GetPublicRequestRequestObject) (wire.GetPublicRequestResponseObject, error) {
	v, err := a.Public.Find(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId))
	if err != nil {
		return nil, err
	}
	return wire.GetPublicRequest200JSONResponse{Body: publicRequest(v), Headers: wire.GetPublicRequest200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// IncludeInPublicRequest lists an item that is meant.
func (a *API) IncludeInPublicRequest(ctx context.Context, q wire.IncludeInPublicRequestRequestObject) (wire.IncludeInPublicRequestResponseObject, error) {
	v, err := a.Public.Include(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId), id.ItemOf(q.Body.ItemId))
	if err != nil {
		return nil, err
	}
	return wire.IncludeInPublicRequest200JSONResponse{Body: publicRequest(v), Headers: wire.IncludeInPublicRequest200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// AssessPublicItem tests an item for harm.
func (a *API) AssessPublicItem(ctx context.Context, q wire.AssessPublicItemRequestObject) (wire.AssessPublicItemResponseObject, error) {
	d, err := publicAssessment(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Public.Assess(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId), id.ItemOf(q.Body.ItemId), d)
	if err != nil {
		return nil, err
	}
	return wire.AssessPublicItem200JSONResponse{Body: publicRequest(v), Headers: wire.AssessPublicItem200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// DecidePublicRequest settles what is handed out.
func (a *API) DecidePublicRequest(ctx context.Context, q wire.DecidePublicRequestRequestObject) (wire.DecidePublicRequestResponseObject, error) {
	v, err := a.Public.Decide(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId), publicRefusal(q.Body.Refusal))
	if err != nil {
		return nil, err
	}
	return wire.DecidePublicRequest200JSONResponse{Body: publicRequest(v), Headers: wire.DecidePublicRequest200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// ExtendDataExtract puts off by when an extract is answered.
func (a *API) ExtendDataExtract(ctx context.Context, q wire.ExtendDataExtractRequestObject) (wire.ExtendDataExtractResponseObject, error) {
	v, err := a.Public.Extend(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	return wire.ExtendDataExtract200JSONResponse{Body: publicRequest(v), Headers: wire.ExtendDataExtract200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// GetPublicRequestDocument gives the answer to whoever asked.
func (a *API) GetPublicRequestDocument(ctx context.Context, q wire.GetPublicRequestDocumentRequestObject) (wire.GetPublicRequestDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.Public.Given(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.publicRequest(v, r.unit(v.Unit))
	return s.write("public-request")
}

// GetPublicRequestExport gives what leaves as a file.
func (a *API) GetPublicRequestExport(ctx context.Context, q wire.GetPublicRequestExportRequestObject) (wire.GetPublicRequestExportResponseObject, error) {
	v, err := a.Public.Given(ctx, actorFrom(ctx), id.PublicRequestOf(q.PublicRequestId))
	if err != nil {
		return nil, err
	}
	file, err := publicSheet(v)
	if err != nil {
		return nil, err
	}
	return wire.GetPublicRequestExport200TextcsvResponse{
		Body: bytes.NewReader(file), ContentLength: int64(len(file)), Headers: wire.GetPublicRequestExport200ResponseHeaders{ContentDisposition: savedAs("handlingar.csv")},
	}, nil
}
