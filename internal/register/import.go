package register

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/sheet"
)

type outcomeSet struct{}

// Outcome is what a message comes to.
type Outcome = enum.Value[outcomeSet]

// Outcomes is the closed set: a guardian is added; custody ends; a level of protection is recorded; it is known already; the message
// has been read before; it is about nobody of whom the unit has a case; a person has to decide; the row is at fault.
var (
	Outcomes = enum.Of[outcomeSet]("added", "ended", "protected", "unchanged", "repeated", "not-ours", "by-hand", "faulty")

	added     = Outcomes.Must("added")
	ended     = Outcomes.Must("ended")
	protected = Outcomes.Must("protected")
	unchanged = Outcomes.Must("unchanged")
	repeated  = Outcomes.Must("repeated")
	notOurs   = Outcomes.Must("not-ours")
	byHand    = Outcomes.Must("by-hand")
	faulty    = Outcomes.Must("faulty")
)

// Counts are how many rows came to what, in the order of Outcomes.
type Counts [8]int

// Of gives the number of one outcome.
func (c Counts) Of(o Outcome) int {
	for n, v := range Outcomes.Values() {
		if v == o {
			return c[n]
		}
	}
	return 0
}

func countsOf(rows []Row) Counts {
	var c Counts
	for _, r := range rows {
		for n, v := range Outcomes.Values() {
			if v == r.Outcome {
				c[n]++
			}
		}
	}
	return c
}

// Import is a file of messages that a unit's manager reads in for the unit's cases.
type Import struct {
	sheet.Source
	sheet.Intake
	ID     id.RegisterImport
	Counts Counts
}

// Row is what one message comes to. Of one that is not the unit's, or is at fault, nothing that it said is kept.
type Row struct {
	Number  int
	Outcome Outcome
	Child   id.Person
	Message
	Relation     id.Relation         // that is added or ends
	Last         civil.Date          // its last day, or none
	Record       id.ProtectionRecord // that is made
	Column, Rule string
}

// apply refuses what has not been tried, has been done, or whose report was not read.
func (i *Import) apply(left int, now time.Time) error {
	if i.Status != sheet.Checked {
		return fault.New(fault.CodeImportState)
	}
	if left != i.Counts.Of(byHand)+i.Counts.Of(faulty) {
		return fault.At(fault.CodeImportUnconfirmed, "/left", "differs")
	}
	return i.Intake.Apply(now)
}

// Case is what the unit knows of one child.
type Case struct {
	Child     person.Child
	Relations []Relation
	// Level is what the unit has recorded last; IsRegister tells whether the register said it, and as from when.
	Level      person.Protection
	IsRegister bool
	LevelFrom  civil.Date
	// Added and Removed are the days from which guardians were, or were no longer, as messages have told, by key.
	Added, Removed map[Key][]civil.Date
}

// Relation is one that the unit keeps, with the key of the other person.
type Relation struct {
	person.Relation
	Key Key
}

// Knowledge is what messages are held against: the unit's cases by the child's number, and the messages that it has read.
type Knowledge struct {
	Cases map[person.Identifier]*Case
	Read  map[string]bool
}
