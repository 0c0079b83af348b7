package deviation

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Store is what the slice needs of storage. A deviation or a case out of the grant's reach is fault.CodeNotFound, exactly as one
// that does not exist.
type Store interface {
	// Enter finds the terms of the own unit, lets do make the deviation, and stores it. The child, if there is one, must be in
	// reach of the second grant.
	Enter(context.Context, access.Grant[access.EnterDeviation], access.Grant[access.ReadChild], func(Terms) (Deviation, error)) (Deviation, error)
	// FindDeviation gives one in reach, with the child that it is linked to if that is in reach too.
	FindDeviation(context.Context, access.Grant[access.ReadDeviation], access.Grant[access.ReadChild], id.Deviation) (Deviation, error)
	// ListDeviations gives a page of those in reach, the latest first, and how many there are.
	ListDeviations(context.Context, access.Grant[access.ReadDeviation], access.Grant[access.ReadChild], page.Page) ([]Deviation, int, error)
	// MeetManagers locks a deviation of the own unit, lets do record what the managers found, and stores that.
	MeetManagers(context.Context, access.Grant[access.RecordContact], id.Deviation, func(*Deviation) error) error
	// SubmitDeviation locks a deviation, finds the group, lets do file it, and stores that; fault.CodeNotInGroup for a group that is
	// none of the own unit's local ones.
	SubmitDeviation(context.Context, access.Grant[access.HandleDeviation], id.Deviation, id.Group, func(*Deviation, Receiving) error) error
	// WithdrawDeviation locks a deviation, lets do take it back, and stores that.
	WithdrawDeviation(context.Context, access.Grant[access.HandleDeviation], id.Deviation, func(*Deviation) error) error

	// ListSuggestions gives a page of what meetings of the own unit suggest about cases in reach, those first that wait, and how many
	// there are.
	ListSuggestions(context.Context, access.Grant[access.HandleSuggestion], page.Page) ([]Suggestion, int, error)
	// EndSuggestion locks one of these, lets do end it, and stores that.
	EndSuggestion(context.Context, access.Grant[access.HandleSuggestion], id.Suggestion, func(*Suggestion) error) error

	// FindCase gives a case of a group that the actor sits in.
	FindCase(context.Context, access.Grant[access.ReadDeviationCase], id.DeviationCase) (Received, error)
	// ListCases gives a page of the cases of the actor's groups: those first that are owed an answer, the most urgent at the top.
	ListCases(context.Context, access.Grant[access.ReadDeviationCase], page.Page) ([]Received, int, error)
	// ChangeCase locks a case of a group that the actor handles the cases of, lets do change it, and stores it.
	ChangeCase(context.Context, access.Grant[access.HandleDeviationCase], id.DeviationCase, func(*Received) error) error

	// LiftCase locks a case of a group that the actor handles the cases of, finds the group above, lets do lift it, and stores that
	// with the case that goes there.
	LiftCase(context.Context, access.Grant[access.HandleDeviationCase], id.DeviationCase, func(*Received, Receiving) (Case, error)) error
	// TakeCase is ChangeCase for an intake: what a group takes up that concerns a unit of another municipality is told to a local
	// group there, if it has one; mirror makes that case.
	TakeCase(context.Context, access.Grant[access.HandleDeviationCase], id.DeviationCase, func(*Received) error, func(*Received, Receiving) Case) error
	// AddMeasure locks a case of a group that the actor handles the cases of, lets do decide a measure, and stores it.
	AddMeasure(context.Context, access.Grant[access.HandleDeviationCase], id.DeviationCase, func(*Received) (Measure, error)) error
	// ChangeMeasure locks a measure of such a group, lets do follow it up, and stores that; it gives the case.
	ChangeMeasure(context.Context, access.Grant[access.HandleDeviationCase], id.Measure, func(*Measure) error) (id.DeviationCase, error)
	// ListMeasures gives a page of the measures of the actor's groups, and of those that the own unit is to carry out: those first
	// that wait, the most urgent at the top.
	ListMeasures(context.Context, access.Grant[access.ReadMeasure], page.Page) ([]Measure, int, error)

	// TallyGroup gives what a group of the actor's had in a year, and what its units only observed; fault.CodeNotFound for another
	// group.
	TallyGroup(context.Context, access.Grant[access.ReadDeviationCase], id.Group, int) (Tallied, error)

	// KnownNames gives the names in the cases that the grants reach: the children's, and those of who is close to them.
	KnownNames(context.Context, access.Grant[access.ReadSelf], access.Grant[access.ReadChild], access.Grant[access.ReadRelation]) ([]person.Name, error)
	// FindUnit gives a unit and its place today; fault.CodeNotFound when it is closed or unknown.
	FindUnit(context.Context, access.Grant[access.ReadOrg], id.Unit) (org.Unit, error)
}
