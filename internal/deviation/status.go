package deviation

import (
	"slices"

	"samplan/internal/enum"
	"samplan/internal/fault"
)

type stateSet struct{}

// State is where a deviation stands.
//
//	observed ─→ reported ─→ submitted ─→ accepted ─→ escalated
//	   │            │         │    ↑         │           │
//	   │            │         ↓    │         └─→ answered ←┘
//	   └────────────┴────── returned              │
//	         ↓                 ↓                  ↓
//	               withdrawn                    closed
//
// What was observed may be filed at once. Every other step is a conflict.
type State = enum.Value[stateSet]

var (
	// States is the closed set, in the order of the process.
	States = enum.Of[stateSet]("observed", "reported", "submitted", "returned", "accepted", "escalated", "answered", "closed", "withdrawn")

	Observed  = States.Must("observed")  // somebody saw it; the unit's own
	Reported  = States.Must("reported")  // meant to be filed
	Submitted = States.Must("submitted") // waits for the group to take it up
	Returned  = States.Must("returned")  // the group sent it back
	Accepted  = States.Must("accepted")  // the group works with it
	Escalated = States.Must("escalated") // the group above works with it; this one still answers
	Answered  = States.Must("answered")  // the sender has an answer
	Closed    = States.Must("closed")    // and the measures are followed up
	Withdrawn = States.Must("withdrawn") // the unit took it back

	// open are the states in which a group owes an answer.
	open = []State{Submitted, Accepted, Escalated}
)

// steps is the table of steps.
var steps = map[State][]State{
	Observed:  {Reported, Submitted, Withdrawn},
	Reported:  {Submitted, Withdrawn},
	Submitted: {Accepted, Returned},
	Returned:  {Submitted, Withdrawn},
	Accepted:  {Escalated, Answered},
	Escalated: {Answered},
	Answered:  {Closed},
}

// May tells whether a deviation may go from one state to another.
func May(from, to State) bool { return slices.Contains(steps[from], to) }

func step(from, to State) error {
	if !May(from, to) {
		return fault.New(fault.CodeDeviationStep)
	}
	return nil
}
