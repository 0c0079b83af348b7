package worlds

import "time"

// meetingTables are those of meetings, children after parents.
var meetingTables = []string{
	"meeting", "meeting_place", "meeting_link", "meeting_leader", "meeting_attendance", "meeting_reply", "deviation_suggestion", "meeting_family_attendance",
	"survey_taken", "survey_answer",
}

func (w *World) rowsOfMeetings(add func(string, row)) {
	for i := range w.Meetings {
		m := &w.Meetings[i]
		at := w.Day.AddDays(m.Days).Start().Add(8 * time.Hour)
		r := row{
			"id": m.ID, "plan_id": m.Plan, "unit_id": unitID(m.Unit), "call_id": idOrNull(m.Call), "state": m.State, "sequence": m.Sequence, "starts_at": at,
			"ends_at": at.Add(time.Hour), "way": m.Way, "created_at": w.moment(m.Order), "changed_at": w.moment(m.Order), "version": m.Version,
		}
		if m.State == "closed" {
			r["child_participation"] = "present"
			if m.Closing != "" {
				r["closing"] = m.Closing
			} else {
				r["next_on"], r["next_unit_id"] = m.Next, unitID(m.NextUnit)
			}
		}
		add("meeting", r)
		add("meeting_place", row{"meeting_id": m.ID, "plan_id": m.Plan, "place": m.Place})
		add("meeting_link", row{"meeting_id": m.ID, "plan_id": m.Plan, "link": m.Link})
		leaders := m.Leaders
		if leaders == nil {
			leaders = []ID{}
		}
		add("meeting_leader", row{"meeting_id": m.ID, "plan_id": m.Plan, "person_ids": leaders})
		for _, a := range m.Attendances {
			add("meeting_attendance", row{
				"id": a.ID, "meeting_id": m.ID, "unit_id": unitID(a.Unit), "person_id": a.Person, "presence": a.Presence, "has_mandate": a.HasMandate,
				"noted_on": w.Day, "version": a.Version,
			})
		}
		for _, v := range m.Replies {
			add("meeting_reply", row{"meeting_id": m.ID, "person_id": v.Person, "reply": v.Reply, "words": v.Words, "replied_on": w.Day})
		}
		for _, v := range m.OfFamily {
			add("meeting_family_attendance", row{"meeting_id": m.ID, "person_id": v.Person, "presence": v.Reply, "noted_on": w.Day, "version": 1})
		}
		for _, u := range m.NoShows {
			add("deviation_suggestion", row{"id": suggestion(*m, u), "meeting_id": m.ID, "about_unit_id": unitID(u), "noted_on": w.Day})
		}
	}
}
