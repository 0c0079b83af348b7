package httpapi

import (
	"context"

	"samplan/internal/inforequest"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// ListInformationRoutines lists the versions of the own unit's routine.
func (a *API) ListInformationRoutines(ctx context.Context, q wire.ListInformationRoutinesRequestObject) (wire.ListInformationRoutinesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Information.Routines(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListInformationRoutines200JSONResponse{Body: wire.InformationRoutineList{
		InformationRoutines: each(rows, informationRoutine), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// PublishInformationRoutine replaces it.
func (a *API) PublishInformationRoutine(ctx context.Context, q wire.PublishInformationRoutineRequestObject) (wire.PublishInformationRoutineResponseObject, error) {
	v, err := a.Information.PublishRoutine(ctx, actorFrom(ctx), person.NewText(q.Body.Text))
	if err != nil {
		return nil, err
	}
	return wire.PublishInformationRoutine201JSONResponse{
		Body: informationRoutine(v), Headers: wire.PublishInformationRoutine201ResponseHeaders{Location: "/v1/information-routines"},
	}, nil
}

func informationRoutine(v inforequest.Routine) wire.InformationRoutine {
	return wire.InformationRoutine{Id: v.ID.UUID(), Number: v.Number, Text: v.Text.Reveal(), PublishedOn: day(v.PublishedOn), IsReplaced: v.IsReplaced}
}

// beside is the routine as it stands beside a request; none where there is none.
func beside(v inforequest.Routine) *wire.InformationRoutine {
	if v.ID.IsZero() {
		return nil
	}
	w := informationRoutine(v)
	return &w
}
