package insight

import (
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type kindSet struct{}

// Kind is how something was used.
type Kind = enum.Value[kindSet]

// Kinds is the closed set. What is taken out as a document is exported (R36); the log extract is a kind of its own, however
// it is read.
var Kinds = enum.Of[kindSet]("read", "listed", "searched", "changed", "dispatched", "exported", "emergency", "read-log")

// The kinds by name.
var (
	Read       = Kinds.Must("read")
	Listed     = Kinds.Must("listed")
	Searched   = Kinds.Must("searched")
	Changed    = Kinds.Must("changed")
	Dispatched = Kinds.Must("dispatched")
	Exported   = Kinds.Must("exported")  // taken out as a document, to print or keep
	Emergency  = Kinds.Must("emergency") // opened in danger to life or health (R38)
	ReadLog    = Kinds.Must("read-log")
)

// Period is days from the first to the last, both included. Without a first day it begins with the log, without a last
// it ends with it.
type Period struct{ From, To civil.Date }

// check says in which field the days are out of order.
func (p Period) check(pointer string) error {
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		return fault.At(fault.CodeDates, pointer, "before-from")
	}
	return nil
}

// The log neither begins before the one nor reaches the other.
var (
	begin = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	end   = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
)

// Bounds are the period's first instant and the one after its last; days are Swedish ones.
func (p Period) Bounds() (from, to time.Time) {
	from, to = begin, end
	if !p.From.IsZero() {
		from = p.From.Start()
	}
	if !p.To.IsZero() {
		to = p.To.AddDays(1).Start()
	}
	return from, to
}

// Entry is a row of a log extract: one use of what is kept about a child.
type Entry struct {
	At                         time.Time
	Operation                  string
	Child                      id.Person
	ChildName                  person.Name
	Protection                 person.Protection
	IsOwn                      bool // the asker's own use
	Role                       access.Role
	Unit, Authority, Principal string // as they were called and placed on that day; empty for one's own use
	Client                     string // what the registered client is known as through which it was done, if any
	StaffName                  string // only where the principal has decided to tell it
}

// Kind is how it was used.
func (e Entry) Kind() Kind { return mentioned[e.Operation].kind }
