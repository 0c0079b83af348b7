package session

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
)

// ClientKey is a public key of a registered client that is let in today.
type ClientKey struct {
	ID     id.ClientKey
	JWK    []byte
	Scopes access.Scopes // of the client
	SignIn []string      // its names at the sign-in providers
}

// Once is something that was signed to be used once: the hash of whose it is, what for, and its name.
type Once struct {
	Hash  [32]byte
	Until time.Time
}

// Token is an access token to be kept: no more than its hash.
type Token struct {
	Hash       [32]byte
	Client     id.Client
	Key        id.ClientKey
	Who        Credentials // the person for whom the client acts, or of kind Client
	Scopes     access.Scopes
	Thumbprint string // of the key that it is bound to, or empty
	Expires    time.Time
	Used       []Once // what was signed for it
	Request    id.Request
	Now        time.Time
}

// Shown is a token as it comes with a request, with the proof that was verified when it is bound to a key.
type Shown struct {
	Hash       [32]byte
	Thumbprint string
	Proof      Once
	Now        time.Time
	Today      civil.Date
}

// Clients is what is kept of registered clients and their tokens. It is asked before anybody is let in.
type Clients interface {
	// ClientKey gives a key of a client that is let in on the day; fault.CodeNotFound when there is none.
	ClientKey(ctx context.Context, c id.Client, kid string, today civil.Date) (ClientKey, error)
	// KeepToken keeps a token and logs it; false when what was signed for it has been used.
	KeepToken(ctx context.Context, t Token) (bool, error)
	// UseToken tells whose a token is, while client, key and token count, and takes the proof; fault.CodeUnauthenticated when
	// it is nobody's or the proof was used.
	UseToken(ctx context.Context, s Shown) (Credentials, error)
}
