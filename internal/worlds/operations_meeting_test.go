package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofMeetings) }

// ofMeetings are the rows of the table about meetings.
var ofMeetings = map[string]operation{
	"ListMeetings":         listOf("/plans/{}/meetings", plans),
	"GetMeeting":           get("/meetings/{}", meetings),
	"GetMeetingCalendar":   get("/meetings/{}/calendars", meetings),
	"CountAttendance":      get("/attendance-counts", none),
	"ListMyMeetings":       list("/my/meetings"),
	"GetMyMeetingCalendar": get("/my/meetings/{}/calendars", meetings),
	"ScheduleMeeting":      post(writes, "/plans/{}/meetings", plans, bookedAt(nil), bookedAt(object{"place": "b"}), bookedBy),
	"RescheduleMeeting":    put("/meetings/{}", meetings, bookedAt(object{"meetingMode": "digital"})),
	"CancelMeeting":        post(writes, "/meetings/{}/cancellations", meetings, body(object{})),
	"NoteAttendance":       post(writes, "/meetings/{}/attendances", meetings, attending("bup"), attending("hs"), attending("bou1")),
	"NoteFamilyAttendance": post(writes, "/meetings/{}/family-attendances", meetings, func(q *asking) object {
		return object{"personId": q.asked[0], "presence": "came"}
	}, func(q *asking) object { return object{"personId": q.children[0], "presence": "absent"} }),
	"CloseMeeting": post(writes, "/meetings/{}/closings", meetings, body(object{"childParticipation": "present", "closingReason": "no-need"}),
		body(object{"childParticipation": "present", "nextFollowUpOn": "2030-01-01", "nextFollowUpUnitId": demo.UnitID("bup")})),
	"ReplyToMyMeeting": post(writes, "/my/meetings/{}/replies", meetings, body(object{"reply": "comes"}), body(object{"reply": "proposes"})),
}

func meetings(q *asking) []ID { return q.meetings }

func bookedAt(more object) func(*asking) object {
	return func(q *asking) object {
		o := object{"startsAt": q.day + "T08:00:00Z", "endsAt": q.day + "T09:00:00Z", "meetingMode": "both", "link": "a"}
		for k, v := range more {
			o[k] = v
		}
		return o
	}
}

func attending(unit string) func(*asking) object {
	return func(*asking) object {
		return object{"unitId": demo.UnitID(unit), "personId": StaffOf(unit)[0].Person, "presence": "digital", "hasMandate": true}
	}
}

// bookedBy names a call, most of which the reader does not see.
func bookedBy(q *asking) object { return bookedAt(object{"callId": q.sentCalls[0]})(q) }

func suggestions(q *asking) []ID { return q.suggestions }

func (w *World) suggestions() (all []ID) {
	for _, m := range w.Meetings {
		for _, u := range m.NoShows {
			all = append(all, suggestion(m, u))
		}
	}
	return all
}

func (q *asking) pickMeetings(a, b *World, pick func(one, two []ID) []ID) {
	q.suggestions = pick(a.suggestions(), b.suggestions())
	q.meetings = pick(idsFor(a.Meetings, func(m Meeting) ID { return m.ID }), idsFor(b.Meetings, func(m Meeting) ID { return m.ID }))
}
