package objection

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	speakerSet struct{}
	outcomeSet struct{}
)

// Speaker is whose objection it is.
type Speaker = enum.Value[speakerSet]

// Outcome is what the holder of the item decided.
type Outcome = enum.Value[outcomeSet]

var (
	// Speakers are the guardians and the child.
	Speakers = enum.Of[speakerSet]("guardian", "child")
	// Outcomes are that something else is right, and that the item stands.
	Outcomes = enum.Of[outcomeSet]("corrected", "stands")

	Guardian = Speakers.Must("guardian")
	Child    = Speakers.Must("child")

	Corrected = Outcomes.Must("corrected")

	// askedReason stands where a child that asked to keep its words has not said why.
	askedReason = person.NewText("Barnet har bett om det.")
)

// Objection is what somebody thinks is wrong in an item.
type Objection struct {
	ID      id.Objection
	Item    id.Item
	Speaker Speaker
	ByStaff bool // somebody at the unit that holds the item took it down
	Author  id.Person
	Text    person.Text
	MadeOn  civil.Date
	Kept    bool // guardians other than the author are not told; shown to staff and to the child
	Decision
	Keeping Keeping      // shown to the domain that holds the item
	CopyOf  id.Objection // while its item is being copied
}

// Decision is what became of an objection; none yet without an outcome.
type Decision struct {
	Outcome    Outcome
	Correction person.Text // what is right instead
	Reason     person.Text
	DecidedOn  civil.Date
	DecidedBy  id.Person
}

// Keeping is the last decision on whether guardians are told.
type Keeping struct {
	ID     id.ObjectionKeeping
	Kept   bool
	Reason person.Text
	By     id.Person
	Name   person.Text // read with it: of staff
	On     civil.Date
}

// Draft is what somebody objects.
type Draft struct {
	Speaker Speaker // said by staff; of a citizen it follows from the plan
	Text    person.Text
	Keep    bool
	Why     person.Text
}

// Author is who writes an objection down.
type Author struct {
	Person  id.Person
	IsStaff bool
	IsChild bool // the child that the item's plan is about
}

// New makes an objection to an item. Keeping it from guardians can be asked for what the child says.
func New(i id.Item, d Draft, by Author, today civil.Date) (Objection, error) {
	o := Objection{
		ID: id.NewObjection(), Item: i, Speaker: d.Speaker, ByStaff: by.IsStaff, Author: by.Person, Text: d.Text, MadeOn: today, Kept: d.Keep,
	}
	if !by.IsStaff {
		o.Speaker = Guardian
		if by.IsChild {
			o.Speaker = Child
		}
	}
	switch {
	case d.Keep && o.Speaker != Child:
		return Objection{}, fault.At(fault.CodeInvalid, "/keepFromGuardians", "guardian")
	case !d.Keep && !d.Why.IsZero():
		return Objection{}, fault.At(fault.CodeInvalid, "/why", "not-kept")
	case d.Keep:
		o.Keeping = Keeping{ID: id.NewObjectionKeeping(), Kept: true, Reason: d.Why, By: by.Person, On: today}
		if d.Why.IsZero() {
			o.Keeping.Reason = askedReason
		}
	}
	return o, nil
}

// Decide says what became of it. Faults: already-answered, invalid-value.
func (o *Objection) Decide(d Decision) error {
	switch {
	case !o.Outcome.IsZero():
		return fault.New(fault.CodeAnswered)
	case (d.Outcome == Corrected) == d.Correction.IsZero():
		return fault.At(fault.CodeInvalid, "/correction", "with-correction")
	}
	o.Decision = d
	return nil
}

// Keep says whether guardians are told from now on.
func (o *Objection) Keep(is bool, why person.Text, by id.Person, today civil.Date) {
	o.Kept, o.Keeping = is, Keeping{ID: id.NewObjectionKeeping(), Kept: is, Reason: why, By: by, On: today}
}

// Carry copies what stands beside an item to a copy of the item.
func Carry(all []Objection, to id.Item) []Objection {
	var copies []Objection
	for _, o := range all {
		o.ID, o.CopyOf, o.Item = id.NewObjection(), o.ID, to
		copies = append(copies, o)
	}
	return copies
}

// Tag names this version of the objection, as its reader sees it.
func (o Objection) Tag() string {
	h := sha256.New()
	_, _ = fmt.Fprintln(h, o.ID, o.Outcome, o.Kept, o.Keeping.ID) // a hash takes everything
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}

// Tag names a version of an item, as its reader sees it, together with what stands beside it.
func Tag(version string, all []Objection) string {
	if len(all) == 0 {
		return version
	}
	h := sha256.New()
	_, _ = fmt.Fprintln(h, version) // as above
	for _, o := range all {
		_, _ = fmt.Fprintln(h, o.ID, o.Outcome, o.Kept)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}
