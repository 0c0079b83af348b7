package httpapi

import (
	"bytes"
	"context"

	"samplan/internal/calendar"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListMyMeetings lists the meetings of the family's plans.
func (a *API) ListMyMeetings(ctx context.Context, q wire.ListMyMeetingsRequestObject) (wire.ListMyMeetingsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Meetings.ListMeetings(ctx, actorFrom(ctx), id.Plan{}, p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyMeetings200JSONResponse{Body: wire.MyMeetingList{
		Meetings: each(rows, myMeeting), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ReplyToMyMeeting answers a meeting for oneself.
func (a *API) ReplyToMyMeeting(ctx context.Context, q wire.ReplyToMyMeetingRequestObject) (wire.ReplyToMyMeetingResponseObject, error) {
	reply, err := meetingReply(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.Reply(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), reply)
	if err != nil {
		return nil, err
	}
	return wire.ReplyToMyMeeting200JSONResponse{
		Body: myMeeting(m), Headers: wire.ReplyToMyMeeting200ResponseHeaders{ETag: etag(m.Tag())},
	}, nil
}

// GetMyMeetingCalendar gives a meeting as a file for the family's calendar.
func (a *API) GetMyMeetingCalendar(ctx context.Context, q wire.GetMyMeetingCalendarRequestObject) (wire.GetMyMeetingCalendarResponseObject, error) {
	m, err := a.Meetings.FindMeeting(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	e := calendarEvent(m)
	file := calendar.File(e)
	return wire.GetMyMeetingCalendar200TextcalendarResponse{
		Body: bytes.NewReader(file), ContentLength: int64(len(file)),
		Headers: wire.GetMyMeetingCalendar200ResponseHeaders{ContentDisposition: calendarName(e)},
	}, nil
}
