package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddComment adds a comment of a party.
func (a *API) AddComment(ctx context.Context, q wire.AddCommentRequestObject) (wire.AddCommentResponseObject, error) {
	draft, err := newComment(*q.Body)
	if err != nil {
		return nil, err
	}
	i, err := a.Plans.AddComment(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddComment201JSONResponse{
		Body:    r.comment(i),
		Headers: wire.AddComment201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/comments/" + i.ID.String()},
	}, nil
}

// GetComment shows a comment.
func (a *API) GetComment(ctx context.Context, q wire.GetCommentRequestObject) (wire.GetCommentResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.CommentKind, id.ItemOf(q.CommentId))
	if err != nil {
		return nil, err
	}
	return wire.GetComment200JSONResponse{
		Body: r.comment(i), Headers: wire.GetComment200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}

// AddMyComment adds a comment of the child or a guardian.
func (a *API) AddMyComment(ctx context.Context, q wire.AddMyCommentRequestObject) (wire.AddMyCommentResponseObject, error) {
	i, err := a.Plans.AddComment(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), newMyComment(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddMyComment201JSONResponse{
		Body: r.myComment(i), Headers: wire.AddMyComment201ResponseHeaders{ETag: etag(i.Tag()), Location: myPlanAt(i.Plan)},
	}, nil
}
