package person

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// WhereaboutsBlock is a decision to keep from one guardian where the child is (OSL 26:2, R35). It holds in every plan of
// the child, whichever unit leads it.
type WhereaboutsBlock struct {
	ID      id.WhereaboutsBlock
	Child   id.Person
	Person  id.Person
	By      id.Person
	Reason  Text
	Span    Span
	Version int
}

// BlockDraft is what somebody decides. To, when given, is the last day.
type BlockDraft struct {
	Person id.Person
	Reason Text
	To     civil.Date
}

// Block decides it from today on. That the person is close to the child, as the own unit knows it, the store asks.
func (c Child) Block(d BlockDraft, by id.Person, today civil.Date) (WhereaboutsBlock, error) {
	s := Span{today, d.To}
	switch {
	case d.Person.IsZero():
		return WhereaboutsBlock{}, fault.At(fault.CodeInvalid, "/personId", ruleRequired)
	case d.Reason.IsZero():
		return WhereaboutsBlock{}, fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	}
	if err := s.check(); err != nil {
		return WhereaboutsBlock{}, err
	}
	return WhereaboutsBlock{ID: id.NewWhereaboutsBlock(), Child: c.ID, Person: d.Person, By: by, Reason: d.Reason, Span: s, Version: 1}, nil
}

// End ends the block; last is its last day.
func (b *WhereaboutsBlock) End(last civil.Date) error {
	if err := b.Span.end(last); err != nil {
		return err
	}
	b.Version++
	return nil
}

// Tag names this version of the row.
func (b WhereaboutsBlock) Tag() string { return strconv.Itoa(b.Version) }
