package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/meeting"

	"samplan/internal/httpapi/wire"
)

// callAt is where a call to a meeting is found.
func callAt(c id.Call) string { return "/v1/calls/" + c.String() }

// DraftCall begins a call to a meeting.
func (a *API) DraftCall(ctx context.Context, q wire.DraftCallRequestObject) (wire.DraftCallResponseObject, error) {
	d, err := newCall(wire.ChangeCall(*q.Body))
	if err != nil {
		return nil, err
	}
	c, err := a.Meetings.DraftCall(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.DraftCall201JSONResponse{
		Body: r.call(c), Headers: wire.DraftCall201ResponseHeaders{ETag: etag(c.Tag()), Location: callAt(c.ID)},
	}, nil
}

// ChangeCall replaces a draft.
func (a *API) ChangeCall(ctx context.Context, q wire.ChangeCallRequestObject) (wire.ChangeCallResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := newCall(*q.Body)
	if err != nil {
		return nil, err
	}
	c, err := a.Meetings.ChangeCall(ctx, actorFrom(ctx), id.CallOf(q.CallId), tag, d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ChangeCall200JSONResponse{Body: r.call(c), Headers: wire.ChangeCall200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// SendCall sends a draft to all it names.
func (a *API) SendCall(ctx context.Context, q wire.SendCallRequestObject) (wire.SendCallResponseObject, error) {
	c, err := a.Meetings.SendCall(ctx, actorFrom(ctx), id.CallOf(q.CallId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.SendCall200JSONResponse{Body: r.call(c), Headers: wire.SendCall200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// GetCall shows a call to its sender.
func (a *API) GetCall(ctx context.Context, q wire.GetCallRequestObject) (wire.GetCallResponseObject, error) {
	c, err := a.Meetings.FindCall(ctx, actorFrom(ctx), id.CallOf(q.CallId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetCall200JSONResponse{Body: r.call(c), Headers: wire.GetCall200ResponseHeaders{ETag: etag(c.Tag())}}, nil
}

// ListCalls lists the calls of a plan that the own unit leads.
func (a *API) ListCalls(ctx context.Context, q wire.ListCallsRequestObject) (wire.ListCallsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Meetings.ListCalls(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListCalls200JSONResponse{Body: wire.CallList{Calls: each(rows, r.call), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

// ListReceivedCalls lists the calls to the own unit.
func (a *API) ListReceivedCalls(ctx context.Context, q wire.ListReceivedCallsRequestObject) (wire.ListReceivedCallsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Meetings.ListReceived(ctx, actorFrom(ctx), given(q.Params.Overdue), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListReceivedCalls200JSONResponse{Body: wire.ReceivedCallList{
		ReceivedCalls: each(rows, r.receivedCall), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetReceivedCall shows a call to a unit that is called.
func (a *API) GetReceivedCall(ctx context.Context, q wire.GetReceivedCallRequestObject) (wire.GetReceivedCallResponseObject, error) {
	v, err := a.Meetings.Received(ctx, actorFrom(ctx), id.AddresseeOf(q.ReceivedCallId))
	if err != nil {
		return nil, err
	}
	body, tag, err := a.received(ctx, v)
	return wire.GetReceivedCall200JSONResponse{Body: body, Headers: wire.GetReceivedCall200ResponseHeaders{ETag: tag}}, err
}

// SeeCall notes that a call has come to hand.
func (a *API) SeeCall(ctx context.Context, q wire.SeeCallRequestObject) (wire.SeeCallResponseObject, error) {
	v, err := a.Meetings.SeeCall(ctx, actorFrom(ctx), id.AddresseeOf(q.ReceivedCallId))
	if err != nil {
		return nil, err
	}
	body, tag, err := a.received(ctx, v)
	return wire.SeeCall200JSONResponse{Body: body, Headers: wire.SeeCall200ResponseHeaders{ETag: tag}}, err
}

// AnswerCall answers a call for the own unit.
func (a *API) AnswerCall(ctx context.Context, q wire.AnswerCallRequestObject) (wire.AnswerCallResponseObject, error) {
	v, err := a.Meetings.AnswerCall(ctx, actorFrom(ctx), id.AddresseeOf(q.ReceivedCallId), callAnswer(*q.Body))
	if err != nil {
		return nil, err
	}
	body, tag, err := a.received(ctx, v)
	return wire.AnswerCall200JSONResponse{Body: body, Headers: wire.AnswerCall200ResponseHeaders{ETag: tag}}, err
}

// PassCallOn passes a call on to the right unit of the own principal.
func (a *API) PassCallOn(ctx context.Context, q wire.PassCallOnRequestObject) (wire.PassCallOnResponseObject, error) {
	to, reason := callForwarding(*q.Body)
	v, err := a.Meetings.PassOn(ctx, actorFrom(ctx), id.AddresseeOf(q.ReceivedCallId), to, reason)
	if err != nil {
		return nil, err
	}
	body, tag, err := a.received(ctx, v)
	return wire.PassCallOn200JSONResponse{Body: body, Headers: wire.PassCallOn200ResponseHeaders{ETag: tag}}, err
}

func (a *API) received(ctx context.Context, v meeting.Received) (wire.ReceivedCall, string, error) {
	r, err := a.reader(ctx)
	if err != nil {
		return wire.ReceivedCall{}, "", err
	}
	return r.receivedCall(v), etag(v.Tag()), nil
}
