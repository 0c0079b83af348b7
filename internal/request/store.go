package request

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Store is what the slice needs of storage. A request out of the grant's reach is fault.CodeNotFound, exactly as one that
// does not exist.
type Store interface {
	// MakeRequest finds the unit that receives requests of a principal and its terms, lets do make the request, finds who asks
	// and for whom, and stores it. Who is not known yet becomes so. Faults: no-receiver, duplicate for a request that waits.
	MakeRequest(context.Context, access.Grant[access.MakeRequest], Draft, func(Terms) (Request, error)) (Request, error)
	// FindRequest gives one request in reach.
	FindRequest(context.Context, access.Grant[access.ReadRequest], id.PlanRequest) (Request, error)
	// ListRequests gives a page of the requests in reach, and how many there are: to staff those first that wait, the most
	// urgent at the top; to the family the latest.
	ListRequests(context.Context, access.Grant[access.ReadRequest], page.Page) ([]Request, int, error)
	// AssessRequest locks a request to the own unit, lets do take it up, and stores that, with the unit's own case about the
	// child, the handler's part in it, and the guardian's relation once custody is checked.
	AssessRequest(context.Context, access.Grant[access.AssessRequest], id.PlanRequest, func(*Request) error) error
	// AnswerRequest locks a request to the own unit, lets do answer it and say to which plan it led, and stores the answer.
	AnswerRequest(context.Context, access.Grant[access.AnswerRequest], id.PlanRequest, func(*Request) (id.Plan, error)) error
	// WithdrawRequest locks a request of the actor's own, lets do take it back, and stores that.
	WithdrawRequest(context.Context, access.Grant[access.WithdrawRequest], id.PlanRequest, func(*Request) error) error

	// ListReceivers gives a page of the principals that receive requests, with the unit that does, by name of the principal.
	ListReceivers(context.Context, access.Grant[access.ReadOrg], page.Page) ([]Receiver, int, error)
	// ChooseReceiver stores a choice for the own principal.
	ChooseReceiver(context.Context, access.Grant[access.ChooseReceiver], Choice) error

	// FindUnit gives a unit and its place today; fault.CodeNotFound when it is closed or unknown.
	FindUnit(context.Context, access.Grant[access.ReadOrg], id.Unit) (org.Unit, error)
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}

// Plans is what the slice needs of the plans themselves.
type Plans interface {
	// NoteRequested opens a plan for a child of the actor's cases, with what the family wrote as its first note.
	NoteRequested(ctx context.Context, a access.Actor, child id.Person, words person.Text) (id.Plan, error)
	// Leads tells whether a plan that the actor sees is the child's and led by the actor's unit.
	Leads(ctx context.Context, a access.Actor, p id.Plan, child id.Person) (bool, error)
}
