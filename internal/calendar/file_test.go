package calendar_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/google/uuid"

	"samplan/internal/calendar"
)

// read takes a file in as another program would.
func read(t *testing.T, file []byte) (method string, e ical.Event) {
	t.Helper()
	for _, line := range strings.SplitAfter(string(file), "\n") {
		if line != "" && !strings.HasSuffix(line, "\r\n") {
			t.Errorf("%q does not end as it should", line)
		}
		if len(strings.TrimSuffix(line, "\r\n")) > 75 {
			t.Errorf("%q is too long", line)
		}
	}
	c, err := ical.NewDecoder(bytes.NewReader(file)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Events()) != 1 {
		t.Fatalf("%d events", len(c.Events()))
	}
	if err := ical.NewEncoder(&bytes.Buffer{}).Encode(c); err != nil { // it checks what the standard asks for
		t.Error(err)
	}
	m, err := c.Props.Text(ical.PropMethod)
	if err != nil {
		t.Error(err)
	}
	return m, c.Events()[0]
}

// TestInvitationChangeAndCancellation: one identity, a higher sequence, Swedish time summer and winter.
func TestInvitationChangeAndCancellation(t *testing.T) {
	t.Parallel()
	for _, begins := range []time.Time{time.Date(2026, 7, 1, 11, 0, 0, 0, time.UTC), time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)} {
		e := calendar.Event{ID: uuid.New(), Stamp: begins.AddDate(0, 0, -9), StartsAt: begins, EndsAt: begins.Add(time.Hour)}
		for n, want := range []string{"REQUEST", "REQUEST", "CANCEL"} {
			e.Sequence, e.IsCancelled = n, n == 2
			method, got := read(t, calendar.File(e))
			starts, err := got.DateTimeStart(nil)
			if err != nil || !starts.Equal(begins) || starts.Location().String() != "Europe/Stockholm" || starts.Hour() != 13 {
				t.Errorf("begins %s, %v", starts, err)
			}
			if ends, err := got.DateTimeEnd(nil); err != nil || ends.Sub(starts) != time.Hour {
				t.Errorf("ends %s, %v", ends, err)
			}
			uid, _ := got.Props.Text(ical.PropUID)
			sequence := got.Props.Get(ical.PropSequence)
			stamp, err := got.Props.DateTime(ical.PropDateTimeStamp, nil)
			if method != want || uid != e.ID.String()+"@samplan" || sequence == nil || sequence.Value != string(rune('0'+n)) || err != nil || !stamp.Equal(e.Stamp) {
				t.Errorf("%s %s %v %s %v", method, uid, sequence, stamp, err)
			}
			if status, _ := got.Status(); (status == ical.EventCancelled) != e.IsCancelled {
				t.Errorf("%s with status %s", method, status)
			}
			if got.Props.Get(ical.PropLocation) != nil || got.Props.Get(ical.PropURL) != nil {
				t.Error("a calendar is told of a place")
			}
			if summary, _ := got.Props.Text(ical.PropSummary); summary != "Möte "+e.Reference() {
				t.Errorf("summary %q", summary)
			}
		}
	}
}
