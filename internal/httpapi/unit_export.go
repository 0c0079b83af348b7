package httpapi

import (
	"bytes"
	"context"

	"samplan/internal/sheet"

	"samplan/internal/httpapi/wire"
)

// GetUnitExport gives the units of the caller's principal as a file.
func (a *API) GetUnitExport(ctx context.Context, q wire.GetUnitExportRequestObject) (wire.GetUnitExportResponseObject, error) {
	format := wire.FileFormat(sheet.CSV.String())
	if q.Params.Format != nil {
		format = *q.Params.Format
	}
	from, err := sourceFrom(format, nil)
	if err != nil {
		return nil, err
	}
	file, err := a.Org.Export(ctx, actorFrom(ctx), from.Format)
	if err != nil {
		return nil, err
	}
	if from.Format == sheet.JSONLines {
		return wire.GetUnitExport200ApplicationoctetStreamResponse{
			Body: bytes.NewReader(file), ContentLength: int64(len(file)), Headers: wire.GetUnitExport200ResponseHeaders{ContentDisposition: savedAs("enheter.jsonl")},
		}, nil
	}
	return wire.GetUnitExport200TextcsvResponse{
		Body: bytes.NewReader(file), ContentLength: int64(len(file)), Headers: wire.GetUnitExport200ResponseHeaders{ContentDisposition: savedAs("enheter.csv")},
	}, nil
}

func savedAs(name string) string { return `attachment; filename="` + name + `"` }
