package request

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Assessment says who assesses a request, and whether custody has been checked.
type Assessment struct {
	Handler        id.Person
	CustodyChecked bool
}

// Take takes the request up. The first time begins the assessment; later times give it to somebody else, or tell that
// custody has been checked, which stays.
func (r *Request) Take(a Assessment, today civil.Date) error {
	if err := r.fitsAnswer(); err != nil {
		return err
	}
	if a.CustodyChecked && r.Relation.IsZero() {
		return fault.At(fault.CodeInvalid, "/custodyChecked", "no-guardian")
	}
	if r.State == Received {
		r.State, r.AssessedOn = Assessing, today
		r.Version++
	}
	r.Handling.Handler = a.Handler
	r.Handling.CustodyChecked = r.Handling.CustodyChecked || a.CustodyChecked
	r.Handling.Version++
	return nil
}

// Decision is how a request is answered: by a plan, or by a refusal.
type Decision struct {
	Plan   id.Plan     // one that the unit leads already; none: a new one is opened
	Role   person.Text // of a refusal: in which role it is decided
	Reason person.Text
	Refuse bool
}

// Answer answers the request, once. A refusal says who, in which role, and why (R4).
func (r *Request) Answer(d Decision, today civil.Date) error {
	if err := r.fitsAnswer(); err != nil {
		return err
	}
	switch {
	case r.State != Assessing:
		return fault.New(fault.CodeNotAssessed)
	case d.Refuse && d.Role.IsZero():
		return fault.At(fault.CodeReasonRequired, "/role", "required")
	case d.Refuse && d.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case d.Refuse && !d.Plan.IsZero():
		return fault.At(fault.CodeInvalid, "/planId", "refused")
	case !d.Refuse && (!d.Role.IsZero() || !d.Reason.IsZero()):
		return fault.At(fault.CodeInvalid, "/reason", "not-refused")
	}
	r.State, r.AnsweredOn = Planned, today
	if d.Refuse {
		r.State, r.RefusedBy, r.Reason = Refused, d.Role, d.Reason
	}
	r.Version++
	return nil
}
