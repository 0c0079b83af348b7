package meeting

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	meetingStateSet  struct{}
	participationSet struct{}
	closingSet       struct{}
)

// MeetingState is where a meeting stands.
type MeetingState = enum.Value[meetingStateSet]

// Participation is how the child took part in a meeting, or why not (R8).
type Participation = enum.Value[participationSet]

// Closing is why no further meeting follows.
type Closing = enum.Value[closingSet]

var (
	// MeetingStates is the closed set: a meeting is scheduled, then closed as held, or cancelled.
	MeetingStates = enum.Of[meetingStateSet]("scheduled", "closed", "cancelled")
	// Participations are the ways of taking part, and the reasons for not.
	Participations = enum.Of[participationSet]("present", "represented", "heard-otherwise", "too-young", "declined", "harmful", "other")
	// Closings are the reasons for which nobody calls to a next meeting.
	Closings = enum.Of[closingSet]("plan-ends", "no-need", "family-declines", "moves")

	Scheduled = MeetingStates.Must("scheduled")
	Closed    = MeetingStates.Must("closed")
	Cancelled = MeetingStates.Must("cancelled")

	atDistance = Ways.Must("digital")
	atPlace    = Ways.Must("place")
)

// Booking is what the leading unit decides of a meeting. Place and link lie in compartments of their own: where a child is
// to be tells where it is (R31), and whoever has the link is in the room.
type Booking struct {
	Call     id.Call // the call that it was called by
	StartsAt time.Time
	EndsAt   time.Time
	Way      Way
	Leaders  []id.Person // none, one or two; they may be neutral, of another unit
	Place    person.Text
	Link     person.Text
}

// Meeting is a meeting of a plan as one reader sees it.
type Meeting struct {
	ID        id.Meeting
	Plan      id.Plan
	Child     id.Person
	State     MeetingState
	Sequence  int // counts what those who have it in their calendar must learn of (RFC 5545)
	Version   int
	CreatedAt time.Time
	ChangedAt time.Time
	Booking
	LeaderNames   []person.Text // read with it
	Participation Participation
	NextOn        civil.Date
	NextUnit      id.Unit
	Closing       Closing
	Attendances   []Attendance       // of the own unit; of all, for the leading one
	OfFamily      []FamilyAttendance // of all, for the leading unit and who leads the meeting; one's own, for the family
	NoShows       []id.Unit          // that answered for coming and stayed away without notice: a deviation may begin with it; for the leading unit
	Replies       []Reply            // of the family; one's own, for the family
	IsLead        bool               // the reader's unit leads the plan
	KnowsPlace    bool               // the reader may know where the child is
}

// Schedule makes a meeting.
func Schedule(f Frame, b Booking, now time.Time) (Meeting, error) {
	m := Meeting{
		ID: id.NewMeeting(), Plan: f.Plan, Child: f.Child, State: Scheduled, Sequence: -1, CreatedAt: now, IsLead: true, KnowsPlace: f.KnowsPlace,
	}
	if !f.IsOpen {
		return m, fault.New(fault.CodePlanClosed)
	}
	return m, m.book(b, now)
}

// Reschedule changes what was decided of a meeting that is still to come.
func (m *Meeting) Reschedule(b Booking, now time.Time) error {
	if err := m.open(); err != nil {
		return err
	}
	return m.book(b, now)
}

func (m *Meeting) book(b Booking, now time.Time) error {
	switch {
	case !b.EndsAt.After(b.StartsAt), b.EndsAt.Sub(b.StartsAt) > 12*time.Hour:
		return fault.At(fault.CodeDates, "/endsAt", "before-start")
	case !m.KnowsPlace && !b.Place.IsZero(): // nobody writes into a compartment that is closed to them
		return fault.New(fault.CodeDenied)
	case b.Way == atDistance && !b.Place.IsZero():
		return fault.At(fault.CodeInvalid, "/place", "digital")
	case twice(b.Leaders):
		return fault.At(fault.CodeInvalid, "/leaderIds", "twice")
	case b.Way == atPlace && !b.Link.IsZero():
		return fault.At(fault.CodeInvalid, "/link", "place")
	}
	isMoved := m.Version == 0 || !m.StartsAt.Equal(b.StartsAt) || !m.EndsAt.Equal(b.EndsAt)
	m.Booking = b
	m.Version++
	if isMoved { // a calendar knows the times alone; another place, link or leader must not show there (R33)
		m.recall(now)
	}
	return nil
}

// recall lets calendars learn of a change.
func (m *Meeting) recall(now time.Time) {
	m.Sequence++
	m.ChangedAt = now
}

// Cancel calls a meeting off.
func (m *Meeting) Cancel(now time.Time) error {
	if err := m.open(); err != nil {
		return err
	}
	m.State = Cancelled
	m.Version++
	m.recall(now)
	return nil
}

func (m *Meeting) open() error {
	if m.State != Scheduled {
		return fault.New(fault.CodeMeetingOver)
	}
	return nil
}

// End is what a meeting is closed with.
type End struct {
	Participation Participation
	NextOn        civil.Date
	NextUnit      id.Unit
	Closing       Closing
}

// Close ends a meeting that has been held. It is not closed without the day of the next one and who calls to it, or the
// reason why there is none; nor before it is known who came (R46, R47).
func (m *Meeting) Close(e End, c Call, today civil.Date, now time.Time) error {
	if err := m.open(); err != nil {
		return err
	}
	if civil.Of(m.StartsAt).After(today) {
		return fault.New(fault.CodeMeetingAhead)
	}
	if missing := m.missing(e, today); len(missing) > 0 {
		return fault.New(fault.CodeMeetingIncomplete, missing...)
	}
	m.State, m.Participation, m.NextOn, m.NextUnit, m.Closing = Closed, e.Participation, e.NextOn, e.NextUnit, e.Closing
	m.NoShows = m.noShows(c)
	m.Version++
	m.ChangedAt = now
	return nil
}

func (m *Meeting) missing(e End, today civil.Date) []fault.Field {
	var all []fault.Field
	need := func(ok bool, pointer, code string) {
		if !ok {
			all = append(all, fault.Field{Pointer: pointer, Code: code})
		}
	}
	need(len(m.Attendances) > 0, "/attendances", "required")
	need(e.Closing.IsZero() || e.NextOn.IsZero() && e.NextUnit.IsZero(), "/closingReason", "contradicts-next")
	need(!e.Closing.IsZero() || e.NextOn.After(today), "/nextFollowUpOn", "required")
	need(!e.Closing.IsZero() || !e.NextUnit.IsZero(), "/nextFollowUpUnitId", "required")
	return all
}

// Tag names the meeting as its reader sees it: what is kept from the reader changes without a trace in it (R22, R31).
func (m Meeting) Tag() string {
	h := sha256.New()
	write := func(parts ...any) { fmt.Fprintf(h, "%v\n", parts) }
	write(m.ID, m.Call, m.State, m.StartsAt.UnixMicro(), m.EndsAt.UnixMicro(), m.Way, m.Participation, m.NextOn, m.NextUnit, m.Closing)
	write(m.Place.Reveal(), m.Link.Reveal(), m.Leaders, m.NoShows)
	for _, a := range m.Attendances {
		write(a.ID, a.Version)
	}
	write(m.OfFamily)
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}

// twice tells whether somebody is named twice.
func twice(all []id.Person) bool {
	for n, p := range all {
		if slices.Contains(all[:n], p) {
			return true
		}
	}
	return false
}
