package httpapi

import (
	"context"
	"net/http"

	"samplan/internal/caseline"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// GetCaseLine shows who was involved when, as the caller sees it.
func (a *API) GetCaseLine(ctx context.Context, q wire.GetCaseLineRequestObject) (wire.GetCaseLineResponseObject, error) {
	l, err := a.caseLine(ctx, id.PlanOf(q.PlanId), phrase.In(string(given(q.Params.Language))))
	if err != nil {
		return nil, err
	}
	return wire.GetCaseLine200JSONResponse{Body: l.line(q.PlanId)}, nil
}

// GetCaseLinePicture draws it.
func (a *API) GetCaseLinePicture(ctx context.Context, q wire.GetCaseLinePictureRequestObject) (wire.GetCaseLinePictureResponseObject, error) {
	l, err := a.caseLine(ctx, id.PlanOf(q.PlanId), phrase.In(string(given(q.Params.Language))))
	if err != nil {
		return nil, err
	}
	return l.picture(actorFrom(ctx).Today())
}

// GetMyCaseLine shows the family who was involved when.
func (a *API) GetMyCaseLine(ctx context.Context, q wire.GetMyCaseLineRequestObject) (wire.GetMyCaseLineResponseObject, error) {
	l, err := a.myCaseLine(ctx, id.PlanOf(q.PlanId), phrase.In(string(given(q.Params.Language))))
	if err != nil {
		return nil, err
	}
	return wire.GetMyCaseLine200JSONResponse{Body: l.myLine(q.PlanId)}, nil
}

// GetMyCaseLinePicture draws it.
func (a *API) GetMyCaseLinePicture(ctx context.Context, q wire.GetMyCaseLinePictureRequestObject) (wire.GetMyCaseLinePictureResponseObject, error) {
	l, err := a.myCaseLine(ctx, id.PlanOf(q.PlanId), phrase.In(string(given(q.Params.Language))))
	if err != nil {
		return nil, err
	}
	return l.picture(actorFrom(ctx).Today())
}

// GetTeachingLine makes a line for teaching of what the caller sees.
func (a *API) GetTeachingLine(ctx context.Context, q wire.GetTeachingLineRequestObject) (wire.GetTeachingLineResponseObject, error) {
	confirmed, err := forumWarnings(q.Body.ConfirmedWarnings)
	if err != nil {
		return nil, err
	}
	ask := caseline.Ask{Reason: person.NewText(q.Body.Reason), Confirmed: confirmed}
	p, told := id.PlanOf(q.PlanId), toldLine{language: phrase.In(string(given(q.Params.Language)))}
	line, warnings, err := a.CaseLines.Teach(ctx, actorFrom(ctx), p, ask, func() (caseline.Line, error) {
		l, err := a.caseLine(ctx, p, told.language)
		return l.Line, err
	})
	if err != nil {
		return nil, err
	}
	told.Line = line
	body, err := told.teaching(warnings)
	if err != nil {
		return nil, err
	}
	return wire.GetTeachingLine200JSONResponse{Body: body}, nil
}

// drawnLine is a picture on its way out.
type drawnLine []byte

// VisitGetCaseLinePictureResponse writes it for staff.
func (d drawnLine) VisitGetCaseLinePictureResponse(w http.ResponseWriter) error { return d.visit(w) }

// VisitGetMyCaseLinePictureResponse writes it for the family.
func (d drawnLine) VisitGetMyCaseLinePictureResponse(w http.ResponseWriter) error { return d.visit(w) }

func (d drawnLine) visit(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "image/svg+xml; charset=utf-8")
	w.Header().Set("Content-Security-Policy", apiPolicy)
	w.Header().Set("Content-Disposition", `inline; filename="case-line.svg"`)
	w.WriteHeader(http.StatusOK)
	_, err := w.Write(d)
	return err
}
