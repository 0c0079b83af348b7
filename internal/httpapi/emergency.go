package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// firstTag is the version of what is written once and never changed.
const firstTag = `"1"`

// accessesAt is where those who answer for emergency accesses find them.
const accessesAt = "/v1/emergency-accesses"

// AskEmergency tells which care givers hold something about a child in danger.
func (a *API) AskEmergency(ctx context.Context, q wire.AskEmergencyRequestObject) (wire.AskEmergencyResponseObject, error) {
	actor := actorFrom(ctx)
	question, err := emergencyQuestion(q.Body, actor.Today())
	if err != nil {
		return nil, err
	}
	i, err := a.Care.Ask(ctx, actor, question)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AskEmergency201JSONResponse{
		Body:    r.inquiry(i),
		Headers: wire.AskEmergency201ResponseHeaders{ETag: firstTag, Location: "/v1/emergency-inquiries/" + i.ID.String()},
	}, nil
}

// OpenEmergency opens what one of them holds, for 15 minutes.
func (a *API) OpenEmergency(ctx context.Context, q wire.OpenEmergencyRequestObject) (wire.OpenEmergencyResponseObject, error) {
	of, unit := id.EmergencyInquiryOf(q.InquiryId), id.UnitOf(q.Body.UnitId)
	e, err := a.Care.Open(ctx, actorFrom(ctx), of, unit, person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	return wire.OpenEmergency201JSONResponse{
		Body:    wire.EmergencyOpening{Id: e.ID.UUID(), OpensUntil: e.OpensUntil},
		Headers: wire.OpenEmergency201ResponseHeaders{ETag: firstTag, Location: accessesAt + "/" + e.ID.String() + "/items"},
	}, nil
}

// ListEmergencyItems lists what was opened, while it is open.
func (a *API) ListEmergencyItems(ctx context.Context, q wire.ListEmergencyItemsRequestObject) (wire.ListEmergencyItemsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Care.Items(ctx, actorFrom(ctx), id.EmergencyAccessOf(q.AccessId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListEmergencyItems200JSONResponse{Body: wire.EmergencyItemList{
		Items: each(rows, r.emergencyItem), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ListEmergencyAccesses lists the emergency accesses that the caller answers for.
func (a *API) ListEmergencyAccesses(ctx context.Context, q wire.ListEmergencyAccessesRequestObject) (wire.ListEmergencyAccessesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Care.Accesses(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListEmergencyAccesses200JSONResponse{Body: wire.EmergencyAccessList{
		EmergencyAccesses: each(rows, r.emergencyAccess), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ReviewEmergencyAccess records whether an emergency access was justified.
func (a *API) ReviewEmergencyAccess(ctx context.Context, q wire.ReviewEmergencyAccessRequestObject) (wire.ReviewEmergencyAccessResponseObject, error) {
	finding, err := emergencyFinding(q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Care.Review(ctx, actorFrom(ctx), id.EmergencyAccessOf(q.AccessId), finding)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ReviewEmergencyAccess201JSONResponse{
		Body: r.emergencyReview(v), Headers: wire.ReviewEmergencyAccess201ResponseHeaders{ETag: firstTag, Location: accessesAt},
	}, nil
}
