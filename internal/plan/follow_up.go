package plan

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// FollowUp is a follow-up (uppföljning) of a plan that stands: when, how the child took part, and when it is followed up
// next and who calls to that; or that the plan is to be closed (R47). It is an event of the frame, known to whoever sees
// the plan, so nothing is said in it. What was found about goals and interventions stands with them (evaluation.go).
type FollowUp struct {
	ID            id.FollowUp
	Plan          id.Plan
	HeldOn        civil.Date
	Participation Participation
	NextOn        civil.Date // zero: the plan is to be closed
	NextUnit      id.Unit    // calls to the next one; kept with the plan
	By            id.Person
	CreatedAt     time.Time
}

// FollowUp records a follow-up. What the parties have confirmed is not touched: when they meet next is no part of what
// they agreed on, and they were there when it was decided.
func (p *Plan) FollowUp(f FollowUp, today civil.Date) error {
	switch {
	case IsOver(p.Status):
		return fault.New(fault.CodePlanClosed)
	case !p.stands():
		return fault.New(fault.CodeStatusStep)
	case f.HeldOn.After(today):
		return fault.At(fault.CodeDates, "/on", "future")
	case f.HeldOn.Before(p.EstablishedOn) || f.HeldOn.Before(p.FollowedUpOn):
		return fault.At(fault.CodeDates, "/on", "before-plan")
	case !f.NextOn.IsZero() && !f.NextOn.After(today):
		return fault.At(fault.CodeDates, "/nextFollowUpOn", "past")
	}
	p.FollowedUpOn = f.HeldOn
	p.NextFollowUpOn, p.NextFollowUpUnit = f.NextOn, f.NextUnit
	p.Version++
	return nil
}

// Reminder is a plan that the own unit leads and that is to be followed up soon, or should have been.
type Reminder struct {
	Row
	DueOn     civil.Date
	IsOverdue bool
}
