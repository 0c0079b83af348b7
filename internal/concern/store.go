package concern

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Direction is a side of the compartment: what the own unit has sent, or what it has received.
type Direction bool

// The directions.
const (
	Sent     Direction = true
	Received Direction = false
)

// Store is what the slice needs of storage. A report out of the grant's reach is fault.CodeNotFound, exactly as one that
// does not exist.
type Store interface {
	// SendConcern finds a child of the own unit's cases in reach, lets do make the report, and stores it.
	SendConcern(context.Context, access.Grant[access.SendConcern], id.Person, func(person.Child) (Report, error)) (id.Concern, error)
	// FindConcern gives one report in reach.
	FindConcern(context.Context, access.Grant[access.ReadConcern], id.Concern) (Report, error)
	// ListConcerns gives a page of the reports in reach of one direction, latest first, and how many there are.
	ListConcerns(context.Context, access.Grant[access.ReadConcern], Direction, page.Page) ([]Report, int, error)
	// HandleConcern locks a report that the own unit received, lets do take it in hand, and stores that.
	HandleConcern(context.Context, access.Grant[access.HandleConcern], id.Concern, func(*Report) error) error
	// AnswerConcern locks a report that the own unit received, lets do answer it, and stores the answer.
	AnswerConcern(context.Context, access.Grant[access.AnswerConcern], id.Concern, func(*Report) error) error

	// FindUnit gives a unit and its place today; fault.CodeNotFound when it is closed or unknown.
	FindUnit(context.Context, access.Grant[access.ReadOrg], id.Unit) (org.Unit, error)
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}
