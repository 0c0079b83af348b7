package deviation

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// IsOverdue tells whether the answer should have been given (R53).
func (c *Case) IsOverdue(today civil.Date) bool {
	return slices.Contains(open, c.State) && c.DueOn.Before(today)
}

// IsOverdue tells whether the group should have answered it.
func (d *Deviation) IsOverdue(today civil.Date) bool {
	return d.WithdrawnOn.IsZero() && d.Case.IsOverdue(today)
}

// Give answers it. The answer goes to who sent it: the unit, or the other group. Faults: illegal-deviation-step, identifying-text.
func (r *Received) Give(answer person.Text, names []person.Name, today civil.Date) error {
	if err := step(r.State, Answered); err != nil {
		return err
	}
	if err := deidentify.Check(names, today, deidentify.Part{Pointer: "/text", Text: answer}); err != nil {
		return err
	}
	r.State, r.Answer, r.AnsweredOn = Answered, answer, today
	r.Version++
	return nil
}

// Lift lifts it: from a local group to the county's above, from there to a fault of the whole system, which stays with the
// county's group. above is the group that it goes to, with its routine; none when it stays. Faults: illegal-deviation-step,
// no-group-above, identifying-text.
func (r *Received) Lift(why person.Text, above Receiving, names []person.Name, today civil.Date) (Case, error) {
	if r.State != Accepted || r.Level == System {
		return Case{}, fault.New(fault.CodeDeviationStep)
	}
	if r.Level == Local && above.Group.IsZero() {
		return Case{}, fault.New(fault.CodeNoGroupAbove)
	}
	if err := deidentify.Check(names, today, deidentify.Part{Pointer: "/reason", Text: why}); err != nil {
		return Case{}, err
	}
	r.Lifted = why
	r.Version++
	if r.Level == County {
		r.Level = System
		return Case{}, nil
	}
	r.State = Escalated
	return r.sentTo(above, FromBelow, County, today), nil
}

// Mirror tells the group of the other municipality that it concerns.
func (r *Received) Mirror(to Receiving, today civil.Date) Case {
	return r.sentTo(to, Mirrored, Local, today)
}

func (r *Received) sentTo(to Receiving, o Origin, l Level, today civil.Date) Case {
	return Case{
		ID: id.NewDeviationCase(), Deviation: r.Deviation, Group: to.Group, Origin: o, From: r.Group, Level: l, State: Submitted,
		ReceivedOn: today, DueOn: to.Due(today), Version: 1,
	}
}

// Close closes it once it is answered and every measure is followed up. Faults: illegal-deviation-step, measures-open.
func (r *Received) Close(today civil.Date) error {
	if err := step(r.State, Closed); err != nil {
		return err
	}
	if slices.ContainsFunc(r.Measures, func(m Measure) bool { return m.FollowedUpOn.IsZero() }) {
		return fault.New(fault.CodeMeasuresOpen)
	}
	r.State, r.ClosedOn = Closed, today
	r.Version++
	return nil
}
