package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListNotifications lists what is new to the caller.
func (a *API) ListNotifications(ctx context.Context, q wire.ListNotificationsRequestObject) (wire.ListNotificationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Notices.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListNotifications200JSONResponse{Body: wire.NotificationList{
		Notifications: each(rows, notification), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// MarkNotificationRead marks one of them as read.
func (a *API) MarkNotificationRead(ctx context.Context, q wire.MarkNotificationReadRequestObject) (wire.MarkNotificationReadResponseObject, error) {
	n, err := a.Notices.MarkRead(ctx, actorFrom(ctx), id.NotificationOf(q.NotificationId))
	if err != nil {
		return nil, err
	}
	return wire.MarkNotificationRead200JSONResponse{Body: notification(n)}, nil
}

// ListMyNotifications lists what is new to a member of the family.
func (a *API) ListMyNotifications(ctx context.Context, q wire.ListMyNotificationsRequestObject) (wire.ListMyNotificationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Notices.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyNotifications200JSONResponse{Body: wire.MyNotificationList{
		Notifications: each(rows, myNotification), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// MarkMyNotificationRead marks one of them as read.
func (a *API) MarkMyNotificationRead(ctx context.Context, q wire.MarkMyNotificationReadRequestObject) (wire.MarkMyNotificationReadResponseObject, error) {
	n, err := a.Notices.MarkRead(ctx, actorFrom(ctx), id.NotificationOf(q.NotificationId))
	if err != nil {
		return nil, err
	}
	return wire.MarkMyNotificationRead200JSONResponse{Body: myNotification(n)}, nil
}
