package httpapi

import (
	"context"

	"samplan/internal/event"

	"samplan/internal/httpapi/wire"
)

// FollowEvents tells a client what has happened.
func (a *API) FollowEvents(ctx context.Context, q wire.FollowEventsRequestObject) (wire.FollowEventsResponseObject, error) {
	var after event.Cursor
	if q.Params.Cursor != nil {
		var err error
		if after, err = event.ParseCursor(*q.Params.Cursor); err != nil {
			return nil, err
		}
	}
	f, err := a.Events.List(ctx, actorFrom(ctx), after, pageOf(nil, q.Params.Limit).Limit)
	if err != nil {
		return nil, err
	}
	return wire.FollowEvents200JSONResponse{Body: eventFeed(f, a.Info.Events)}, nil
}
