package inforequest

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Direction is a side of requests: what the own unit asked, or what it was asked.
type Direction bool

// The directions.
const (
	Outgoing Direction = true
	Incoming Direction = false
)

// Store is what the slice needs of storage. A request out of the grant's reach is fault.CodeNotFound, exactly as one that does
// not exist.
type Store interface {
	// SendInformationRequest finds the own unit's case about a child in reach and what it is sent on, lets do decide, and stores
	// the request with what opened the wall.
	SendInformationRequest(context.Context, access.Grant[access.AskInformation], id.Person, Draft, func(Sending) (Request, Opened, error)) error
	// FindInformationRequest gives one in reach.
	FindInformationRequest(context.Context, access.Grant[access.ReadInformation], id.InformationRequest) (Request, error)
	// ListInformationRequests gives a page of those in reach of one direction, about one child or, when none is named, about all,
	// and how many there are: those first that wait, the most urgent at the top.
	ListInformationRequests(context.Context, access.Grant[access.ReadInformation], Direction, id.Person, page.Page) ([]Request, int, error)
	// WithdrawInformationRequest locks one that the own unit sent, lets do take it back, and stores that.
	WithdrawInformationRequest(context.Context, access.Grant[access.AskInformation], id.InformationRequest, func(*Request) error) error
	// AssignInformationRequest locks one to the own unit, lets do say whose task it is, and stores that.
	AssignInformationRequest(context.Context, access.Grant[access.HandleInformation], id.InformationRequest, func(*Request) error) error
	// DraftInformation locks one to the own unit, lets do write, and stores the draft and the note.
	DraftInformation(context.Context, access.Grant[access.AnswerInformation], id.InformationRequest, func(*Request) error) error
	// EndInformationRequest locks one to the own unit, lets do answer or decline it, knowing the wall to the asker, and stores
	// that with what opened the wall.
	EndInformationRequest(context.Context, access.Grant[access.AnswerInformation], id.InformationRequest, func(*Request, Wall) (Opened, error)) error
	// PublishInformationRoutine finds the number of the own unit's last routine, 0 when there is none, and stores the next one.
	PublishInformationRoutine(context.Context, access.Grant[access.KeepInformationRoutine], func(last int) Routine) error
	// ListInformationRoutines gives a page of the own unit's, the last one first, and how many there are.
	ListInformationRoutines(context.Context, access.Grant[access.ReadInformationRoutine], page.Page) ([]Routine, int, error)
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}
