package meeting

import (
	"errors"
	"testing"
	"time"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

func booking() Booking {
	begins := today.Start().Add(13 * time.Hour)
	return Booking{StartsAt: begins, EndsAt: begins.Add(time.Hour), Way: Ways.Must("both"), Place: text("skolan"), Link: text("https://mote.example/1")}
}

func scheduled(t *testing.T) Meeting {
	t.Helper()
	f := frame()
	f.KnowsPlace = true
	m, err := Schedule(f, booking(), noon)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestR46Booking: a meeting begins before it ends, has at most a place where there is one, and changes under a higher sequence.
func TestR46Booking(t *testing.T) {
	t.Parallel()
	m := scheduled(t)
	if m.Sequence != 0 || m.Version != 1 || m.State != Scheduled {
		t.Errorf("%+v", m)
	}
	for what, broken := range map[string]struct {
		change  func(*Booking)
		code    fault.Code
		pointer string
	}{
		"it ends before it begins":     {func(b *Booking) { b.EndsAt = b.StartsAt }, fault.CodeDates, "/endsAt"},
		"it never ends":                {func(b *Booking) { b.EndsAt = b.StartsAt.Add(13 * time.Hour) }, fault.CodeDates, "/endsAt"},
		"a place at a distance":        {func(b *Booking) { b.Way = atDistance }, fault.CodeInvalid, "/place"},
		"a link to a room":             {func(b *Booking) { b.Way = atPlace }, fault.CodeInvalid, "/link"},
		"somebody leads it twice over": {func(b *Booking) { p := id.NewPerson(); b.Leaders = []id.Person{p, p} }, fault.CodeInvalid, "/leaderIds"},
	} {
		b := booking()
		broken.change(&b)
		said(t, what, m.Reschedule(b, noon), broken.code, broken.pointer)
	}
	outside := m
	outside.KnowsPlace = false
	said(t, "a place by one who may not know it", outside.Reschedule(booking(), noon), fault.CodeDenied, "")
	elsewhere := booking()
	elsewhere.Place, elsewhere.Link, elsewhere.Leaders = person.NewText("Biblioteket"), person.NewText("https://annan.example"), []id.Person{id.NewPerson()}
	outside = m
	outside.Place, outside.Link, outside.Leaders = person.Text{}, person.Text{}, nil
	tag, stamp := outside.Tag(), m.ChangedAt
	if err := m.Reschedule(elsewhere, noon.Add(time.Hour)); err != nil || m.Version != 2 || m.Sequence != 0 || !m.ChangedAt.Equal(stamp) || m.Tag() == tag {
		t.Errorf("%v %+v", err, m)
	}
	outside = m
	outside.Place, outside.Link, outside.Leaders = person.Text{}, person.Text{}, nil
	if outside.Tag() != tag {
		t.Error("who may not know place, link and leaders sees that they have changed (R31)")
	}
	later := booking()
	later.EndsAt = later.EndsAt.Add(time.Hour)
	if err := m.Reschedule(later, noon.Add(time.Hour)); err != nil || m.Sequence != 1 || !m.ChangedAt.Equal(noon.Add(time.Hour)) {
		t.Errorf("%v %+v", err, m)
	}
	if err := m.Cancel(noon); err != nil || m.Sequence != 2 {
		t.Errorf("%v %+v", err, m)
	}
	said(t, "cancelled twice", m.Cancel(noon), fault.CodeMeetingOver, "")
	said(t, "changed after it was cancelled", m.Reschedule(booking(), noon), fault.CodeMeetingOver, "")
	said(t, "answered after it was cancelled", m.Reply(Reply{Reply: Replies.Must("comes")}), fault.CodeMeetingOver, "")
}

// TestR46AttendanceIsPerPerson: noted again it is changed; not before the day.
func TestR46AttendanceIsPerPerson(t *testing.T) {
	t.Parallel()
	m := scheduled(t)
	a := Attendance{Unit: id.NewUnit(), Person: id.NewPerson(), Presence: Absent}
	_, err := m.Attend(a, today.AddDays(-1))
	said(t, "before the day", err, fault.CodeMeetingAhead, "")
	first, err := m.Attend(a, today)
	if err != nil {
		t.Fatal(err)
	}
	m.Attendances = append(m.Attendances, first)
	a.Presence, a.HasMandate = Presences.Must("digital"), true
	again, err := m.Attend(a, today)
	if err != nil || again.ID != first.ID || again.Version != 2 || !again.HasMandate {
		t.Errorf("%v %+v", err, again)
	}
}

// TestR47NoEndWithoutANext: the day of the next and who calls to it, or a reason why there is none; and who came.
func TestR47NoEndWithoutANext(t *testing.T) {
	t.Parallel()
	whole := End{Participation: Participations.Must("present"), NextOn: today.AddDays(60), NextUnit: id.NewUnit()}
	attended := func() Meeting {
		m := scheduled(t)
		m.Attendances = []Attendance{{Unit: id.NewUnit(), Presence: Presences.Must("came")}}
		return m
	}
	nobody, early := scheduled(t), attended()
	said(t, "nobody knows who came", nobody.Close(whole, Call{}, today, noon), fault.CodeMeetingIncomplete, "/attendances")
	said(t, "before the day", early.Close(whole, Call{}, today.AddDays(-1), noon), fault.CodeMeetingAhead, "")
	for pointer, change := range map[string]func(*End){
		"/nextFollowUpOn":     func(e *End) { e.NextOn = today },
		"/nextFollowUpUnitId": func(e *End) { e.NextUnit = id.Unit{} },
		"/closingReason":      func(e *End) { e.Closing = Closings.Must("no-need") },
	} {
		m, e := attended(), whole
		change(&e)
		said(t, pointer, m.Close(e, Call{}, today, noon), fault.CodeMeetingIncomplete, pointer)
	}
	for _, e := range []End{whole, {Participation: whole.Participation, Closing: Closings.Must("no-need")}} {
		m := attended()
		if err := m.Close(e, Call{}, today, noon); err != nil || m.State != Closed {
			t.Errorf("%v %+v", err, m)
		}
		said(t, "closed twice", m.Close(e, Call{}, today, noon), fault.CodeMeetingOver, "")
	}
}

// TestR44NoShow: a unit that answered for coming and of which nobody came, nor gave notice, is noted.
func TestR44NoShow(t *testing.T) {
	t.Parallel()
	c, m := sent(t), scheduled(t)
	came, away := c.Addressees[0].Unit, c.Addressees[1].Unit
	m.Attendances = []Attendance{{Unit: came, Presence: Presences.Must("absent-with-notice")}, {Unit: away, Presence: Absent}}
	err := m.Close(End{Participation: Participations.Must("other"), Closing: Closings.Must("no-need")}, c, today, noon)
	if err != nil || len(m.NoShows) != 1 || m.NoShows[0] != away {
		t.Errorf("%v %v", err, m.NoShows)
	}
}

func TestReplies(t *testing.T) {
	t.Parallel()
	m := scheduled(t)
	said(t, "a proposal of nothing", m.Reply(Reply{Reply: proposes}), fault.CodeReasonRequired, "/text")
	if err := errors.Join(m.Reply(Reply{Reply: Replies.Must("cannot")}), m.Reply(Reply{Reply: proposes, Words: text("senare")})); err != nil {
		t.Error(err)
	}
}
