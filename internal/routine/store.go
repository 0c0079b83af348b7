package routine

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. Profiles are public; what is asked for by a plan is found if the plan is.
type Store interface {
	// FindOwnRoutine gives the version by which the own unit's principal works today.
	FindOwnRoutine(context.Context, access.Grant[access.ReadRoutine]) (Version, error)
	// FindPlanRoutine gives the version under which a plan in reach was made. To whoever may not know where the child is, it
	// gives the national one: whose profile it is would tell the municipality (R31, R35).
	FindPlanRoutine(context.Context, access.Grant[access.ReadPlan], id.Plan) (Version, error)
	// FindRoutine gives one version.
	FindRoutine(context.Context, access.Grant[access.ReadRoutine], id.Routine) (Version, error)
	// ListRoutines gives a page of the versions that are built in and of the own principal's, by code and number, and how many
	// there are.
	ListRoutines(context.Context, access.Grant[access.ReadRoutine], page.Page) ([]Summary, int, error)
	// ReadRoutines gives all of these as a whole: what a document may rest on, and comes after.
	ReadRoutines(context.Context, access.Grant[access.ReadRoutine]) ([]Version, error)
	// LoadRoutine keeps a version as the own principal's. One of the same name and number, or of the same name from the same
	// day, is fault.CodeDuplicate.
	LoadRoutine(context.Context, access.Grant[access.LoadRoutine], *Version, time.Time) error
	// ChooseRoutine keeps a choice of the own principal.
	ChooseRoutine(context.Context, access.Grant[access.ChooseRoutine], Choice) error
	// ListRoutineChoices gives a page of the own principal's choices, the last one first, and how many there are.
	ListRoutineChoices(context.Context, access.Grant[access.ChooseRoutine], page.Page) ([]Choice, int, error)
}
