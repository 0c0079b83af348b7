package concern

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Receipt says who handles a report, and when the protective assessment was made if it has been.
type Receipt struct {
	Handler    id.Person
	AssessedOn civil.Date
}

// Receive takes the report in hand. The first time acknowledges it; later times give it to somebody else, or tell of the
// assessment. A day of assessment that is not told again stays.
func (r *Report) Receive(c Receipt, today civil.Date) error {
	switch {
	case c.Handler.IsZero():
		return fault.At(fault.CodeInvalid, "/handlerId", "required")
	case !c.AssessedOn.IsZero() && c.AssessedOn.After(today):
		return fault.At(fault.CodeDates, "/assessedOn", "future")
	case !c.AssessedOn.IsZero() && c.AssessedOn.Before(r.SentOn):
		return fault.At(fault.CodeDates, "/assessedOn", "before-report")
	}
	if r.ReceivedOn.IsZero() {
		r.ReceivedOn = today
		r.Version++
	}
	r.Handling.Handler = c.Handler
	if !c.AssessedOn.IsZero() {
		r.Handling.AssessedOn = c.AssessedOn
	}
	r.Handling.Version++
	return nil
}

// Feedback is what the reporter is told.
type Feedback struct {
	Decision  Decision
	DecidedOn civil.Date
	Message   person.Text
}

// Answer gives the reporter feedback, once.
func (r *Report) Answer(f Feedback, today civil.Date) error {
	switch {
	case r.ReceivedOn.IsZero():
		return fault.New(fault.CodeNotReceived)
	case !r.FeedbackOn.IsZero():
		return fault.New(fault.CodeAnswered)
	case f.Decision.IsZero():
		return fault.At(fault.CodeInvalid, "/decision", "required")
	case f.DecidedOn.IsZero():
		return fault.At(fault.CodeInvalid, "/decidedOn", "required")
	case f.DecidedOn.After(today):
		return fault.At(fault.CodeDates, "/decidedOn", "future")
	case f.DecidedOn.Before(r.SentOn):
		return fault.At(fault.CodeDates, "/decidedOn", "before-report")
	}
	r.Decision, r.DecidedOn, r.Message, r.FeedbackOn = f.Decision, f.DecidedOn, f.Message, today
	r.Version++
	return nil
}
