package event

import (
	"time"

	"samplan/internal/id"
)

// Event is that something happened.
type Event struct {
	ID    id.Event
	Kind  Kind
	About id.Resource // what a person of the unit can open
	At    time.Time
}

// Resource tells what kind of thing it is about.
func (e Event) Resource() Resource { return resources[e.Kind] }

// Feed is a page of events, with where it ends.
type Feed struct {
	Events []Event
	Cursor Cursor // where the next page begins; zero when nothing was ever there to tell
}
