package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

func transitionAt(t id.Transition) string { return "/v1/transitions/" + t.String() }

// transitioned maps a transition after a use case.
func (a *API) transitioned(ctx context.Context, t transition.Transition, err error) (wire.Transition, error) {
	if err != nil {
		return wire.Transition{}, err
	}
	r, err := a.reader(ctx)
	return r.transition(t), err
}

// PlanTransition plans that a plan goes over.
func (a *API) PlanTransition(ctx context.Context, q wire.PlanTransitionRequestObject) (wire.PlanTransitionResponseObject, error) {
	var read reading
	kind, d := word(&read, transition.Kinds, &q.Body.Kind, "/kind"), newTransition(*q.Body)
	if err := read.err(); err != nil {
		return nil, err
	}
	t, err := a.Transitions.Plan(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), kind, d)
	w, err := a.transitioned(ctx, t, err)
	if err != nil {
		return nil, err
	}
	return wire.PlanTransition201JSONResponse{Body: w, Headers: wire.PlanTransition201ResponseHeaders{ETag: etag(t.Tag()), Location: transitionAt(t.ID)}}, nil
}

// ListTransitions lists what is planned of a plan, and what was.
func (a *API) ListTransitions(ctx context.Context, q wire.ListTransitionsRequestObject) (wire.ListTransitionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Transitions.List(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListTransitions200JSONResponse{Body: wire.TransitionList{Transitions: each(rows, r.transition), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

// GetTransition shows one.
func (a *API) GetTransition(ctx context.Context, q wire.GetTransitionRequestObject) (wire.GetTransitionResponseObject, error) {
	t, err := a.Transitions.Find(ctx, actorFrom(ctx), id.TransitionOf(q.TransitionId))
	w, err := a.transitioned(ctx, t, err)
	if err != nil {
		return nil, err
	}
	return wire.GetTransition200JSONResponse{Body: w, Headers: wire.GetTransition200ResponseHeaders{ETag: etag(t.Tag())}}, nil
}

// ChangeTransition plans one anew.
func (a *API) ChangeTransition(ctx context.Context, q wire.ChangeTransitionRequestObject) (wire.ChangeTransitionResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	t, err := a.Transitions.Change(ctx, actorFrom(ctx), id.TransitionOf(q.TransitionId), tag, changedTransition(*q.Body))
	w, err := a.transitioned(ctx, t, err)
	if err != nil {
		return nil, err
	}
	return wire.ChangeTransition200JSONResponse{Body: w, Headers: wire.ChangeTransition200ResponseHeaders{ETag: etag(t.Tag())}}, nil
}

// CancelTransition calls one off.
func (a *API) CancelTransition(ctx context.Context, q wire.CancelTransitionRequestObject) (wire.CancelTransitionResponseObject, error) {
	t, err := a.Transitions.Cancel(ctx, actorFrom(ctx), id.TransitionOf(q.TransitionId), person.NewText(q.Body.Reason))
	w, err := a.transitioned(ctx, t, err)
	if err != nil {
		return nil, err
	}
	return wire.CancelTransition200JSONResponse{Body: w, Headers: wire.CancelTransition200ResponseHeaders{ETag: etag(t.Tag())}}, nil
}
