package httpapi

import (
	"context"
	"fmt"
	"io"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/sheet"

	"samplan/internal/httpapi/wire"
)

func unitImportAt(i id.UnitImport) string { return "/v1/unit-imports/" + i.String() }

// StartUnitImport says how a file of units is to be read.
func (a *API) StartUnitImport(ctx context.Context, q wire.StartUnitImportRequestObject) (wire.StartUnitImportResponseObject, error) {
	d, err := unitImportDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	i, err := a.Org.StartImport(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	return wire.StartUnitImport201JSONResponse{
		Body: unitImportWire(i), Headers: wire.StartUnitImport201ResponseHeaders{ETag: etag(i.Tag()), Location: unitImportAt(i.ID)},
	}, nil
}

// ListUnitImports lists the imports of the caller's principal.
func (a *API) ListUnitImports(ctx context.Context, q wire.ListUnitImportsRequestObject) (wire.ListUnitImportsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Org.Imports(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListUnitImports200JSONResponse{Body: wire.UnitImportList{
		UnitImports: each(rows, unitImportWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetUnitImport shows one, with the report of its dry run.
func (a *API) GetUnitImport(ctx context.Context, q wire.GetUnitImportRequestObject) (wire.GetUnitImportResponseObject, error) {
	i, err := a.Org.Import(ctx, actorFrom(ctx), id.UnitImportOf(q.UnitImportId))
	if err != nil {
		return nil, err
	}
	return wire.GetUnitImport200JSONResponse{Body: unitImportWire(i), Headers: wire.GetUnitImport200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}

// PutUnitImportContent tries the file that the frame has taken in.
func (a *API) PutUnitImportContent(ctx context.Context, q wire.PutUnitImportContentRequestObject) (wire.PutUnitImportContentResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	of := id.UnitImportOf(q.UnitImportId)
	file, err := a.rowsIn(q.Body, of.String())
	if err != nil {
		return nil, err
	}
	i, err := a.Org.CheckImport(ctx, actorFrom(ctx), of, tag, file)
	if err != nil {
		return nil, err
	}
	return wire.PutUnitImportContent200JSONResponse{Body: unitImportWire(i), Headers: wire.PutUnitImportContent200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}

// rowsIn gives a file with rows that the frame has taken in; of is what it belongs to.
func (a *API) rowsIn(body io.Reader, of string) (sheet.File, error) {
	s, ok := body.(arrived)
	if !ok {
		return sheet.File{IsHarmful: true}, nil
	}
	r, err := a.Vault.Open(s.Spool, of)
	var file []byte
	if err == nil {
		file, err = io.ReadAll(r)
	}
	if err != nil {
		return sheet.File{}, fault.Wrap(fault.CodeUnavailable, fmt.Errorf("read file with rows: %w", err))
	}
	return sheet.File{Bytes: file}, nil
}

// ListUnitImportRows lists what the rows of one came to.
func (a *API) ListUnitImportRows(ctx context.Context, q wire.ListUnitImportRowsRequestObject) (wire.ListUnitImportRowsResponseObject, error) {
	outcome, err := importOutcome(q.Params.Outcome)
	if err != nil {
		return nil, err
	}
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Org.ImportRows(ctx, actorFrom(ctx), id.UnitImportOf(q.UnitImportId), outcome, p)
	if err != nil {
		return nil, err
	}
	return wire.ListUnitImportRows200JSONResponse{Body: wire.UnitImportRowList{
		Rows: each(rows, unitImportRowWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ApplyUnitImport makes the organisation what the dry run told.
func (a *API) ApplyUnitImport(ctx context.Context, q wire.ApplyUnitImportRequestObject) (wire.ApplyUnitImportResponseObject, error) {
	i, err := a.Org.ApplyImport(ctx, actorFrom(ctx), id.UnitImportOf(q.UnitImportId), org.Confirmation{Ended: q.Body.Ended, Faulty: q.Body.Faulty})
	if err != nil {
		return nil, err
	}
	return wire.ApplyUnitImport200JSONResponse{Body: unitImportWire(i), Headers: wire.ApplyUnitImport200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}
