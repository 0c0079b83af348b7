package consent

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. A row out of the grant's reach is fault.CodeNotFound, exactly as one that
// does not exist.
type Store interface {
	CustodyStore

	// FindConsent gives one consent in reach.
	FindConsent(context.Context, access.Grant[access.ReadConsent], id.Consent) (View, error)
	// ListConsents gives a page of the consents in reach about a child in reach, newest first, and how many there are.
	ListConsents(context.Context, access.Grant[access.ReadConsent], id.Person, page.Page) ([]View, int, error)
	// ListOwnConsents gives a page of the consents that the actor was asked for: about one child, or, when none is named, all.
	ListOwnConsents(context.Context, access.Grant[access.ReadConsent], id.Person, page.Page) ([]View, int, error)
	// ListReminders gives a page of the consents that the own unit recorded, that are in force and that end soon.
	ListReminders(context.Context, access.Grant[access.ReadConsent], page.Page) ([]Reminder, int, error)
	// RecordConsent locks the own unit's case about the child, lets do make the consent, stores it and gives its id.
	RecordConsent(context.Context, access.Grant[access.RecordConsent], Draft, func(Knowledge) (Consent, error)) (id.Consent, error)
	// AnswerConsent locks a consent that the own unit recorded, or that the actor was asked for, lets do take one
	// person's answer, and stores it.
	AnswerConsent(context.Context, access.Grant[access.AnswerConsent], id.Consent, id.Person, func(*Consent) error) error
	// WithdrawConsent locks such a consent, lets do withdraw it, and stores it.
	WithdrawConsent(context.Context, access.Grant[access.WithdrawConsent], id.Consent, func(*Consent) error) error
	// LimitConsent locks a consent that the actor was asked for, lets do withdraw it and give what goes on in its place, stores
	// both and gives the id of the new one. What is kept back stays so.
	LimitConsent(context.Context, access.Grant[access.WithdrawConsent], id.Consent, func(*Consent) (Consent, error)) (id.Consent, error)
}
