package plan

import (
	"samplan/internal/enum"
	"samplan/internal/fault"
)

type horizonSet struct{}

// Horizon tells a long-term goal (långsiktigt mål, huvudmål) from a short-term one (delmål).
type Horizon = enum.Value[horizonSet]

// Horizons are long and short.
var Horizons = enum.Of[horizonSet]("long", "short")

// validGoal: a goal (mål) has words and a horizon, and may be part of another goal of the plan.
func validGoal(i *Item) error {
	switch {
	case i.Body.IsZero():
		return fault.At(fault.CodeInvalid, "/text", "required")
	case i.Horizon.IsZero():
		return fault.At(fault.CodeInvalid, "/horizon", "required")
	case i.Goal == i.ID:
		return fault.At(fault.CodeInvalid, "/partOfGoalId", "self")
	}
	return nil
}
