package worlds

func participation(p Plan) any {
	if p.Since.Established.IsZero() {
		return nil
	}
	return "present"
}

func (w *World) rowsOfCourse(add func(string, row)) {
	for n, s := range w.Steps {
		w.rowsOfStep(n, s, add)
	}
	for n, f := range w.FollowUps {
		add("plan_follow_up", row{
			"id": f.ID, "plan_id": f.Plan, "held_on": f.On, "child_participation": "present", "next_on": orNull(f.Next), "person_id": f.By,
			"created_at": w.moment(n),
		})
	}
	for n, e := range w.Evaluations {
		add("evaluation", row{
			"id": e.ID, "plan_id": e.Plan, "item_id": e.Item, "outcome": e.Outcome, "effect": e.Words, "evaluated_on": e.On, "person_id": e.By,
			"created_at": w.moment(n),
		})
	}
}

// rowsOfStep gives a step with its reason.
func (w *World) rowsOfStep(n int, s Step, add func(string, row)) {
	add("plan_status_change", row{
		"id": s.ID, "plan_id": s.Plan, "from_status": s.From, "to_status": s.To, "on_day": s.On, "person_id": s.By, "created_at": w.moment(n),
	})
	if s.Why.Unit != "" {
		add("plan_status_reason", row{
			"change_id": s.ID, "unit_id": unitID(s.Why.Unit), "declined_by": textOrNull(s.Why.Declined), "refused_by": textOrNull(s.Why.Declined),
			"reason": s.Why.Words,
		})
	}
}
