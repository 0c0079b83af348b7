package httpapi

import (
	"samplan/internal/notice"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

func notification(n notice.Notification) wire.Notification {
	w := n.Words()
	v := wire.Notification{
		Id: n.ID.UUID(), Kind: wire.NotificationKind(n.Kind.String()), TextSv: w.Swedish, TextEn: w.English, Since: day(n.Since),
		Resource: wire.NotificationResource(n.Resource().String()), ResourceId: n.About.UUID(), IsRead: n.Read,
	}
	if !n.Deadline.IsZero() {
		v.Deadline = new(wire.RoutineDeadlineKind(n.Deadline.String()))
	}
	return v
}

func myNotification(n notice.Notification) wire.MyNotification {
	kind := wire.MyNotificationKind(n.Kind.String())
	return wire.MyNotification{
		Id: n.ID.UUID(), Kind: kind, TextSv: inWords(phrase.Swedish, kind), TextEn: inWords(phrase.English, kind), Since: day(n.Since),
		Resource: wire.MyNotificationResource(n.Resource().String()), ResourceId: n.About.UUID(), IsRead: n.Read,
	}
}
