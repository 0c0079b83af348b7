package httpapi

import (
	"samplan/internal/statistics"

	"samplan/internal/httpapi/wire"
)

func indicator(i statistics.Indicator) wire.Indicator {
	return wire.Indicator{
		Code: i.Code, Version: i.Version, ValidFrom: day(i.From), Names: inBoth(i.Name), Definitions: inBoth(i.Definition), Source: optional(i.Source),
		Dimensions: each(i.By, func(d statistics.Dimension) wire.StatisticsDimension { return wire.StatisticsDimension(d.String()) }),
		Answers: each(i.Answers, func(a statistics.Answer) wire.IndicatorAnswer {
			return wire.IndicatorAnswer{Code: a.Code, Names: inBoth(a.Name)}
		}),
	}
}

func inBoth(w statistics.Words) wire.RoutineWords {
	return wire.RoutineWords{Sv: w.Swedish, En: w.English}
}

func statisticsRow(r statistics.Row) wire.StatisticsRow {
	w := wire.StatisticsRow{
		Indicator: r.Code, Version: r.Version, From: day(r.Term), Until: day(r.Until()), Fewest: r.Fewest, By: wire.StatisticsDimension(r.By.String()),
		Value: optional(r.Value), ValueName: optional(r.ValueName()), Count: r.Times,
	}
	if r.Told != nil {
		w.Answers = each(r.Told, func(t statistics.Times) wire.StatisticsCount {
			return wire.StatisticsCount{Answer: t.Code, Count: t.Times}
		})
	}
	return w
}
