package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddDisagreement notes a disagreement of a party.
func (a *API) AddDisagreement(ctx context.Context, q wire.AddDisagreementRequestObject) (wire.AddDisagreementResponseObject, error) {
	draft, err := newDisagreement(*q.Body)
	if err != nil {
		return nil, err
	}
	i, err := a.Plans.AddDisagreement(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddDisagreement201JSONResponse{
		Body:    r.disagreement(i),
		Headers: wire.AddDisagreement201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/disagreements/" + i.ID.String()},
	}, nil
}

// GetDisagreement shows a disagreement.
func (a *API) GetDisagreement(ctx context.Context, q wire.GetDisagreementRequestObject) (wire.GetDisagreementResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.DisagreementKind, id.ItemOf(q.DisagreementId))
	if err != nil {
		return nil, err
	}
	return wire.GetDisagreement200JSONResponse{
		Body: r.disagreement(i), Headers: wire.GetDisagreement200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}
