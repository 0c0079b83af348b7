package plan

import (
	"samplan/internal/enum"
	"samplan/internal/fault"
)

type interventionSet struct{}

// InterventionStatus is how far an intervention has come.
type InterventionStatus = enum.Value[interventionSet]

var (
	// InterventionStatuses is the closed set.
	InterventionStatuses = enum.Of[interventionSet]("planned", "ongoing", "done", "stopped")
	// Planned is where an intervention begins.
	Planned = InterventionStatuses.Must("planned")
)

// validIntervention: an intervention (insats) has a title and a status; the unit that holds it is responsible, unless
// somebody outside the principals does it (R1, R6).
func validIntervention(i *Item) error {
	switch {
	case i.Title.IsZero():
		return fault.At(fault.CodeInvalid, "/title", "required")
	case i.Status.IsZero():
		return fault.At(fault.CodeInvalid, "/status", "required")
	}
	return nil
}
