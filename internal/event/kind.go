package event

import "samplan/internal/enum"

type (
	kindSet     struct{}
	resourceSet struct{}
)

// Kind is what happened.
type Kind = enum.Value[kindSet]

// Resource is what kind of thing it happened to, as the contract names it.
type Resource = enum.Value[resourceSet]

var (
	// Kinds is the closed set. Who is told of each is in package store (event_due.go), when each is written in the schema.
	Kinds = enum.Of[kindSet]("plan-established", "plan-ended", "version-dispatched", "plan-access-opened", "plan-access-ended",
		"call-received", "call-answered", "meeting-booked", "meeting-changed", "meeting-cancelled", "meeting-closed",
		"decision-asked", "decision-answered", "decision-cancelled", "plan-request-received", "plan-request-answered", "plan-request-withdrawn")
	// Resources is the closed set.
	Resources = enum.Of[resourceSet]("plan", "received-call", "call", "meeting", "decision", "plan-request")
)

// resources say what each kind is about.
var resources = map[Kind]Resource{
	Kinds.Must("plan-established"): aPlan, Kinds.Must("plan-ended"): aPlan, Kinds.Must("version-dispatched"): aPlan,
	Kinds.Must("plan-access-opened"): aPlan, Kinds.Must("plan-access-ended"): aPlan,
	Kinds.Must("call-received"): Resources.Must("received-call"), Kinds.Must("call-answered"): Resources.Must("call"),
	Kinds.Must("meeting-booked"): aMeeting, Kinds.Must("meeting-changed"): aMeeting, Kinds.Must("meeting-cancelled"): aMeeting, Kinds.Must("meeting-closed"): aMeeting,
	Kinds.Must("decision-asked"): aDecision, Kinds.Must("decision-answered"): aDecision, Kinds.Must("decision-cancelled"): aDecision,
	Kinds.Must("plan-request-received"): aRequest, Kinds.Must("plan-request-answered"): aRequest, Kinds.Must("plan-request-withdrawn"): aRequest,
}

var (
	aPlan     = Resources.Must("plan")
	aMeeting  = Resources.Must("meeting")
	aDecision = Resources.Must("decision")
	aRequest  = Resources.Must("plan-request")
)
