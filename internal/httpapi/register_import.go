package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func registerImportAt(i id.RegisterImport) string { return "/v1/register-imports/" + i.String() }

// StartRegisterImport says how a file of messages of the population register is kept.
func (a *API) StartRegisterImport(ctx context.Context, q wire.StartRegisterImportRequestObject) (wire.StartRegisterImportResponseObject, error) {
	from, err := sourceFrom(q.Body.Format, q.Body.Encoding)
	if err != nil {
		return nil, err
	}
	i, err := a.Registers.Start(ctx, actorFrom(ctx), from)
	if err != nil {
		return nil, err
	}
	return wire.StartRegisterImport201JSONResponse{
		Body: registerImportWire(i), Headers: wire.StartRegisterImport201ResponseHeaders{ETag: etag(i.Tag()), Location: registerImportAt(i.ID)},
	}, nil
}

// ListRegisterImports lists the imports of the caller's unit.
func (a *API) ListRegisterImports(ctx context.Context, q wire.ListRegisterImportsRequestObject) (wire.ListRegisterImportsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Registers.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListRegisterImports200JSONResponse{Body: wire.RegisterImportList{
		RegisterImports: each(rows, registerImportWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetRegisterImport shows one, with the report of its dry run.
func (a *API) GetRegisterImport(ctx context.Context, q wire.GetRegisterImportRequestObject) (wire.GetRegisterImportResponseObject, error) {
	i, err := a.Registers.Find(ctx, actorFrom(ctx), id.RegisterImportOf(q.RegisterImportId))
	if err != nil {
		return nil, err
	}
	return wire.GetRegisterImport200JSONResponse{Body: registerImportWire(i), Headers: wire.GetRegisterImport200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}

// PutRegisterImportContent tries the messages that the frame has taken in.
func (a *API) PutRegisterImportContent(ctx context.Context, q wire.PutRegisterImportContentRequestObject) (wire.PutRegisterImportContentResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	of := id.RegisterImportOf(q.RegisterImportId)
	file, err := a.rowsIn(q.Body, of.String())
	if err != nil {
		return nil, err
	}
	i, err := a.Registers.Check(ctx, actorFrom(ctx), of, tag, file)
	if err != nil {
		return nil, err
	}
	return wire.PutRegisterImportContent200JSONResponse{
		Body: registerImportWire(i), Headers: wire.PutRegisterImportContent200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}

// ListRegisterImportRows lists what the messages of one came to.
func (a *API) ListRegisterImportRows(ctx context.Context, q wire.ListRegisterImportRowsRequestObject) (wire.ListRegisterImportRowsResponseObject, error) {
	outcome, err := registerOutcome(q.Params.Outcome)
	if err != nil {
		return nil, err
	}
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Registers.Rows(ctx, actorFrom(ctx), id.RegisterImportOf(q.RegisterImportId), outcome, p)
	if err != nil {
		return nil, err
	}
	return wire.ListRegisterImportRows200JSONResponse{Body: wire.RegisterImportRowList{
		Rows: each(rows, registerRowWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ApplyRegisterImport makes what the unit knows what the dry run told.
func (a *API) ApplyRegisterImport(ctx context.Context, q wire.ApplyRegisterImportRequestObject) (wire.ApplyRegisterImportResponseObject, error) {
	i, err := a.Registers.Apply(ctx, actorFrom(ctx), id.RegisterImportOf(q.RegisterImportId), q.Body.Left)
	if err != nil {
		return nil, err
	}
	return wire.ApplyRegisterImport200JSONResponse{Body: registerImportWire(i), Headers: wire.ApplyRegisterImport200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}
