package httpapi

import (
	"context"

	"samplan/internal/absence"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func absenceAt(v id.Absence) string { return "/v1/absences/" + v.String() }

// EnterAbsence says that somebody is away.
func (a *API) EnterAbsence(ctx context.Context, q wire.EnterAbsenceRequestObject) (wire.EnterAbsenceResponseObject, error) {
	actor := actorFrom(ctx)
	v, err := a.Absences.Enter(ctx, actor, absenceDraft(*q.Body))
	if err != nil {
		return nil, err
	}
	w := absenceOf(v, actor.Today())
	return wire.EnterAbsence201JSONResponse{Body: w, Headers: wire.EnterAbsence201ResponseHeaders{ETag: w.Etag, Location: absenceAt(v.ID)}}, nil
}

// ListAbsences lists who is, was and will be away.
func (a *API) ListAbsences(ctx context.Context, q wire.ListAbsencesRequestObject) (wire.ListAbsencesResponseObject, error) {
	actor, p := actorFrom(ctx), pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Absences.List(ctx, actor, p)
	if err != nil {
		return nil, err
	}
	all := each(rows, func(v absence.Absence) wire.Absence { return absenceOf(v, actor.Today()) })
	return wire.ListAbsences200JSONResponse{Body: wire.AbsenceList{Absences: all, UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

// EndAbsence says that somebody is back.
func (a *API) EndAbsence(ctx context.Context, q wire.EndAbsenceRequestObject) (wire.EndAbsenceResponseObject, error) {
	actor := actorFrom(ctx)
	v, err := a.Absences.End(ctx, actor, id.AbsenceOf(q.AbsenceId))
	if err != nil {
		return nil, err
	}
	w := absenceOf(v, actor.Today())
	return wire.EndAbsence200JSONResponse{Body: w, Headers: wire.EndAbsence200ResponseHeaders{ETag: w.Etag}}, nil
}
