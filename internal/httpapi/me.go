package httpapi

import (
	"context"

	"samplan/internal/httpapi/wire"
)

// GetMe tells who is signed in and as what. Of a citizen it tells no more than that: whether a service has registered
// the person is that service's own knowledge.
func (a *API) GetMe(ctx context.Context, _ wire.GetMeRequestObject) (wire.GetMeResponseObject, error) {
	actor := actorFrom(ctx)
	mine, err := a.Org.Me(ctx, actor)
	if err != nil {
		return nil, err
	}
	through, err := a.Org.Through(ctx, actor)
	if err != nil {
		return nil, err
	}
	me := wire.Me{Kind: wire.CallerKindCitizen, Assignments: each(mine, assignmentWire), EService: optional(through)}
	if !actor.IsCitizen() {
		me.Kind, me.PersonId, me.Name = wire.CallerKindStaff, optionalID(actor.Person()), optional(actor.Name())
	}
	return wire.GetMe200JSONResponse{Body: me}, nil
}
