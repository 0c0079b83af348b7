package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/statistics"

	"samplan/internal/httpapi/wire"
)

// GetFormulationSample shows how the own service writes goals and interventions, of the last half-year that is over unless it is said.
func (a *API) GetFormulationSample(ctx context.Context, q wire.GetFormulationSampleRequestObject) (wire.GetFormulationSampleResponseObject, error) {
	actor, term := actorFrom(ctx), civilDay(q.Params.Term)
	if term.IsZero() {
		term = statistics.Term(actor.Today()).AddDays(-1)
	}
	all, err := a.Formulations.Sample(ctx, actor, term)
	if err != nil {
		return nil, err
	}
	return wire.GetFormulationSample200JSONResponse{Body: formulationSample(statistics.Term(term), all)}, nil
}

// RecordFormulationReview keeps what was found in a sample.
func (a *API) RecordFormulationReview(ctx context.Context, q wire.RecordFormulationReviewRequestObject) (wire.RecordFormulationReviewResponseObject, error) {
	r, err := a.Formulations.Record(ctx, actorFrom(ctx), civil.FromUTC(q.Body.Term.Time), each(q.Body.Marks, formulationMark))
	if err != nil {
		return nil, err
	}
	return wire.RecordFormulationReview200JSONResponse{Body: formulationRound(r)}, nil
}

// ListFormulationRounds compares the half-years.
func (a *API) ListFormulationRounds(ctx context.Context, q wire.ListFormulationRoundsRequestObject) (wire.ListFormulationRoundsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	all, total, err := a.Formulations.Rounds(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListFormulationRounds200JSONResponse{
		Body: wire.FormulationRoundList{FormulationRounds: each(all, formulationRound), UnderscoreMeta: metaOf(p, total, len(all))},
	}, nil
}
