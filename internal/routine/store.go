package routine

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
)

// Store is what the slice needs of storage. Profiles are public; what is asked for by a plan is found if the plan is.
type Store interface {
	// FindOwnRoutine gives the version by which the own unit's principal works today.
	FindOwnRoutine(context.Context, access.Grant[access.ReadRoutine]) (Version, error)
	// FindPlanRoutine gives the version under which a plan in reach was made. To whoever may not know where the child is, it
	// gives the national one: whose profile it is would tell the municipality (R31, R35).
	FindPlanRoutine(context.Context, access.Grant[access.ReadPlan], id.Plan) (Version, error)
}
