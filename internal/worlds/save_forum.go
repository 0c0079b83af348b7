package worlds

import "samplan/internal/demo"

var forumTables = []string{"forum_session", "forum_case", "forum_case_text", "forum_case_child", "forum_contribution", "forum_link_opening", "forum_learning"}

// firstSeat is the seat of who is responsible in a group.
func firstSeat(group string) ID {
	for _, g := range demo.Groups {
		if g.Key == group {
			return g.MemberID(g.Seats[0]).UUID()
		}
	}
	return ID{}
}

func (w *World) rowsOfForums(add func(string, row)) {
	for _, s := range w.Sessions {
		add("forum_session", row{
			"id": s.ID, "group_id": demo.GroupID(s.Group), "held_on": s.On, "starts_at": "13:00", "ends_at": "15:00", "mode": "digital", "planned_by": s.By,
			"cancelled_on": orNull(s.Cancelled), "reason": textOrNull(s.Reason), "version": s.Version,
		})
	}
	for _, c := range w.ForumCases {
		w.rowsOfForumCase(c, add)
	}
	for _, l := range w.Learnings {
		add("forum_learning", row{
			"id": l.ID, "group_id": demo.GroupID(l.Group), "written_by": l.By, "written_on": l.On, "confirmed": []string{}, "body": l.Words,
			"created_at": w.moment(l.Order),
		})
	}
}

func (w *World) rowsOfForumCase(c ForumCase, add func(string, row)) {
	r := row{
		"id": c.ID, "group_id": demo.GroupID(c.Group), "unit_id": unitID(c.Unit), "raised_by": c.By, "basis": "anonymised", "confirmed": []string{},
		"raised_on": c.Raised, "take_up_from": c.For, "expires_on": c.Expires, "decided_on": orNull(c.Decided), "follow_up_on": orNull(c.FollowUp),
		"followed_up_on": orNull(c.Followed), "created_at": w.moment(c.Order), "version": c.Version,
	}
	if c.Category != "" {
		r["basis"], r["category"] = "consent", c.Category
	}
	text := func(part string) {
		if !c.Withdrawn {
			add("forum_case_text", row{"case_id": c.ID, "part": part, "body": c.Words + "-" + part})
		}
	}
	text("question")
	text("body")
	if !c.Decided.IsZero() {
		r["outcome"] = "sip"
		text("decision")
	}
	if c.Responsible {
		r["responsible_id"] = firstSeat(c.Group)
	}
	if !c.Followed.IsZero() {
		text("follow-up")
	}
	if c.Withdrawn {
		r["withdrawn_on"] = w.Day
	}
	add("forum_case", r)
	if c.Child != (ID{}) && !c.Withdrawn {
		add("forum_case_child", row{"case_id": c.ID, "unit_id": unitID(c.Unit), "child_id": c.Child, "consent_id": idOrNull(c.Consent)})
	}
	for n, s := range c.Said {
		if !c.Withdrawn {
			add("forum_contribution", row{
				"id": s.ID, "case_id": c.ID, "unit_id": unitID(s.Unit), "person_id": s.By, "written_by": s.By, "spoken_on": w.Day, "body": s.Words,
				"created_at": w.moment(n),
			})
		}
	}
}
