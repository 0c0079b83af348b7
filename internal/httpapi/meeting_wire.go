package httpapi

import (
	"samplan/internal/calendar"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) meeting(m meeting.Meeting) wire.Meeting {
	w := wire.Meeting{
		Id: m.ID.UUID(), PlanId: m.Plan.UUID(), CallId: optionalID(m.Call), StartsAt: m.StartsAt.UTC(), EndsAt: m.EndsAt.UTC(),
		MeetingMode: wire.MeetingMode(m.Way.String()), State: wire.MeetingState(m.State.String()), Place: reveal(m.Place), Link: reveal(m.Link),
		Leaders: each(m.LeaderNames, person.Text.Reveal), NextFollowUpOn: optionalDay(m.NextOn),
		ChildParticipation: optional(wire.ChildParticipation(m.Participation.String())), ClosingReason: optional(wire.MeetingClosing(m.Closing.String())),
		Attendances: each(m.Attendances, r.attendance), NoShowUnits: each(m.NoShows, r.unit),
		FamilyReplies: each(m.Replies, func(v meeting.Reply) wire.FamilyReply {
			return wire.FamilyReply{ByChild: v.Person == m.Child, Reply: wire.MeetingReply(v.Reply.String()), Text: reveal(v.Words)}
		}),
		FamilyAttendances: each(m.OfFamily, func(v meeting.FamilyAttendance) wire.FamilyAttendance {
			return wire.FamilyAttendance{PersonId: v.Person.UUID(), ByChild: v.Person == m.Child, Presence: wire.Presence(v.Presence.String())}
		}),
		Etag: etag(m.Tag()),
	}
	if !m.NextUnit.IsZero() {
		w.NextFollowUpUnit = new(r.unit(m.NextUnit))
	}
	return w
}

func (r reader) attendance(a meeting.Attendance) wire.Attendance {
	return wire.Attendance{
		Unit: r.unit(a.Unit), PersonId: a.Person.UUID(), PersonName: a.Name.Reveal(), Presence: wire.Presence(a.Presence.String()), HasMandate: a.HasMandate,
	}
}

func myMeeting(m meeting.Meeting) wire.MyMeeting {
	w := wire.MyMeeting{
		Id: m.ID.UUID(), PlanId: m.Plan.UUID(), StartsAt: m.StartsAt.UTC(), EndsAt: m.EndsAt.UTC(), MeetingMode: wire.MeetingMode(m.Way.String()),
		State: wire.MeetingState(m.State.String()), Place: reveal(m.Place), Link: reveal(m.Link), Leaders: each(m.LeaderNames, person.Text.Reveal),
		NextFollowUpOn: optionalDay(m.NextOn),
	}
	for _, v := range m.Replies { // one's own alone is read for the family
		w.MyReply, w.MyText = new(wire.MeetingReply(v.Reply.String())), reveal(v.Words)
	}
	for _, v := range m.OfFamily {
		w.MyPresence = new(wire.Presence(v.Presence.String()))
	}
	return w
}

func attendanceCount(c meeting.Count) wire.AttendanceCount {
	return wire.AttendanceCount{Called: c.Called, Attended: c.Attended, Absent: c.Absent}
}

// calendarEvent is what a calendar gets of a meeting: when it is, and nothing that others who read the calendar may not know.
func calendarEvent(m meeting.Meeting) calendar.Event {
	return calendar.Event{
		ID: m.ID.UUID(), Sequence: m.Sequence, Stamp: m.ChangedAt, StartsAt: m.StartsAt, EndsAt: m.EndsAt, IsCancelled: m.State == meeting.Cancelled,
	}
}

// booking reads what is booked; a new meeting and a changed one say the same.
func booking(b wire.ChangeMeeting) (meeting.Booking, error) {
	var r reading
	v := meeting.Booking{
		Call: id.CallOf(given(b.CallId)), StartsAt: b.StartsAt, EndsAt: b.EndsAt, Way: word(&r, meeting.Ways, &b.MeetingMode, "/meetingMode"),
		Place: hide(b.Place), Link: hide(b.Link),
	}
	for _, p := range b.LeaderIds {
		v.Leaders = append(v.Leaders, id.PersonOf(p))
	}
	return v, r.err()
}

func attendanceNote(b wire.NewAttendance) (meeting.Attendance, error) {
	var r reading
	a := meeting.Attendance{
		Unit: id.UnitOf(b.UnitId), Person: id.PersonOf(b.PersonId), Presence: word(&r, meeting.Presences, &b.Presence, "/presence"), HasMandate: b.HasMandate,
	}
	return a, r.err()
}

func familyAttendance(b wire.NewFamilyAttendance) (id.Person, meeting.Presence, error) {
	var r reading
	how := word(&r, meeting.Presences, &b.Presence, "/presence")
	return id.PersonOf(b.PersonId), how, r.err()
}

func meetingEnd(b wire.NewMeetingClosing) (meeting.End, error) {
	var r reading
	e := meeting.End{
		Participation: word(&r, meeting.Participations, &b.ChildParticipation, "/childParticipation"), NextOn: civilDay(b.NextFollowUpOn),
		NextUnit: id.UnitOf(given(b.NextFollowUpUnitId)), Closing: word(&r, meeting.Closings, b.ClosingReason, "/closingReason"),
	}
	return e, r.err()
}

func meetingReply(b wire.NewMyMeetingReply) (meeting.Reply, error) {
	var r reading
	v := meeting.Reply{Reply: word(&r, meeting.Replies, &b.Reply, "/reply"), Words: hide(b.Text)}
	return v, r.err()
}
