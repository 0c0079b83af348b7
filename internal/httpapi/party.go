package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddParty calls or invites a unit to a plan.
func (a *API) AddParty(ctx context.Context, q wire.AddPartyRequestObject) (wire.AddPartyResponseObject, error) {
	var read reading
	mode := word(&read, plan.Modes, &q.Body.Mode, "/mode")
	if err := read.err(); err != nil {
		return nil, err
	}
	y, err := a.Plans.AddParty(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), id.UnitOf(q.Body.UnitId), mode)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddParty201JSONResponse{
		Body: r.party(y), Headers: wire.AddParty201ResponseHeaders{ETag: partyTag(y), Location: planAt(y.Plan)},
	}, nil
}

// AnswerParty answers a call to the own unit.
func (a *API) AnswerParty(ctx context.Context, q wire.AnswerPartyRequestObject) (wire.AnswerPartyResponseObject, error) {
	y, err := a.Plans.AnswerParty(ctx, actorFrom(ctx), id.PartyOf(q.PartyId), partyAnswer(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerParty200JSONResponse{Body: r.party(y), Headers: wire.AnswerParty200ResponseHeaders{ETag: partyTag(y)}}, nil
}

// LeaveParty ends the own unit's part in a plan.
func (a *API) LeaveParty(ctx context.Context, q wire.LeavePartyRequestObject) (wire.LeavePartyResponseObject, error) {
	y, err := a.Plans.LeaveParty(ctx, actorFrom(ctx), id.PartyOf(q.PartyId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.LeaveParty200JSONResponse{Body: r.party(y), Headers: wire.LeaveParty200ResponseHeaders{ETag: partyTag(y)}}, nil
}

// ListInvitations lists the calls that wait for the own unit's answer.
func (a *API) ListInvitations(ctx context.Context, q wire.ListInvitationsRequestObject) (wire.ListInvitationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Invitations(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListInvitations200JSONResponse{Body: wire.InvitationList{
		Invitations: each(rows, r.invitation), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
