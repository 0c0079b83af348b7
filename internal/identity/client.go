package identity

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/session"
)

// The token endpoint of this service, below its address, and what begins every token that it gives out. The tokens are random
// and looked up: nothing can be read from one, and it stops with its client or key at once.
const (
	TokenPath   = "/oauth/token" //nolint:gosec // G101: an address
	tokenPrefix = "samplan_"
	clientLife  = 5 * time.Minute // of a token (SAK.12)
)

// People verifies the tokens of people: a Verifier.
type People interface {
	Verify(ctx context.Context, token string) (session.Credentials, error)
}

// Clients lets registered clients in: it gives them tokens for what they sign, and knows the tokens again.
type Clients struct {
	keep   session.Clients
	people People
	issuer string // where this service is reached, without a path
	now    func() time.Time
}

// NewClients makes it. Tokens of people are verified by people, which knows of no client.
func NewClients(keep session.Clients, people People, address string, now func() time.Time) *Clients {
	return &Clients{keep, people, strings.TrimSuffix(address, "/"), now}
}

// Check refuses a public key that cannot be taken.
func (c *Clients) Check(jwk []byte) error { return CheckKey(jwk) }

// Issuer is the address of this service, by which it names itself to clients.
func (c *Clients) Issuer() string { return c.issuer }

// IsOfClient tells whether a token looks like one of a client, which may be bound to a key.
func IsOfClient(token string) bool { return strings.HasPrefix(token, tokenPrefix) }

// newToken makes a token and the hash by which it is kept.
func newToken() (string, [32]byte) {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	token := tokenPrefix + strict.EncodeToString(b)
	return token, sha256.Sum256([]byte(token))
}

// Presented is a token as it came with a request.
type Presented struct {
	Token   string
	IsDPoP  bool     // by the scheme DPoP instead of Bearer
	Proofs  []string // values of the header DPoP
	Method  string
	Address string // of the request, without the query
}

// Verify tells whose a token is: a client's, alone or for a person, or a person's own. Every refusal is the one fault
// unauthenticated; its cause is for the log and holds nothing of what was sent.
func (c *Clients) Verify(ctx context.Context, p Presented) (session.Credentials, error) {
	if !IsOfClient(p.Token) {
		if p.IsDPoP {
			return session.Credentials{}, fault.Wrap(fault.CodeUnauthenticated, fmt.Errorf("verify token: %w", errNotToken))
		}
		return c.people.Verify(ctx, p.Token)
	}
	who, err := c.verify(ctx, p)
	if err != nil && !fault.Is(err, fault.Unavailable) {
		err = fault.Wrap(fault.CodeUnauthenticated, fmt.Errorf("verify token of client: %w", err))
	}
	return who, err
}

func (c *Clients) verify(ctx context.Context, p Presented) (session.Credentials, error) {
	now := c.now()
	shown := session.Shown{Hash: sha256.Sum256([]byte(p.Token)), Now: now, Today: civil.Of(now)}
	if p.IsDPoP {
		if len(p.Proofs) != 1 {
			return session.Credentials{}, errBound
		}
		proved, err := prove(p.Proofs[0], p.Method, p.Address, p.Token, now)
		if err != nil {
			return session.Credentials{}, err
		}
		shown.Thumbprint, shown.Proof = proved.thumbprint, proved.used
	}
	return c.keep.UseToken(ctx, shown)
}
