package worlds

import "samplan/internal/civil"

// Consent is a consent with those who were asked, what it opens and what it keeps back.
type Consent struct {
	ID, Child        ID
	Unit, Kind, Form string
	Purpose          string
	Recorder         ID
	Valid            Span
	Withdrawn        civil.Date
	WithdrawnBy      ID
	Order            int
	Version          int
	Givers           []Giver
	Scopes           []Scope
	Excluded         []ID
}

// Giver is somebody who was asked.
type Giver struct {
	Person           ID
	Capacity, Answer string
	On               civil.Date
	Reason           string
	Signature        string // at the issuer, for what came through a client
}

// Scope is one category that a consent opens from one secrecy domain to another.
type Scope struct{ From, To, Category string }
