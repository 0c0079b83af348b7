package person

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// CaseWorker says that a member of staff works with the unit's case about a child, and when (R41). It is what inner
// secrecy rests on: without it a caseworker sees nothing of the child from the next read on.
type CaseWorker struct {
	ID      id.CaseWorker
	Child   id.Person
	Person  id.Person
	Name    string
	Span    Span
	Version int
}

// Assign lets somebody work with the child's case. That the person is a colleague the service has asked.
func (c Child) Assign(who id.Person, s Span) (CaseWorker, error) {
	if who.IsZero() {
		return CaseWorker{}, fault.At(fault.CodeInvalid, "/personId", ruleRequired)
	}
	if err := s.check(); err != nil {
		return CaseWorker{}, err
	}
	return CaseWorker{ID: id.NewCaseWorker(), Child: c.ID, Person: who, Span: s, Version: 1}, nil
}

// End ends the work with the case; last is its last day.
func (w *CaseWorker) End(last civil.Date) error {
	if err := w.Span.end(last); err != nil {
		return err
	}
	w.Version++
	return nil
}

// Tag names this version of the row.
func (w CaseWorker) Tag() string { return strconv.Itoa(w.Version) }
