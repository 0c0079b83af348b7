package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

// DeadlineReason is why a deadline was broken, in the words of the unit that led: that unit's alone, whoever leads later.
type DeadlineReason struct {
	ID   id.DeadlineReason
	Plan id.Plan
	Kind routine.Kind
	From civil.Date // the day that the deadline counted from: of the next follow-up nothing has been said
	Text person.Text
	On   civil.Date
}

// ExplainDeadline keeps why a deadline was broken (R45); a new reason takes the place of the one before, which stays behind
// it. The leading unit. Faults: not-found, denied, plan-closed, deadline-not-broken.
func (s *Service) ExplainDeadline(ctx context.Context, a access.Actor, r DeadlineReason) (DeadlineReason, error) {
	g, err := access.Allow[access.GiveDeadlineReason](s.policy, a)
	if err != nil {
		return DeadlineReason{}, err
	}
	all, err := s.Deadlines(ctx, a, r.Plan)
	if err != nil {
		return DeadlineReason{}, err
	}
	r.ID, r.On = id.NewDeadlineReason(), a.Today()
	err = s.store.AddDeadlineReason(ctx, g, &r, func(p Plan) error {
		if IsOver(p.Status) {
			return fault.New(fault.CodePlanClosed)
		}
		n := slices.IndexFunc(all, func(d Deadline) bool { return d.Kind == r.Kind && d.Progress == breached })
		if n < 0 {
			return fault.At(fault.CodeNotBroken, "/deadline", "state")
		}
		r.From = all[n].From
		return nil
	})
	return r, seen(err)
}

// explained adds to each deadline what the own unit has said of it last.
func explained(all []Deadline, said []DeadlineReason) []Deadline {
	for _, r := range said {
		for n := range all {
			if all[n].Kind == r.Kind && all[n].From == r.From {
				all[n].Reason = r.Text
			}
		}
	}
	return all
}
