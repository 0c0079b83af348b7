package worlds

import "samplan/internal/demo"

// apartTables are those of what lies apart, children after parents.
var apartTables = []string{
	"concern_report", "concern_handling", "known_question", "known_question_reason", "known_question_unit", "custody_decision", "custody_measure",
}

func (w *World) rowsApart(add func(string, row)) {
	for _, c := range w.Concerns {
		add("concern_report", row{
			"id": c.ID, "child_id": c.Child, "given_name": c.Given, "family_name": c.Family, "birth_date": c.Birth, "from_unit_id": unitID(c.From),
			"to_unit_id": unitID(c.To), "author_id": c.Author, "body": c.Words, "reported_on": c.Reported, "sent_on": c.Sent,
			"created_at": w.moment(c.Order), "received_on": orNull(c.Received), "decision": textOrNull(c.Decision), "decided_on": orNull(c.Decided),
			"feedback_on": orNull(c.Feedback), "version": c.Version,
		})
		if h := c.Handling; h.Version > 0 {
			add("concern_handling", row{
				"report_id": c.ID, "unit_id": unitID(c.To), "handler_id": h.Handler, "assigned_by": h.Handler, "assessed_on": orNull(h.Assessed),
				"version": h.Version,
			})
		}
	}
	for _, q := range w.Questions {
		board, _ := demo.BoardOf(q.Branch)
		add("known_question", row{
			"id": q.ID, "child_id": q.Child, "unit_id": unitID(q.Unit), "person_id": q.Person, "authority_id": demo.AuthorityID(board),
			"branch_id": demo.BranchID(q.Branch), "ground": "OSL 10:28; SoL 15:8", "is_known": len(q.Known) > 0, "asked_on": q.On,
			"created_at": w.moment(q.Order),
		})
		add("known_question_reason", row{"question_id": q.ID, "unit_id": unitID(q.Unit), "reason": q.Reason})
		for _, u := range q.Known {
			add("known_question_unit", row{"question_id": q.ID, "unit_id": unitID(u)})
		}
	}
	for _, d := range w.Custody {
		r := row{
			"id": d.ID, "child_id": d.Child, "unit_id": unitID(d.Unit), "decided_on": d.Decided, "appeal": d.Appeal, "reason": d.Words,
			"recorder_id": d.Recorder, "created_at": w.moment(d.Order), "version": d.Version,
		}
		if !d.Ends.IsZero() {
			r["ends_on"], r["end_reason"] = d.Ends, d.Words
		}
		add("custody_decision", r)
		add("custody_measure", row{"decision_id": d.ID, "measure": "open-care"})
	}
}

func textOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
