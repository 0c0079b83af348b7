package meeting

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Schedule books a meeting. The leading unit, its administrator too. Faults: not-found, dates, plan-closed, unknown-colleague,
// denied for a place that the actor may not know.
func (s *Service) Schedule(ctx context.Context, a access.Actor, p id.Plan, b Booking) (Meeting, error) {
	g, err := access.Allow[access.BookMeeting](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	if !s.readsCalls(a) && !b.Call.IsZero() {
		return Meeting{}, fault.At(fault.CodeInvalid, "/callId", "unknown")
	}
	return s.store.ScheduleMeeting(ctx, g, p, func(f Frame) (Meeting, error) { return Schedule(f, b, s.now()) })
}

// Reschedule replaces what was booked. tag is the version that the actor read. As Schedule. Faults besides: stale-version,
// meeting-over.
func (s *Service) Reschedule(ctx context.Context, a access.Actor, m id.Meeting, tag string, b Booking) (Meeting, error) {
	return s.change(ctx, a, m, func(m *Meeting) error {
		if m.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		if !s.readsCalls(a) { // an administrator books, and does not choose among what it may not read
			b.Call = m.Call
		}
		return m.Reschedule(b, s.now())
	})
}

func (s *Service) readsCalls(a access.Actor) bool {
	_, err := access.Allow[access.ReadCall](s.policy, a)
	return err == nil
}

// Cancel calls a meeting off. As Schedule. Faults: not-found, meeting-over.
func (s *Service) Cancel(ctx context.Context, a access.Actor, m id.Meeting) (Meeting, error) {
	return s.change(ctx, a, m, func(m *Meeting) error { return m.Cancel(s.now()) })
}

// change does something to a meeting of the leading unit. Who sees it and does not lead is denied: there is nothing to hide.
func (s *Service) change(ctx context.Context, a access.Actor, m id.Meeting, do func(*Meeting) error) (Meeting, error) {
	g, err := access.Allow[access.BookMeeting](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	changed, err := s.store.ChangeMeeting(ctx, g, m, do)
	return changed, s.seen(ctx, a, m, err)
}

func (s *Service) seen(ctx context.Context, a access.Actor, m id.Meeting, err error) error {
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	if _, err := s.FindMeeting(ctx, a, m); err != nil {
		return err
	}
	return fault.New(fault.CodeDenied)
}

// NoteAttendance notes how a person of a unit took part (R46). The leading unit, its administrator too, and who leads the
// meeting. Faults: not-found,
// meeting-over, meeting-ahead, not-a-party, unknown-colleague.
func (s *Service) NoteAttendance(ctx context.Context, a access.Actor, m id.Meeting, n Attendance) (Meeting, error) {
	g, err := access.Allow[access.NoteAttendance](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	noted, err := s.store.NoteAttendance(ctx, g, m, func(m *Meeting) (Attendance, error) { return m.Attend(n, a.Today()) })
	return noted, s.seen(ctx, a, m, err)
}

// NoteFamilyAttendance notes how the child or a guardian took part (R46). As NoteAttendance. Faults: not-found, meeting-over,
// meeting-ahead, invalid-value for somebody whom the own unit does not know as the child's.
func (s *Service) NoteFamilyAttendance(ctx context.Context, a access.Actor, m id.Meeting, p id.Person, how Presence) (Meeting, error) {
	g, err := access.Allow[access.NoteAttendance](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	noted, err := s.store.NoteFamilyAttendance(ctx, g, m, func(m *Meeting) (FamilyAttendance, error) { return m.AttendFamily(p, how, a.Today()) })
	return noted, s.seen(ctx, a, m, err)
}

// Close ends a meeting that was held (R47). As NoteAttendance. Faults: not-found, meeting-over, meeting-ahead,
// meeting-incomplete with a pointer for each missing part, not-a-party.
func (s *Service) Close(ctx context.Context, a access.Actor, m id.Meeting, e End) (Meeting, error) {
	g, err := access.Allow[access.HoldMeeting](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	closed, err := s.store.CloseMeeting(ctx, g, m, func(m *Meeting, c Call) error { return m.Close(e, c, a.Today(), s.now()) })
	return closed, s.seen(ctx, a, m, err)
}

// FindMeeting gives one meeting as the actor sees it. Whoever sees the plan. Fault: not-found.
func (s *Service) FindMeeting(ctx context.Context, a access.Actor, m id.Meeting) (Meeting, error) {
	g, err := access.Allow[access.ReadMeeting](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	return s.store.FindMeeting(ctx, g, m)
}

// ListMeetings gives a page of the meetings of a plan, or of all that the actor sees, latest first. Whoever sees the plan.
func (s *Service) ListMeetings(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Meeting, int, error) {
	g, err := access.Allow[access.ReadMeeting](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListMeetings(ctx, g, p, pg)
}

// Reply answers a meeting for oneself. The family. Faults: not-found, meeting-over, reason-required.
func (s *Service) Reply(ctx context.Context, a access.Actor, m id.Meeting, r Reply) (Meeting, error) {
	g, err := access.Allow[access.ReplyToMeeting](s.policy, a)
	if err != nil {
		return Meeting{}, err
	}
	r.Meeting, r.Person, r.On = m, a.Person(), a.Today()
	return s.store.ReplyToMeeting(ctx, g, m, func(m *Meeting) error { return m.Reply(r) })
}

// CountAttendance counts how often the actor's unit was called, and how often somebody of it came. The unit's manager.
func (s *Service) CountAttendance(ctx context.Context, a access.Actor) (Count, error) {
	g, err := access.Allow[access.CountAttendance](s.policy, a)
	if err != nil {
		return Count{}, err
	}
	return s.store.CountAttendance(ctx, g)
}
