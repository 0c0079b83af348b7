package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func questionnaireAt(q id.Questionnaire) string { return "/v1/questionnaires/" + q.String() }

// ListQuestionnaires lists what the own principal asks other services.
func (a *API) ListQuestionnaires(ctx context.Context, q wire.ListQuestionnairesRequestObject) (wire.ListQuestionnairesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Forms.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListQuestionnaires200JSONResponse{Body: wire.QuestionnaireList{
		Questionnaires: each(rows, questionnaireOf), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetQuestionnaire shows one version.
func (a *API) GetQuestionnaire(ctx context.Context, q wire.GetQuestionnaireRequestObject) (wire.GetQuestionnaireResponseObject, error) {
	v, err := a.Forms.Find(ctx, actorFrom(ctx), id.QuestionnaireOf(q.QuestionnaireId))
	if err != nil {
		return nil, err
	}
	return wire.GetQuestionnaire200JSONResponse{Body: questionnaireOf(v), Headers: wire.GetQuestionnaire200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// DraftQuestionnaire drafts the next version of a code.
func (a *API) DraftQuestionnaire(ctx context.Context, q wire.DraftQuestionnaireRequestObject) (wire.DraftQuestionnaireResponseObject, error) {
	b := q.Body
	c, err := questionnaireContent(b.Languages, b.Category, b.Titles, b.Fields)
	if err != nil {
		return nil, err
	}
	v, err := a.Forms.Draft(ctx, actorFrom(ctx), b.Code, c)
	if err != nil {
		return nil, err
	}
	return wire.DraftQuestionnaire201JSONResponse{
		Body: questionnaireOf(v), Headers: wire.DraftQuestionnaire201ResponseHeaders{ETag: etag(v.Tag()), Location: questionnaireAt(v.ID)},
	}, nil
}

// ChangeQuestionnaire replaces what a draft says.
func (a *API) ChangeQuestionnaire(ctx context.Context, q wire.ChangeQuestionnaireRequestObject) (wire.ChangeQuestionnaireResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	b := q.Body
	c, err := questionnaireContent(b.Languages, b.Category, b.Titles, b.Fields)
	if err != nil {
		return nil, err
	}
	v, err := a.Forms.Change(ctx, actorFrom(ctx), id.QuestionnaireOf(q.QuestionnaireId), tag, c)
	if err != nil {
		return nil, err
	}
	return wire.ChangeQuestionnaire200JSONResponse{Body: questionnaireOf(v), Headers: wire.ChangeQuestionnaire200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// PublishQuestionnaire puts a draft to use.
func (a *API) PublishQuestionnaire(ctx context.Context, q wire.PublishQuestionnaireRequestObject) (wire.PublishQuestionnaireResponseObject, error) {
	v, err := a.Forms.Publish(ctx, actorFrom(ctx), id.QuestionnaireOf(q.QuestionnaireId))
	if err != nil {
		return nil, err
	}
	return wire.PublishQuestionnaire200JSONResponse{Body: questionnaireOf(v), Headers: wire.PublishQuestionnaire200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// RetireQuestionnaire takes a version out of use.
func (a *API) RetireQuestionnaire(ctx context.Context, q wire.RetireQuestionnaireRequestObject) (wire.RetireQuestionnaireResponseObject, error) {
	v, err := a.Forms.Retire(ctx, actorFrom(ctx), id.QuestionnaireOf(q.QuestionnaireId))
	if err != nil {
		return nil, err
	}
	return wire.RetireQuestionnaire200JSONResponse{Body: questionnaireOf(v), Headers: wire.RetireQuestionnaire200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
