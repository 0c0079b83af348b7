package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Meeting is a meeting of a plan.
type Meeting struct {
	ID, Plan, Call    ID
	Unit              string // whose meeting it is: that leads, or led when it was held
	State, Way        string
	Place, Link       string
	Leaders           []ID
	Sequence, Days    int // days from the world's day
	Closing, NextUnit string
	Next              civil.Date
	Order, Version    int
	Attendances       []Attendance
	Replies           []Reply
	NoShows           []string // units
	OfFamily          []Reply  // how somebody of the family took part
	Taken             []ID     // who has answered the survey after it
}

// Attendance is how somebody of a unit took part.
type Attendance struct {
	ID             ID
	Unit, Presence string
	Person         ID
	HasMandate     bool
	Version        int
}

// Reply is what somebody of the family answered.
type Reply struct {
	Person       ID
	Reply, Words string
}

// SeesMeeting tells whether a meeting is there: for whoever sees the plan.
func (w *World) SeesMeeting(r Reader, m Meeting) bool { return w.SeesPlan(r, w.Plan(m.Plan)) }

// SeesLink: whoever is in the room has the link: the family, and units that take part themselves.
func (w *World) SeesLink(r Reader, m Meeting) bool {
	return w.SeesMeeting(r, m) && (r.IsCitizen() || slices.ContainsFunc(w.Parties, func(y Party) bool {
		return y.Plan == m.Plan && y.Unit == r.Unit && y.State == "accepted"
	}))
}

// isToldOfMeetings tells whether somebody has answered a meeting, or the survey after it.
func (w *World) isToldOfMeetings(h ID) bool {
	return slices.ContainsFunc(w.Meetings, func(m Meeting) bool {
		return slices.Contains(m.Taken, h) || slices.ContainsFunc(append(slices.Clone(m.Replies), m.OfFamily...), func(v Reply) bool { return v.Person == h })
	})
}

// has tells whether a meeting is the reader's unit's.
func (r Reader) has(m Meeting) bool { return !r.IsCitizen() && m.Unit == r.Unit }

func (w *World) cloneMeetings(c *World) {
	c.Meetings = slices.Clone(w.Meetings)
	for n := range c.Meetings {
		m := &c.Meetings[n]
		m.Attendances, m.Replies = slices.Clone(m.Attendances), slices.Clone(m.Replies)
		m.Leaders, m.NoShows, m.OfFamily = slices.Clone(m.Leaders), slices.Clone(m.NoShows), slices.Clone(m.OfFamily)
		m.Taken = slices.Clone(m.Taken)
	}
}

func (w *World) sweepMeetings(isPlan func(ID) bool) {
	w.Meetings = where(w.Meetings, func(m Meeting) bool { return isPlan(m.Plan) })
	for n := range w.Meetings {
		if !slices.ContainsFunc(w.Calls, func(c Call) bool { return c.ID == w.Meetings[n].Call }) {
			w.Meetings[n].Call = ID{}
		}
	}
}

// suggestion is the id of the deviation that a no-show suggests.
func suggestion(m Meeting, unit string) ID { return named("suggestion", m.ID.String()+unit) }
