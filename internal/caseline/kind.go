package caseline

import (
	"slices"

	"samplan/internal/enum"
)

type (
	laneKind struct{}
	markKind struct{}
)

// LaneKind is whose lane it is.
type LaneKind struct{ enum.Value[laneKind] }

// MarkKind is what is marked.
type MarkKind struct{ enum.Value[markKind] }

var (
	lanes = enum.Of[laneKind]("plan", "family", "unit", "outside")
	marks = enum.Of[markKind](
		"plan-noted", "plan-step", "plan-established", "plan-ended", "lead", "party-called", "party-declined", "party", "role", "consent",
		"consent-refused", "consent-withdrawn", "call-sent", "meeting", "meeting-attended", "version-dispatched",
		"intervention", "evaluated", "followed-up", "information-asked", "information-answered", "child-view", "disagreement",
	)
)

// The lanes, in the order in which they stand.
var (
	OfPlan   = LaneKind{lanes.Must("plan")}
	OfFamily = LaneKind{lanes.Must("family")}
	OfUnit   = LaneKind{lanes.Must("unit")}
	Outside  = LaneKind{lanes.Must("outside")} // somebody outside the principals
)

// The marks, in the order in which they stand on one day.
var (
	PlanNoted           = MarkKind{marks.Must("plan-noted")}
	PlanStep            = MarkKind{marks.Must("plan-step")}
	PlanEstablished     = MarkKind{marks.Must("plan-established")}
	PlanEnded           = MarkKind{marks.Must("plan-ended")}
	Lead                = MarkKind{marks.Must("lead")} // a time
	PartyCalled         = MarkKind{marks.Must("party-called")}
	PartyDeclined       = MarkKind{marks.Must("party-declined")}
	Party               = MarkKind{marks.Must("party")}   // a time
	Role                = MarkKind{marks.Must("role")}    // a time
	Consent             = MarkKind{marks.Must("consent")} // a time
	ConsentRefused      = MarkKind{marks.Must("consent-refused")}
	ConsentWithdrawn    = MarkKind{marks.Must("consent-withdrawn")}
	CallSent            = MarkKind{marks.Must("call-sent")}
	Meeting             = MarkKind{marks.Must("meeting")}
	MeetingAttended     = MarkKind{marks.Must("meeting-attended")}
	VersionDispatched   = MarkKind{marks.Must("version-dispatched")}
	Intervention        = MarkKind{marks.Must("intervention")} // a time
	Evaluated           = MarkKind{marks.Must("evaluated")}
	FollowedUp          = MarkKind{marks.Must("followed-up")}
	InformationAsked    = MarkKind{marks.Must("information-asked")}
	InformationAnswered = MarkKind{marks.Must("information-answered")}
	ChildView           = MarkKind{marks.Must("child-view")}
	Disagreement        = MarkKind{marks.Must("disagreement")}
)

// times are the marks that last.
var times = []MarkKind{Lead, Party, Role, Consent, Intervention}

// Lasts tells whether a mark is a time, and not one day.
func (k MarkKind) Lasts() bool { return slices.Contains(times, k) }

func (k MarkKind) order() int { return slices.Index(marks.Values(), k.Value) }
func (k LaneKind) order() int {
	if k == Outside { // among the units, by when it begins
		k = OfUnit
	}
	return slices.Index(lanes.Values(), k.Value)
}
