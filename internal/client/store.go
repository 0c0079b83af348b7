package client

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. A client out of the grant's reach is fault.CodeNotFound, exactly as one that does
// not exist.
type Store interface {
	// ListClients gives a page of the own principal's clients by name, and how many there are.
	ListClients(context.Context, access.Grant[access.ReadClient], page.Page) ([]Client, int, error)
	// FindClient gives one in reach. A client reaches itself.
	FindClient(context.Context, access.Grant[access.ReadClient], id.Client) (Client, error)
	// RegisterClient stores a client of the own principal, and tells which that is.
	RegisterClient(context.Context, access.Grant[access.EditClient], *Client) error
	// ChangeClient locks a client of the own principal, lets do change it, and stores it. Fault: duplicate for a key whose name
	// was used before.
	ChangeClient(context.Context, access.Grant[access.EditClient], id.Client, func(*Client) error) (Client, error)
	// RotateKeys locks the client that asks, lets do change its keys, and stores them. Fault: duplicate as above.
	RotateKeys(context.Context, access.Grant[access.RotateKeys], func(*Client) error) (Client, error)
}

// Keys tells which public keys can be taken.
type Keys interface {
	// Check refuses a key that no signature can be verified with here.
	Check(jwk []byte) error
}
