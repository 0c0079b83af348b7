package worlds

// minuteTables are those of minutes, children after parents.
var minuteTables = []string{"minute", "minute_correction", "decision", "decision_answer"}

func (w *World) rowsOfMinutes(add func(string, row)) {
	for n := range w.Minutes {
		v := &w.Minutes[n]
		i := w.Item(v.Item)
		r := row{
			"item_id": v.Item, "meeting_id": v.Meeting, "meant_for": "family", "unit_id": unitOrNull(v.Doer), "person_id": idOrNull(v.Person),
			"due_on": orNull(v.Due), "settled_on": orNull(v.Settled),
		}
		if v.Outcome != "" {
			r["outcome"] = v.Outcome
		}
		add("minute", r)
		for c, k := range v.Corrections {
			add("minute_correction", row{
				"id": k.ID, "item_id": v.Item, "text": k.Words, "person_id": StaffOf(i.Unit)[0].Person, "corrected_on": w.Day, "created_at": w.moment(c),
			})
		}
		if v.Outcome == "" || v.Settled.IsZero() {
			continue
		}
		add("decision", row{
			"item_id": v.Item, "plan_id": i.Plan, "outcome": v.Outcome, "unit_id": unitOrNull(v.Doer), "person_id": idOrNull(v.Person), "due_on": orNull(v.Due),
			"state": v.State, "decided_on": v.Settled, "version": 1,
		})
		if v.Answer != "" {
			add("decision_answer", row{
				"item_id": v.Item, "text": v.Answer, "intervention_id": idOrNull(v.Became), "person_id": StaffOf(v.Doer)[0].Person, "answered_on": w.Day,
			})
		}
	}
}
