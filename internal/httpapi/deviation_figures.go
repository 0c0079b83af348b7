package httpapi

import (
	"context"

	"samplan/internal/deviation"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// GetDeviationFigures tells a year of a group in numbers.
func (a *API) GetDeviationFigures(ctx context.Context, q wire.GetDeviationFiguresRequestObject) (wire.GetDeviationFiguresResponseObject, error) {
	f, err := a.Deviations.Figures(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), q.Year)
	if err != nil {
		return nil, err
	}
	return wire.GetDeviationFigures200JSONResponse{Body: deviationFigures(f)}, nil
}

func deviationFigures(f deviation.Figures) wire.DeviationFigures {
	return wire.DeviationFigures{
		GroupId: f.Group.UUID(), Year: f.Year, Fewest: f.Fewest, Filed: f.Filed, Categories: each(f.Categories, deviationCount),
		Levels: each(f.Levels, deviationCount), Answers: each(f.Answers, deviationCount), Observations: each(f.Observed, deviationCount),
		UnhandledSuggestions: f.Unhandled,
	}
}

func deviationCount(c deviation.Count) wire.DeviationCount {
	return wire.DeviationCount{Name: c.Name, Count: c.Times}
}
