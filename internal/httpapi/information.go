package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/inforequest"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func informationAt(r id.InformationRequest) string { return "/v1/information-requests/" + r.String() }

// informed maps a request after a use case.
func (a *API) informed(ctx context.Context, v inforequest.Request, err error) (wire.InformationRequest, error) {
	if err != nil {
		return wire.InformationRequest{}, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return wire.InformationRequest{}, err
	}
	return r.information(v), nil
}

// SendInformationRequest asks another unit about a child.
func (a *API) SendInformationRequest(ctx context.Context, q wire.SendInformationRequestRequestObject) (wire.SendInformationRequestResponseObject, error) {
	v, err := a.Information.Send(ctx, actorFrom(ctx), id.PersonOf(q.Body.ChildId), newInformation(*q.Body))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.SendInformationRequest201JSONResponse{
		Body: w, Headers: wire.SendInformationRequest201ResponseHeaders{ETag: w.Etag, Location: informationAt(v.ID)},
	}, nil
}

// ListInformationRequests lists what was asked, or is to be answered.
func (a *API) ListInformationRequests(ctx context.Context, q wire.ListInformationRequestsRequestObject) (wire.ListInformationRequestsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Information.List(ctx, actorFrom(ctx), inforequest.Direction(isSent(q.Params.Direction)), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListInformationRequests200JSONResponse{Body: wire.InformationRequestList{
		InformationRequests: each(rows, r.informationRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetInformationRequest shows one.
func (a *API) GetInformationRequest(ctx context.Context, q wire.GetInformationRequestRequestObject) (wire.GetInformationRequestResponseObject, error) {
	v, err := a.Information.Find(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.GetInformationRequest200JSONResponse{Body: w, Headers: wire.GetInformationRequest200ResponseHeaders{ETag: w.Etag}}, nil
}

// WithdrawInformationRequest takes one back.
func (a *API) WithdrawInformationRequest(ctx context.Context, q wire.WithdrawInformationRequestRequestObject) (wire.WithdrawInformationRequestResponseObject, error) {
	v, err := a.Information.Withdraw(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.WithdrawInformationRequest200JSONResponse{Body: w, Headers: wire.WithdrawInformationRequest200ResponseHeaders{ETag: w.Etag}}, nil
}

// AssignInformationRequest says whose task one is.
func (a *API) AssignInformationRequest(ctx context.Context, q wire.AssignInformationRequestRequestObject) (wire.AssignInformationRequestResponseObject, error) {
	v, err := a.Information.Assign(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId), informationAssignment(*q.Body))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.AssignInformationRequest200JSONResponse{Body: w, Headers: wire.AssignInformationRequest200ResponseHeaders{ETag: w.Etag}}, nil
}

// DraftInformation keeps answers so far.
func (a *API) DraftInformation(ctx context.Context, q wire.DraftInformationRequestObject) (wire.DraftInformationResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	v, err := a.Information.Write(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId), tag, answersFrom(q.Body.Answers), hide(q.Body.Note))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.DraftInformation200JSONResponse{Body: w, Headers: wire.DraftInformation200ResponseHeaders{ETag: w.Etag}}, nil
}

// AnswerInformationRequest sends the draft to who asked.
func (a *API) AnswerInformationRequest(ctx context.Context, q wire.AnswerInformationRequestRequestObject) (wire.AnswerInformationRequestResponseObject, error) {
	v, err := a.Information.Answer(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId), basisOf(q.Body.Ground, q.Body.GroundReason))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.AnswerInformationRequest200JSONResponse{Body: w, Headers: wire.AnswerInformationRequest200ResponseHeaders{ETag: w.Etag}}, nil
}

// RefuseInformationRequest declines one.
func (a *API) RefuseInformationRequest(ctx context.Context, q wire.RefuseInformationRequestRequestObject) (wire.RefuseInformationRequestResponseObject, error) {
	var read reading
	decline, reason := word(&read, inforequest.Declines, &q.Body.Decline, "/decline"), person.Text{}
	if err := read.err(); err != nil {
		return nil, err
	}
	if q.Body.Text != nil {
		reason = person.NewText(*q.Body.Text)
	}
	v, err := a.Information.Refuse(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId), decline, reason)
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	return wire.RefuseInformationRequest200JSONResponse{Body: w, Headers: wire.RefuseInformationRequest200ResponseHeaders{ETag: w.Etag}}, nil
}
