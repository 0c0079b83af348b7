package worlds

// callTables are those of calls, children after parents.
var callTables = []string{"call", "call_addressee"}

func (w *World) rowsOfCalls(add func(string, row)) {
	for i := range w.Calls {
		c := &w.Calls[i]
		add("call", row{
			"id": c.ID, "plan_id": c.Plan, "unit_id": unitID(c.Unit), "purpose": c.Words, "questions": []string{c.Words}, "long_term_goal": c.Words, "way": c.Way,
			"author_id": c.Author, "created_at": w.moment(c.Order), "sent_on": orNull(c.Sent), "answer_by": orNull(c.AnswerBy), "version": c.Version,
		})
		for _, a := range c.Addressees {
			add("call_addressee", row{
				"id": a.ID, "call_id": c.ID, "unit_id": unitID(a.Unit), "summons": a.Summons, "contribution": a.Words, "state": a.State,
				"seen_on": orNull(a.Seen), "contact_id": idOrNull(a.Contact), "reason": textOrNull(a.Reason), "answered_on": orNull(a.Answered),
				"passed_from": idOrNull(a.PassedFrom), "version": a.Version,
			})
		}
	}
}
