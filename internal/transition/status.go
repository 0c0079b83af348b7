package transition

import (
	"slices"

	"samplan/internal/enum"
	"samplan/internal/fault"
)

type stateSet struct{}

// State is where a transition stands.
//
//	planned ─→ carried-out
//	   └─────→ cancelled
//
// Every other step is a conflict.
type State = enum.Value[stateSet]

var (
	// States is the closed set.
	States = enum.Of[stateSet]("planned", "carried-out", "cancelled")

	Planned    = States.Must("planned")     // its day is to come, or something of it is left to offer
	CarriedOut = States.Must("carried-out") // all has been offered, or the receiving unit has taken over
	Cancelled  = States.Must("cancelled")   // called off, with a reason
)

// steps is the table of steps.
var steps = map[State][]State{Planned: {CarriedOut, Cancelled}}

func step(from, to State) error {
	if !slices.Contains(steps[from], to) {
		return fault.New(fault.CodeEnded)
	}
	return nil
}
