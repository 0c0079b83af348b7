package httpapi

import (
	"context"

	"samplan/internal/consent"

	"samplan/internal/httpapi/wire"
)

// ListReminders lists consents of the own unit that end soon.
func (a *API) ListReminders(ctx context.Context, q wire.ListRemindersRequestObject) (wire.ListRemindersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	actor := actorFrom(ctx)
	rows, total, err := a.Consents.Reminders(ctx, actor, p)
	if err != nil {
		return nil, err
	}
	return wire.ListReminders200JSONResponse{Body: wire.ReminderList{
		Reminders: each(rows, func(v consent.Reminder) wire.Reminder { return reminder(actor, v) }), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
