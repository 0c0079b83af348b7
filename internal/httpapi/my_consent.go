package httpapi

import (
	"context"

	"samplan/internal/consent"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListMyConsents lists the consents that the caller was asked for.
func (a *API) ListMyConsents(ctx context.Context, q wire.ListMyConsentsRequestObject) (wire.ListMyConsentsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Consents.ListOwn(ctx, actorFrom(ctx), id.Person{}, p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyConsents200JSONResponse{Body: wire.MyConsentList{
		Consents: each(rows, r.myConsent), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetMyConsent shows a consent to one who was asked.
func (a *API) GetMyConsent(ctx context.Context, q wire.GetMyConsentRequestObject) (wire.GetMyConsentResponseObject, error) {
	v, err := a.Consents.Find(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetMyConsent200JSONResponse{
		Body: r.myConsent(v), Headers: wire.GetMyConsent200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// AnswerMyConsent takes the caller's own answer.
func (a *API) AnswerMyConsent(ctx context.Context, q wire.AnswerMyConsentRequestObject) (wire.AnswerMyConsentResponseObject, error) {
	var read reading
	choice := word(&read, consent.Choices, &q.Body.Answer, "/answer")
	if err := read.err(); err != nil {
		return nil, err
	}
	v, err := a.Consents.AnswerOwn(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId), choice, newSignature(q.Body.Signature))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerMyConsent200JSONResponse{
		Body: r.myConsent(v), Headers: wire.AnswerMyConsent200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// LimitMyConsent puts a narrower consent in the place of one that the caller was asked for.
func (a *API) LimitMyConsent(ctx context.Context, q wire.LimitMyConsentRequestObject) (wire.LimitMyConsentResponseObject, error) {
	limit, err := newLimitation(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Consents.LimitOwn(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId), limit)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.LimitMyConsent201JSONResponse{
		Body: r.myConsent(v), Headers: wire.LimitMyConsent201ResponseHeaders{ETag: etag(v.Tag()), Location: "/v1/my/consents/" + v.ID.String()},
	}, nil
}

// WithdrawMyConsent withdraws a consent that the caller was asked for.
func (a *API) WithdrawMyConsent(ctx context.Context, q wire.WithdrawMyConsentRequestObject) (wire.WithdrawMyConsentResponseObject, error) {
	v, err := a.Consents.WithdrawOwn(ctx, actorFrom(ctx), id.ConsentOf(q.ConsentId), hide(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.WithdrawMyConsent200JSONResponse{
		Body: r.myConsent(v), Headers: wire.WithdrawMyConsent200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}
