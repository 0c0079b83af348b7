package session

import (
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
)

// Kind is the sort of actor that a session may have. The issuer of a token decides it, never a claim.
type Kind struct{ name string }

// The kinds of actor.
var (
	Staff   = Kind{"staff"}   // somebody at work (medarbetare)
	Citizen = Kind{"citizen"} // a guardian, a young person or another private person (invånare)
	Client  = Kind{"client"}  // a registered client that acts for nobody
	System  = Kind{"system"}  // a named job of Samplan itself; no token yields it
)

// String names the kind; the zero kind has no name.
func (k Kind) String() string { return k.name }

// Credentials is what a verified token says of the one who asks: which kind of issuer, and who. It gives no right.
type Credentials struct {
	Kind           Kind
	Issuer         string
	Subject        string     // staff: who, at that issuer. Empty for citizens, whose sub may be their personnummer
	IdentifierType string     // citizen: "personnummer" or "samordningsnummer"
	Identifier     Identifier // citizen: the number itself
	TokenID        string
	Expires        time.Time
	Parties        [2]string // for which client the issuer gave the token, by azp and by client_id; empty where it does not say
	MayBeUnnamed   bool      // whether a client may exchange a token of this issuer that says neither

	// Client is the registered client that asks, alone or for the person, with the upper bound of what it may and how fast.
	Client id.Client
	Scopes access.Scopes
	Rate   string // class
}
