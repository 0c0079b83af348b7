package notice

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/routine"
)

// Store is what the slice needs of storage. What is out of reach is fault.CodeNotFound, exactly as what does not exist.
type Store interface {
	// ListNotifications gives a page of what there is to know for the holder of the grants, the newest first.
	ListNotifications(context.Context, access.Grant[access.ReadNotification], Rights, page.Page) ([]Notification, int, error)
	// MarkNotification keeps that the actor has read one of them, and gives it.
	MarkNotification(context.Context, access.Grant[access.ReadNotification], Rights, id.Notification) (Notification, error)
	// UnreadNotifications names those that the actor has not read.
	UnreadNotifications(context.Context, access.Grant[access.ReadNotification], Rights) ([]id.Notification, error)
	// FindAddress gives the actor's own address; the zero address when it was never set.
	FindAddress(context.Context, access.Grant[access.EditAddress]) (Address, error)
	// ChangeAddress locks the actor's own address, lets do change it, and stores it with the job that sends a first mail
	// there.
	ChangeAddress(ctx context.Context, g access.Grant[access.EditAddress], do func(*Address) error) (Address, error)
}

// Terms are the deadlines that people are told of, by the routine of the actor's unit (R45).
type Terms interface {
	// LateCalls gives the latest day of a call that should have been answered by today.
	LateCalls(context.Context, access.Actor) (civil.Date, error)
}

// Plans is what the slice needs of plans.
type Plans interface {
	// Broken gives what is late in the plans that the actor's unit leads (R45).
	Broken(context.Context, access.Actor) ([]routine.Breach, error)
}
