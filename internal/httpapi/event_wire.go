package httpapi

import (
	"samplan/internal/event"

	"samplan/internal/httpapi/wire"
)

func eventFeed(f event.Feed, source string) wire.EventFeed {
	w := wire.EventFeed{Events: each(f.Events, func(e event.Event) wire.CloudEvent { return cloudEvent(e, source) })}
	if !f.Cursor.IsZero() {
		text := f.Cursor.String()
		w.Cursor = &text
	}
	return w
}

// cloudEvent is an event as CloudEvents 1.0 writes it (its JSON format, 3.1).
func cloudEvent(e event.Event, source string) wire.CloudEvent {
	return wire.CloudEvent{
		Specversion: "1.0", Id: e.ID.UUID(), Source: source, Type: wire.EventKind(e.Kind.String()), Subject: e.About.UUID(), Time: e.At,
		Datacontenttype: mediaJSON, Data: wire.EventData{Resource: wire.EventResource(e.Resource().String()), Id: e.About.UUID()},
	}
}
