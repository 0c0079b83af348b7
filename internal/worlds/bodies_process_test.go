package worlds

func followUpBy(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"on": q.day, "childParticipation": "present", "nextFollowUpOn": "2031-01-01", "nextFollowUpUnitId": q.units[n]}
	}
}

func toClose(q *asking) object { return object{"on": q.day, "childParticipation": "present"} }

func outcome(is string) func(*asking) object {
	return func(q *asking) object { return object{"on": q.day, "outcome": is, "effect": "a"} }
}

func closure(q *asking) object {
	return object{"on": q.day, "reason": "a", "evaluation": "a", "visibility": "family"}
}
