package httpapi

import (
	"bytes"
	"context"

	"samplan/internal/calendar"
	"samplan/internal/id"
	"samplan/internal/meeting"

	"samplan/internal/httpapi/wire"
)

// meetingAt is where a meeting is found.
func meetingAt(m id.Meeting) string { return "/v1/meetings/" + m.String() }

// shown maps a meeting for its reader, with the version of it.
func (a *API) shown(ctx context.Context, m meeting.Meeting) (wire.Meeting, string, error) {
	r, err := a.reader(ctx)
	if err != nil {
		return wire.Meeting{}, "", err
	}
	return r.meeting(m), etag(m.Tag()), nil
}

// ScheduleMeeting books a meeting.
func (a *API) ScheduleMeeting(ctx context.Context, q wire.ScheduleMeetingRequestObject) (wire.ScheduleMeetingResponseObject, error) {
	b, err := booking(wire.ChangeMeeting(*q.Body))
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.Schedule(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), b)
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.ScheduleMeeting201JSONResponse{
		Body: body, Headers: wire.ScheduleMeeting201ResponseHeaders{ETag: tag, Location: meetingAt(m.ID)},
	}, err
}

// RescheduleMeeting replaces what is booked.
func (a *API) RescheduleMeeting(ctx context.Context, q wire.RescheduleMeetingRequestObject) (wire.RescheduleMeetingResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	b, err := booking(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.Reschedule(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), tag, b)
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.RescheduleMeeting200JSONResponse{Body: body, Headers: wire.RescheduleMeeting200ResponseHeaders{ETag: tag}}, err
}

// CancelMeeting calls a meeting off.
func (a *API) CancelMeeting(ctx context.Context, q wire.CancelMeetingRequestObject) (wire.CancelMeetingResponseObject, error) {
	m, err := a.Meetings.Cancel(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.CancelMeeting200JSONResponse{Body: body, Headers: wire.CancelMeeting200ResponseHeaders{ETag: tag}}, err
}

// NoteAttendance notes how somebody took part.
func (a *API) NoteAttendance(ctx context.Context, q wire.NoteAttendanceRequestObject) (wire.NoteAttendanceResponseObject, error) {
	n, err := attendanceNote(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.NoteAttendance(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), n)
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.NoteAttendance200JSONResponse{Body: body, Headers: wire.NoteAttendance200ResponseHeaders{ETag: tag}}, err
}

// NoteFamilyAttendance notes how the child or a guardian took part.
func (a *API) NoteFamilyAttendance(ctx context.Context, q wire.NoteFamilyAttendanceRequestObject) (wire.NoteFamilyAttendanceResponseObject, error) {
	p, how, err := familyAttendance(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.NoteFamilyAttendance(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), p, how)
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.NoteFamilyAttendance200JSONResponse{Body: body, Headers: wire.NoteFamilyAttendance200ResponseHeaders{ETag: tag}}, err
}

// CloseMeeting ends a meeting that was held.
func (a *API) CloseMeeting(ctx context.Context, q wire.CloseMeetingRequestObject) (wire.CloseMeetingResponseObject, error) {
	e, err := meetingEnd(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.Close(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), e)
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.CloseMeeting200JSONResponse{Body: body, Headers: wire.CloseMeeting200ResponseHeaders{ETag: tag}}, err
}

// GetMeeting shows a meeting to whoever sees its plan.
func (a *API) GetMeeting(ctx context.Context, q wire.GetMeetingRequestObject) (wire.GetMeetingResponseObject, error) {
	m, err := a.Meetings.FindMeeting(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	body, tag, err := a.shown(ctx, m)
	return wire.GetMeeting200JSONResponse{Body: body, Headers: wire.GetMeeting200ResponseHeaders{ETag: tag}}, err
}

// ListMeetings lists the meetings of a plan.
func (a *API) ListMeetings(ctx context.Context, q wire.ListMeetingsRequestObject) (wire.ListMeetingsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Meetings.ListMeetings(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMeetings200JSONResponse{Body: wire.MeetingList{
		Meetings: each(rows, r.meeting), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// CountAttendance counts calls to the own unit, and how often it came.
func (a *API) CountAttendance(ctx context.Context, _ wire.CountAttendanceRequestObject) (wire.CountAttendanceResponseObject, error) {
	c, err := a.Meetings.CountAttendance(ctx, actorFrom(ctx))
	if err != nil {
		return nil, err
	}
	return wire.CountAttendance200JSONResponse{Body: attendanceCount(c)}, nil
}

// GetMeetingCalendar gives a meeting as a file for the calendar.
func (a *API) GetMeetingCalendar(ctx context.Context, q wire.GetMeetingCalendarRequestObject) (wire.GetMeetingCalendarResponseObject, error) {
	m, err := a.Meetings.FindMeeting(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	e := calendarEvent(m)
	file := calendar.File(e)
	return wire.GetMeetingCalendar200TextcalendarResponse{
		Body: bytes.NewReader(file), ContentLength: int64(len(file)),
		Headers: wire.GetMeetingCalendar200ResponseHeaders{ContentDisposition: calendarName(e)},
	}, nil
}

// calendarName is what the file is called: the reference that stands in it, too.
func calendarName(e calendar.Event) string { return `attachment; filename="` + e.Reference() + `.ics"` }
