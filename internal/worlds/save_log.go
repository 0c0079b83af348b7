package worlds

func (w *World) rowsOfLog(add func(string, row)) {
	for _, e := range w.Log {
		r := row{
			"id": e.ID, "at": e.At, "xid": "1", "request_id": named("request", e.ID.String()), "operation": e.Operation, "outcome": e.Outcome,
			"actor_kind": "staff", "person_id": e.Person, "child_id": idOrNull(e.Child), "plan_id": idOrNull(e.Plan),
			"objects": append([]ID{}, e.Objects...), "reaches": make([]string, len(e.Objects)), "grounds": make([]*ID, len(e.Objects)),
		}
		if e.IsCitizen {
			r["actor_kind"] = "citizen"
		} else {
			r["role"], r["unit_id"] = e.Role, unitID(e.Unit)
		}
		if e.Purpose != "" {
			r["purpose"] = e.Purpose
		}
		add("audit_entry", r)
	}
}
