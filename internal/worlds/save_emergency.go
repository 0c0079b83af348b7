package worlds

import "time"

func ago(w *World, minutes int) time.Time { return w.Now().Add(-time.Duration(minutes) * time.Minute) }

func (w *World) rowsOfEmergencies(add func(string, row)) {
	for _, q := range w.Inquiries {
		add("emergency_inquiry", row{
			"id": q.ID, "child_id": q.Child, "person_id": q.Person, "assignment_id": q.Assignment, "unit_id": unitID(q.Unit), "danger": q.Danger,
			"reason": "KANARIE-fara-" + q.Unit, "asked_at": ago(w, q.Minutes),
		})
	}
	for _, o := range w.Openings {
		q := w.inquiry(o.Inquiry)
		add("emergency_access", row{
			"id": o.ID, "inquiry_id": o.Inquiry, "child_id": q.Child, "person_id": q.Person, "assignment_id": q.Assignment, "unit_id": unitID(q.Unit),
			"holder_unit_id": unitID(o.Holder), "danger": q.Danger, "reason": "KANARIE-fara-" + o.Holder, "opened_at": ago(w, o.Minutes),
			"opens_until": ago(w, o.Minutes-15), "review_due_on": o.Due,
		})
		for _, v := range o.Reviews {
			add("emergency_review", row{
				"id": v.ID, "access_id": o.ID, "person_id": v.Person, "unit_id": unitID(v.Unit), "verdict": v.Says,
				"reviewed_at": ago(w, v.Minutes).Add(-time.Duration(9-v.Order) * time.Second),
			})
			add("emergency_review_note", row{"review_id": v.ID, "unit_id": unitID(v.Unit), "note": "KANARIE-granskning-" + v.Unit})
		}
	}
}
