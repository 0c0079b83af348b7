package routine

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
	"samplan/internal/workday"
)

type (
	kindSet  struct{}
	stateSet struct{}
)

// Kind is a sort of deadline.
type Kind = enum.Value[kindSet]

// Kinds are all of them. A profile has every one, so that no caller has to think of what holds when it has not.
var Kinds = enum.Of[kindSet]("start-of-work", "call-before-meeting", "reply-to-call", "meeting-held", "plan-sent", "follow-up",
	"lss-review", "deviation-answer", "emergency-review", "survey-answer",
	"contact-card-review", "information-answer", "extract-extension")

// The kinds by name.
var (
	StartOfWork       = Kinds.Must("start-of-work")       // from the day on which the need was noted
	CallBeforeMeeting = Kinds.Must("call-before-meeting") // back from the day of the meeting
	ReplyToCall       = Kinds.Must("reply-to-call")       // from the day of the call
	MeetingHeld       = Kinds.Must("meeting-held")        // from the day of the call
	PlanSent          = Kinds.Must("plan-sent")           // from the day of the meeting
	FollowUp          = Kinds.Must("follow-up")           // from the meeting or the last follow-up: the longest interval
	LSSReview         = Kinds.Must("lss-review")          // from the plan under LSS, or its last review (R11)
	DeviationAnswer   = Kinds.Must("deviation-answer")    // from the day of the report (R53)
	EmergencyReview   = Kinds.Must("emergency-review")    // from the day of the access (R38)
	SurveyAnswer      = Kinds.Must("survey-answer")       // from the day on which the meeting was closed (R50)
	ContactCardReview = Kinds.Must("contact-card-review") // from the day on which the card was written or last confirmed (R51)
	InformationAnswer = Kinds.Must("information-answer")  // from the day on which the request for information was sent (R51)
	ExtractExtension  = Kinds.Must("extract-extension")   // from the day by which an extract was first to be answered (GDPR art. 12.3)
)

// The units in which a deadline is counted, and what becomes of one that ends on a day that is no working day.
const (
	CalendarDays = "calendar-days"
	WorkingDays  = "working-days"
	Months       = "months"
	Moves        = "moves"
	Stays        = "stays"
)

// Deadline is how long something may take (R45).
type Deadline struct {
	Length    int    `json:"length"`
	Unit      string `json:"unit"`
	OnFreeDay string `json:"onFreeDay"`
	SoonDays  int    `json:"soonDays"` // calendar days before the last one from which it is said to be due soon
	Source    Source `json:"source"`
}

// Breach is a deadline of a plan that is broken, and what it is for has still not been done.
type Breach struct {
	Plan  id.Plan
	Kind  Kind
	Since civil.Date // the day after the last one
}

// State is where a deadline stands.
type State = enum.Value[stateSet]

// States are all of them.
var States = enum.Of[stateSet]("in-time", "due-soon", "breached")

// The states by name.
var (
	InTime   = States.Must("in-time")
	DueSoon  = States.Must("due-soon")
	Breached = States.Must("breached")
)

// Due gives the last day for something that is counted from a day; the day itself does not count. What is to be done
// before a day is counted back from it. On a day that is no working day it moves to where there is time left: on from
// there, or back to the working day before (compare lag 1930:173, 2 §).
func (p *Profile) Due(k Kind, from civil.Date) civil.Date {
	d := p.Deadlines[k.String()]
	if k == CallBeforeMeeting {
		return d.count(from, -1)
	}
	return d.count(from, 1)
}

func (d Deadline) count(from civil.Date, way int) civil.Date {
	step := workday.After
	if way < 0 {
		step = workday.Before
	}
	var due civil.Date
	switch d.Unit {
	case WorkingDays:
		return step(from, d.Length)
	case Months:
		due = from.AddMonths(way * d.Length)
	default:
		due = from.AddDays(way * d.Length)
	}
	if d.OnFreeDay == Moves && !workday.Is(due) {
		return step(due, 1)
	}
	return due
}

// State tells where a deadline stands today: done in time or late, not done and due soon, or late. No day done is not done.
func (p *Profile) State(k Kind, from, done, today civil.Date) State {
	return p.StateOf(k, p.Due(k, from), done, today)
}

// StateOf tells it of one of which the last day is known.
func (p *Profile) StateOf(k Kind, due, done, today civil.Date) State {
	switch {
	case !done.IsZero() && !done.After(due):
		return InTime
	case !done.IsZero() || today.After(due):
		return Breached
	case today.Before(p.SoonFrom(k, due)):
		return InTime
	}
	return DueSoon
}

// SoonFrom gives the day from which one is said to be due soon of which the last day is known.
func (p *Profile) SoonFrom(k Kind, due civil.Date) civil.Date {
	return due.AddDays(-p.Deadlines[k.String()].SoonDays)
}
