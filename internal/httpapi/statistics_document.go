package httpapi

import (
	"bytes"
	"context"

	"samplan/internal/catalogue"
	"samplan/internal/sheet"
	"samplan/internal/statistics"

	"samplan/internal/httpapi/wire"
)

// GetStatisticsExport gives the numbers of the own principal as a file.
func (a *API) GetStatisticsExport(ctx context.Context, q wire.GetStatisticsExportRequestObject) (wire.GetStatisticsExportResponseObject, error) {
	format := wire.FileFormat(sheet.CSV.String())
	if q.Params.Format != nil {
		format = *q.Params.Format
	}
	from, err := sourceFrom(format, nil)
	if err != nil {
		return nil, err
	}
	p := wire.ListStatisticsParams{Indicator: q.Params.Indicator, Term: q.Params.Term, By: q.Params.By, Value: q.Params.Value}
	file, err := a.Statistics.Export(ctx, actorFrom(ctx), statisticsQuery(p), from.Format)
	if err != nil {
		return nil, err
	}
	if from.Format == sheet.JSONLines {
		return wire.GetStatisticsExport200ApplicationoctetStreamResponse{
			Body: bytes.NewReader(file), ContentLength: int64(len(file)), Headers: wire.GetStatisticsExport200ResponseHeaders{ContentDisposition: savedAs("statistik.jsonl")},
		}, nil
	}
	return wire.GetStatisticsExport200TextcsvResponse{
		Body: bytes.NewReader(file), ContentLength: int64(len(file)), Headers: wire.GetStatisticsExport200ResponseHeaders{ContentDisposition: savedAs("statistik.csv")},
	}, nil
}

// GetStatisticsDocument gives the report of a half-year, the last one that is over unless it is said. It is made of the same rows as the
// list, and of the catalogue that all staff have.
func (a *API) GetStatisticsDocument(ctx context.Context, q wire.GetStatisticsDocumentRequestObject) (wire.GetStatisticsDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	actor := actorFrom(ctx)
	rows, _, err := a.Statistics.Statistics(ctx, actor, statistics.Query{}, statistics.Everything)
	if err != nil {
		return nil, err
	}
	entries, _, err := a.Catalogue.List(ctx, actor, catalogue.Choice{}, whole)
	if err != nil {
		return nil, err
	}
	term := civilDay(q.Params.Term)
	if term.IsZero() {
		term = statistics.Term(actor.Today()).AddDays(-1)
	}
	s.statistics(statistics.Term(term), rows, entries)
	return s.write("statistics")
}
