package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// consentAt is where a consent is found.
func consentAt(c id.Consent) string { return "/v1/consents/" + c.String() }

// RecordConsent records a consent that is to be asked for.
func (a *API) RecordConsent(ctx context.Context, q wire.RecordConsentRequestObject) (wire.RecordConsentResponseObject, error) {
	draft, err := newConsent(id.PersonOf(q.ChildId), *q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Consents.Record(ctx, actorFrom(ctx), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.RecordConsent201JSONResponse{
		Body: r.consent(v), Headers: wire.RecordConsent201ResponseHeaders{ETag: etag(v.Tag()), Location: consentAt(v.ID)},
	}, nil
}

// ListConsents lists the consents about a child.
func (a *API) ListConsents(ctx context.Context, q wire.ListConsentsRequestObject) (wire.ListConsentsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Consents.List(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListConsents200JSONResponse{Body: wire.ConsentList{
		Consents: each(rows, r.consent), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetConsent shows a consent.
func (a *API) GetConsent(ctx context.Context, q wire.GetConsentRequestObject) (wire.GetConsentResponseObject, error) {
	v, err := a.Consents.Find(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetConsent200JSONResponse{Body: r.consent(v), Headers: wire.GetConsent200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// AnswerConsent writes down what somebody who was asked has answered.
func (a *API) AnswerConsent(ctx context.Context, q wire.AnswerConsentRequestObject) (wire.AnswerConsentResponseObject, error) {
	answer, err := newConsentAnswer(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Consents.Answer(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId), answer)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerConsent200JSONResponse{Body: r.consent(v), Headers: wire.AnswerConsent200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// WithdrawConsent writes down that somebody who was asked has withdrawn it.
func (a *API) WithdrawConsent(ctx context.Context, q wire.WithdrawConsentRequestObject) (wire.WithdrawConsentResponseObject, error) {
	by, reason := id.PersonOf(q.Body.By), hide(q.Body.Reason)
	v, err := a.Consents.Withdraw(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId), by, reason)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.WithdrawConsent200JSONResponse{Body: r.consent(v), Headers: wire.WithdrawConsent200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
