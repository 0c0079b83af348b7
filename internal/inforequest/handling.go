package inforequest

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Handling is what the receiver does with a request.
type Handling struct {
	Owner          id.Person // of the task
	OwnerName      string
	Substitute     id.Person // while the owner is away
	SubstituteName string
	AwayFrom       civil.Date
	AwayTo         civil.Date
	Draft          []Answer
	Note           person.Text // the unit's own documentation
	Version        int
}

// Assignment says whose task it is, and who stands in from which day until which.
type Assignment struct {
	Owner, Substitute id.Person
	AwayFrom, AwayTo  civil.Date
}

// Assign gives the task to somebody; once more hands it over. What was drafted stays.
func (r *Request) Assign(a Assignment, today civil.Date) error {
	if err := r.fitsEnd(); err != nil {
		return err
	}
	isAway := !a.AwayFrom.IsZero() || !a.AwayTo.IsZero()
	switch {
	case isAway != !a.Substitute.IsZero():
		return fault.At(fault.CodeInvalid, "/substituteId", "required")
	case isAway && (a.AwayFrom.IsZero() || a.AwayTo.Before(a.AwayFrom) || a.AwayTo.Before(today)):
		return fault.At(fault.CodeDates, "/awayTo", "out-of-order")
	case a.Substitute == a.Owner:
		return fault.At(fault.CodeInvalid, "/substituteId", "self")
	}
	h := &r.Handling
	h.Owner, h.Substitute, h.AwayFrom, h.AwayTo = a.Owner, a.Substitute, a.AwayFrom, a.AwayTo
	h.Version++
	return nil
}

// Write keeps what is answered so far, and the unit's own note.
func (r *Request) Write(draft []Answer, note person.Text) error {
	if err := r.fitsEnd(); err != nil {
		return err
	}
	if r.Handling.Version == 0 {
		return fault.New(fault.CodeNoTaskOwner)
	}
	if err := fits(r.Questionnaire.Content.Fields, draft); err != nil {
		return err
	}
	r.Handling.Draft, r.Handling.Note = draft, note
	r.Handling.Version++
	return nil
}
