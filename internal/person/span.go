package person

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
)

// Span is the days from the first to the last, both included. Without a last day it goes on.
type Span struct{ From, To civil.Date }

func (s Span) check() error {
	switch {
	case s.From.IsZero():
		return fault.At(fault.CodeInvalid, "/validFrom", ruleRequired)
	case !s.To.IsZero() && s.To.Before(s.From):
		return fault.At(fault.CodeDates, "/validTo", "before-start")
	}
	return nil
}

// end sets the last day. An ending only ever shortens: to go on longer is a new decision and a new row.
func (s *Span) end(last civil.Date) error {
	switch {
	case last.IsZero():
		return fault.At(fault.CodeInvalid, "/endsOn", ruleRequired)
	case last.Before(s.From):
		return fault.At(fault.CodeDates, "/endsOn", "before-start")
	case !s.To.IsZero() && last.After(s.To):
		return fault.At(fault.CodeDates, "/endsOn", "after-end")
	}
	s.To = last
	return nil
}
