package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

type progressSet struct{}

// Progress is where a deadline of a plan stands.
type Progress = enum.Value[progressSet]

var (
	// Progresses are: what it counts from has not happened; there is time, or little; done in time; late.
	Progresses = enum.Of[progressSet]("not-begun", "running", "due-soon", "met", "breached")

	notBegun = Progresses.Must("not-begun")
	running  = Progresses.Must("running")
	dueSoon  = Progresses.Must("due-soon")
	met      = Progresses.Must("met")
	breached = Progresses.Must("breached")
)

// Course is what the deadlines of a plan count from: events of the frame, which whoever sees the plan knows, and the calls that
// the reader's unit has sent or received.
type Course struct {
	Noted       civil.Date
	Begun       civil.Date // the first step from there
	Called      civil.Date
	Met         civil.Date // the first meeting that was closed
	LastMet     civil.Date
	Sent        civil.Date // the first version after that meeting
	Established civil.Date
	FollowedUp  civil.Date
	Stands      bool
	IsOver      bool
	Calls       []CallCourse
}

// Deadline is how one deadline of the profile stands in a plan.
type Deadline struct {
	Kind      routine.Kind
	From, Due civil.Date
	Done      civil.Date
	Progress  Progress
	Call      id.Call      // of a call that the own unit sends
	Addressee id.Addressee // who answers, or how the own unit got the call
	Reason    person.Text  // why it was broken, as the own unit has said
}

// Deadlines tells how the deadlines of the plan's routine stand today (R45). Whoever sees the plan; the family is told of
// those whose days it sees. Fault: not-found.
func (s *Service) Deadlines(ctx context.Context, a access.Actor, p id.Plan) ([]Deadline, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, err
	}
	m, err := access.Allow[access.ReadMeeting](s.policy, a)
	if err != nil {
		return nil, err
	}
	c, err := s.store.FindCourse(ctx, g, m, s.calls(a), p)
	if err != nil {
		return nil, err
	}
	v, err := s.routines.FindPlanRoutine(ctx, g, p)
	if err != nil {
		return nil, err
	}
	all := c.Deadlines(&v.Profile, a.Today())
	if a.IsCitizen() {
		return slices.DeleteFunc(all, func(d Deadline) bool { return !slices.Contains(familys, d.Kind) }), nil
	}
	w, err := access.Allow[access.ReadDeadlineReason](s.policy, a)
	if err != nil {
		return all, nil //nolint:nilerr // whoever may not read reasons is shown the deadlines without
	}
	said, err := s.store.ListDeadlineReasons(ctx, w, p)
	return explained(all, said), err
}

// familys are the deadlines of which the family sees every day, in the plan, its steps and its meetings. The day that a need was
// noted is not among these, nor the day that a version was dispatched; a last day would tell of the first, a state of the second.
var familys = []routine.Kind{routine.MeetingHeld, routine.FollowUp}

// Deadlines counts each from what happened to what is to happen. In a plan that is over none runs any more.
func (c Course) Deadlines(p *routine.Profile, today civil.Date) []Deadline {
	var all []Deadline
	for _, d := range []Deadline{
		{Kind: routine.StartOfWork, From: c.Noted, Done: c.Begun},
		{Kind: routine.MeetingHeld, From: c.Called, Done: c.Met},
		{Kind: routine.PlanSent, From: c.Met, Done: c.Sent},
		{Kind: routine.FollowUp, From: c.lastSeen()},
	} {
		if !d.From.IsZero() {
			d.Due = p.Due(d.Kind, d.From)
		}
		all = append(all, d)
	}
	for _, v := range c.Calls {
		all = append(all, v.deadlines(p)...)
	}
	for n := range all {
		if d := &all[n]; d.From.IsZero() {
			d.Progress = notBegun
		} else {
			d.Progress = d.progress(p.StateOf(d.Kind, d.Due, d.Done, today))
		}
	}
	return slices.DeleteFunc(all, func(d Deadline) bool { return c.IsOver && d.Done.IsZero() })
}

// lastSeen is the day from which the next follow-up counts: the last one, or meeting, once the plan stands.
func (c Course) lastSeen() civil.Date {
	if !c.Stands {
		return civil.Date{}
	}
	last := c.Established
	for _, d := range []civil.Date{c.LastMet, c.FollowedUp} {
		if d.After(last) {
			last = d
		}
	}
	return last
}

func (d Deadline) progress(s routine.State) Progress {
	switch {
	case s == routine.Breached:
		return breached
	case !d.Done.IsZero():
		return met
	case s == routine.DueSoon:
		return dueSoon
	}
	return running
}
