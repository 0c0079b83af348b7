package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// AddMinute writes a point of the minutes of a meeting that was held. The leading unit, its administrator too, and who leads
// the meeting or is the plan's leader or secretary. Faults: not-found, denied, meeting-over, meeting-ahead, minutes-settled,
// plan-closed, not-a-party, unknown-colleague, not-for-parties, invalid values.
func (s *Service) AddMinute(ctx context.Context, a access.Actor, m id.Meeting, d MinuteDraft) (Minute, error) {
	g, err := access.Allow[access.WriteMinutes](s.policy, a)
	if err != nil {
		return Minute{}, err
	}
	n, err := s.store.AddMinute(ctx, g, m, func(f MinuteFrame) (Minute, error) {
		return NewMinute(f, d, Author{a.Person(), ByStaff, a.Unit()}, a.Today())
	})
	return n, s.seesMeeting(ctx, a, m, err)
}

// seesMeeting tells who sees a meeting and may not write at it that it is denied: there is nothing to hide.
func (s *Service) seesMeeting(ctx context.Context, a access.Actor, m id.Meeting, err error) error {
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	if _, _, err := s.Minutes(ctx, a, m, page.Page{Number: 1, Limit: 1}); err != nil {
		return err
	}
	return fault.New(fault.CodeDenied)
}

// ChangeMinute replaces a draft of the actor's unit. tag is the version that the actor read. As AddMinute. Faults besides:
// stale-version.
func (s *Service) ChangeMinute(ctx context.Context, a access.Actor, i id.Item, tag string, d MinuteDraft) (Minute, error) {
	g, err := access.Allow[access.WriteMinutes](s.policy, a)
	if err != nil {
		return Minute{}, err
	}
	n, err := s.store.ChangeMinute(ctx, g, i, func(m *Minute, f MinuteFrame) error {
		if m.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return m.Change(f, d, a.Today())
	})
	return n, s.seesMinute(ctx, a, i, err)
}

func (s *Service) seesMinute(ctx context.Context, a access.Actor, i id.Item, err error) error {
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	if _, err := s.Minute(ctx, a, i); err != nil {
		return err
	}
	return fault.New(fault.CodeDenied)
}

// SettleMinutes settles what the actor's unit has written of a meeting, and gives the day. As AddMinute, but for the
// administrator. Faults: not-found, denied, minutes-settled, minutes-not-settled when nothing is written.
func (s *Service) SettleMinutes(ctx context.Context, a access.Actor, m id.Meeting) (civil.Date, error) {
	g, err := access.Allow[access.SettleMinutes](s.policy, a)
	if err != nil {
		return civil.Date{}, err
	}
	err = s.store.SettleMinutes(ctx, g, m, func(f MinuteFrame, drafts int) error {
		switch {
		case f.IsSettled:
			return fault.New(fault.CodeMinutesSettled)
		case drafts == 0:
			return fault.New(fault.CodeMinutesDraft)
		}
		return nil
	})
	return a.Today(), s.seesMeeting(ctx, a, m, err)
}

// CorrectMinute adds a correction to a settled point of the actor's unit. As AddMinute. Faults: not-found, denied,
// minutes-not-settled.
func (s *Service) CorrectMinute(ctx context.Context, a access.Actor, i id.Item, text person.Text) (Minute, error) {
	g, err := access.Allow[access.WriteMinutes](s.policy, a)
	if err != nil {
		return Minute{}, err
	}
	n, err := s.store.CorrectMinute(ctx, g, i, func(m Minute) (Correction, error) { return m.Correct(text, a.Person(), a.Today()) })
	return n, s.seesMinute(ctx, a, i, err)
}

// CancelDecision takes back what nobody has answered yet, for a reason. As AddMinute. Faults: not-found, denied,
// minutes-not-settled, already-answered, also of a point that asks nothing of anybody.
func (s *Service) CancelDecision(ctx context.Context, a access.Actor, i id.Item, reason person.Text) (Minute, error) {
	g, err := access.Allow[access.WriteMinutes](s.policy, a)
	if err != nil {
		return Minute{}, err
	}
	n, err := s.store.CancelDecision(ctx, g, i, reason, (*Minute).Cancel)
	return n, s.seesMinute(ctx, a, i, err)
}

// Minute gives one point. Whoever may read the item; of the administrators that of the leading unit, what it wrote itself.
// Fault: not-found.
func (s *Service) Minute(ctx context.Context, a access.Actor, i id.Item) (Minute, error) {
	g, err := access.Allow[access.ReadMinutes](s.policy, a)
	if err != nil {
		return Minute{}, err
	}
	return s.store.FindMinute(ctx, g, i)
}

// Minutes gives a page of the points of a meeting, as they were written. As Minute.
func (s *Service) Minutes(ctx context.Context, a access.Actor, m id.Meeting, p page.Page) ([]Minute, int, error) {
	g, err := access.Allow[access.ReadMinutes](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListMinutes(ctx, g, m, p)
}

// Decisions gives a page of what was decided at the meetings of a plan, the latest first. As Minute.
func (s *Service) Decisions(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Minute, int, error) {
	g, err := access.Allow[access.ReadMinutes](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDecisions(ctx, g, p, pg)
}

// ReceivedDecisions gives a page of what the actor's unit is asked to do and has not answered, the most urgent first. Staff
// with need.
func (s *Service) ReceivedDecisions(ctx context.Context, a access.Actor, p page.Page) ([]ReceivedDecision, int, error) {
	g, err := access.Allow[access.AnswerDecision](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReceivedDecisions(ctx, g, p)
}

// AnswerDecision answers for the actor's unit. To accept an intervention makes it, in the own unit's name. As
// ReceivedDecisions. Faults: not-found, already-answered, reason-required, plan-closed, invalid values.
func (s *Service) AnswerDecision(ctx context.Context, a access.Actor, i id.Item, r DecisionReply) (ReceivedDecision, error) {
	g, err := access.Allow[access.AnswerDecision](s.policy, a)
	if err != nil {
		return ReceivedDecision{}, err
	}
	return s.store.AnswerDecision(ctx, g, i, func(d *ReceivedDecision) (Item, error) {
		if err := d.Answer(r, a.Today()); err != nil || r.Intervention.Kind.IsZero() {
			return Item{}, err
		}
		item, err := NewItem(d.Plan, r.Intervention, Author{a.Person(), ByStaff, a.Unit()}, a.Today())
		if err != nil {
			return Item{}, fault.Below("/intervention", err)
		}
		d.Intervention = item.ID
		return item, nil
	})
}
