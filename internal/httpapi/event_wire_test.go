package httpapi

import (
	"testing"

	"samplan/internal/event"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAnEvent(t *testing.T) {
	t.Parallel()
	f := filler{}
	e := filled[event.Event](&f)
	e.Kind = event.Kinds.Must("meeting-booked")
	at := event.Key{1}.Cursor(7)
	w := eventFeed(event.Feed{Events: []event.Event{e}, Cursor: at}, "https://api.samplan.example/v1/events")
	wantWhole(t, w, nil)
	if got := w.Events[0]; got.Id != e.ID.UUID() || got.Subject != e.About.UUID() || got.Data.Id != e.About.UUID() || got.Data.Resource != "meeting" ||
		got.Type != "meeting-booked" || *w.Cursor != at.String() {
		t.Errorf("%+v of %+v", w, e)
	}
	if w := eventFeed(event.Feed{}, "a"); w.Cursor != nil || w.Events == nil {
		t.Errorf("nothing to tell is %+v", w)
	}
}

// TestEventWords: the contract, the program and the database (a check) have the same kinds and resources.
func TestEventWords(t *testing.T) {
	t.Parallel()
	for _, k := range event.Kinds.Values() {
		if !wire.EventKind(k.String()).Valid() {
			t.Errorf("the contract lacks %s", k)
		}
	}
	for _, r := range event.Resources.Values() {
		if !wire.EventResource(r.String()).Valid() {
			t.Errorf("the contract lacks %s", r)
		}
	}
	doc, err := contractDocument()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(doc.Components.Schemas["EventKind"].Value.Enum); n != len(event.Kinds.Values()) {
		t.Errorf("the contract has %d kinds, the program %d", n, len(event.Kinds.Values()))
	}
}
