package disclosure

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	groundSet struct{}
	triedSet  struct{}
)

// Ground is the legal ground on which an item is disclosed.
type Ground = enum.Value[groundSet]

// Tried is what came of asking for consent first.
type Tried = enum.Value[triedSet]

var (
	// Grounds is the closed set: those of the policy that are decided item by item.
	Grounds = enum.Of[groundSet]("need-of-under-18", "within-health", "pupil-support", "general-clause", "duty-to-inform",
		"young-offence-risk", "police-contact", "crime-prevention")
	// Tries are asked without an answer yet, refused, and not suitable to ask.
	Tries = enum.Of[triedSet]("asked", "refused", "not-suitable")
)

// Disclosure is one item that one unit lets another see, as one reader knows of it: the receiver is told on which ground
// and for how long, but not of the giver's reasons.
type Disclosure struct {
	ID         id.Disclosure
	Plan       id.Plan
	Item       id.Item
	From, To   id.Unit
	Ground     Ground
	Paragraph  string
	Tried      Tried       // the giver's own information, as are the reasons and the names
	Reason     person.Text // why the ground applies
	DecidedBy  id.Person
	Decider    person.Text // read with it: the name of who decided
	RecordedBy id.Person
	DecidedOn  civil.Date // the first day it opens
	ValidTo    civil.Date // the last; an end is mandatory
	EndedOn    civil.Date
	EndedBy    id.Person
	EndReason  person.Text
	CreatedAt  time.Time
	Version    int
}

// Tag names this version of the disclosure.
func (d Disclosure) Tag() string { return strconv.Itoa(d.Version) }

// End closes the disclosure before its time; it counts at the next read.
func (d *Disclosure) End(by id.Person, reason person.Text, today civil.Date) error {
	switch {
	case reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case !d.EndedOn.IsZero() || d.ValidTo.Before(today):
		return fault.New(fault.CodeEnded)
	}
	d.EndedOn, d.EndedBy, d.EndReason = today, by, reason
	d.Version++
	return nil
}
