package forum

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/workday"
)

type modeSet struct{}

// Mode is how one meets.
type Mode = enum.Value[modeSet]

// Modes is the closed set.
var Modes = enum.Of[modeSet]("place", "digital", "both")

// Session is a day on which a group meets about cases.
type Session struct {
	ID           id.ForumSession
	Group        id.Group
	On           civil.Date
	Starts, Ends string // 13:00
	Mode         Mode
	CancelledOn  civil.Date
	Reason       person.Text // why
	Version      int

	// What is on the agenda, as far as the reader may know of it: cases brought since the session before, in the order in which
	// they were raised; and those to be followed up.
	Cases, FollowUps []Case
}

// Tag names what the reader sees of it.
func (s *Session) Tag() string {
	n := 0
	for _, all := range [][]Case{s.Cases, s.FollowUps} {
		for _, c := range all {
			n += c.Version
		}
	}
	return strconv.Itoa(s.Version) + "-" + strconv.Itoa(len(s.Cases)) + "-" + strconv.Itoa(len(s.FollowUps)) + "-" + strconv.Itoa(n)
}

// Series is a session before it is planned, or one each week until a last day.
type Series struct {
	First, Last  civil.Date
	Starts, Ends string
	Mode         Mode
}

// mostWeeks is how long a series may be.
const mostWeeks = 53

// Sessions gives those of a series: on working days alone, so that weeks with a holiday on that day have none.
func (s Series) Sessions(g id.Group, today civil.Date) ([]Session, error) {
	last := s.Last
	if last.IsZero() {
		last = s.First
	}
	switch {
	case s.First.Before(today):
		return nil, fault.At(fault.CodeDates, "/firstOn", "past")
	case last.Before(s.First):
		return nil, fault.At(fault.CodeDates, "/lastOn", "before-start")
	case last.After(s.First.AddDays(7 * mostWeeks)):
		return nil, fault.At(fault.CodeDates, "/lastOn", "too-long")
	case s.Ends <= s.Starts:
		return nil, fault.At(fault.CodeDates, "/endsAt", "before-start")
	case !workday.Is(s.First):
		return nil, fault.At(fault.CodeDates, "/firstOn", "no-working-day")
	}
	var all []Session
	for day := s.First; !day.After(last); day = day.AddDays(7) {
		if workday.Is(day) {
			all = append(all, Session{ID: id.NewForumSession(), Group: g, On: day, Starts: s.Starts, Ends: s.Ends, Mode: s.Mode, Version: 1})
		}
	}
	return all, nil
}

// Cancel cancels it; its cases go on to the next one by themselves. Fault: already-ended, also
// for a day that has been.
func (s *Session) Cancel(why person.Text, today civil.Date) error {
	if !s.CancelledOn.IsZero() || s.On.Before(today) {
		return fault.New(fault.CodeEnded)
	}
	s.CancelledOn, s.Reason = today, why
	s.Version++
	return nil
}
