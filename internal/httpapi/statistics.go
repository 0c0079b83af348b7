package httpapi

import (
	"context"

	"samplan/internal/statistics"

	"samplan/internal/httpapi/wire"
)

// ListIndicators tells what is counted.
func (a *API) ListIndicators(ctx context.Context, q wire.ListIndicatorsRequestObject) (wire.ListIndicatorsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	all, total, err := a.Statistics.Indicators(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListIndicators200JSONResponse{Body: wire.IndicatorList{Indicators: each(all, indicator), UnderscoreMeta: metaOf(p, total, len(all))}}, nil
}

// ListStatistics tells the numbers of the own principal.
func (a *API) ListStatistics(ctx context.Context, q wire.ListStatisticsRequestObject) (wire.ListStatisticsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	all, total, err := a.Statistics.Statistics(ctx, actorFrom(ctx), statisticsQuery(q.Params), p)
	if err != nil {
		return nil, err
	}
	return wire.ListStatistics200JSONResponse{Body: wire.StatisticsRowList{Rows: each(all, statisticsRow), UnderscoreMeta: metaOf(p, total, len(all))}}, nil
}

func statisticsQuery(p wire.ListStatisticsParams) statistics.Query {
	by, _ := statistics.Dimensions.Parse(string(given(p.By))) // the contract has checked it; none is all
	return statistics.Query{Indicator: given(p.Indicator), Term: civilDay(p.Term), By: by, Value: given(p.Value)}
}
