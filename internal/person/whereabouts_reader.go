package person

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// WhereaboutsReader names somebody of the own unit who may know where a protected child is: by whom, why, until when
// (R31, R41).
type WhereaboutsReader struct {
	ID      id.WhereaboutsReader
	Child   id.Person
	Person  id.Person
	Name    string
	By      id.Person
	Reason  Text
	Span    Span
	Version int
}

// ReaderDraft is what a unit manager decides.
type ReaderDraft struct {
	Person id.Person
	Reason Text
	To     civil.Date
}

// NameReader names somebody from today on. Nobody names themselves: it takes two to open the compartment. That the
// person is a colleague the service has asked.
func (c Child) NameReader(d ReaderDraft, by id.Person, today civil.Date) (WhereaboutsReader, error) {
	s := Span{today, d.To}
	switch {
	case d.Person.IsZero():
		return WhereaboutsReader{}, fault.At(fault.CodeInvalid, "/personId", ruleRequired)
	case d.Person == by:
		return WhereaboutsReader{}, fault.At(fault.CodeInvalid, "/personId", "oneself")
	case d.Reason.IsZero():
		return WhereaboutsReader{}, fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	case d.To.IsZero():
		return WhereaboutsReader{}, fault.At(fault.CodeInvalid, "/validTo", ruleRequired)
	}
	if err := s.check(); err != nil {
		return WhereaboutsReader{}, err
	}
	return WhereaboutsReader{
		ID: id.NewWhereaboutsReader(), Child: c.ID, Person: d.Person, By: by, Reason: d.Reason, Span: s, Version: 1,
	}, nil
}

// End ends the naming; last is its last day.
func (r *WhereaboutsReader) End(last civil.Date) error {
	if err := r.Span.end(last); err != nil {
		return err
	}
	r.Version++
	return nil
}

// Tag names this version of the row.
func (r WhereaboutsReader) Tag() string { return strconv.Itoa(r.Version) }
