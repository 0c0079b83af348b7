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
	w := e.Envelope(source)
	return wire.CloudEvent{
		Specversion: wire.CloudEventSpecversion(w.Specversion), Id: e.ID.UUID(), Source: w.Source, Type: wire.EventKind(w.Type), Subject: e.About.UUID(), Time: w.Time,
		Datacontenttype: wire.CloudEventDatacontenttype(w.Datacontenttype), Data: wire.EventData{Resource: wire.EventResource(w.Data.Resource), Id: e.About.UUID()},
	}
}
