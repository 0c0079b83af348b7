package worlds

import (
	"github.com/google/uuid"

	"samplan/internal/demo"
)

func (w *World) rowsOfProtected(add func(string, row)) {
	for n, p := range w.Protections {
		add("protection_record", row{
			"id": p.ID, "child_id": p.Child, "unit_id": unitID(p.Unit), "level": p.Level, "reason": "beslut",
			"person_id": StaffOf(p.Unit)[0].Person, "recorded_on": w.Day.AddDays(-20), "created_at": w.moment(n),
		})
	}
	for _, p := range w.Places {
		add("whereabouts", row{
			"id": p.ID, "child_id": p.Child, "unit_id": unitID(p.Unit), "kind": p.Kind, "body": p.Words, "author_id": StaffOf(p.Unit)[0].Person,
			"valid": p.Valid, "version": p.Version,
		})
	}
	for _, n := range w.Namings {
		add("whereabouts_reader", row{
			"id": n.ID, "child_id": n.Child, "unit_id": unitID(n.Unit), "person_id": n.Person, "granted_by": demo.Find("ulf").PersonID(),
			"reason": "möter barnet", "valid": n.Valid, "version": 1,
		})
	}
	for _, b := range w.PlaceBlocks {
		add("whereabouts_block", row{
			"id": b.ID, "child_id": b.Child, "unit_id": unitID(b.Unit), "person_id": b.Person, "decided_by": StaffOf(b.Unit)[0].Person,
			"reason": "OSL 26:2", "valid": b.Valid, "version": 1,
		})
	}
	w.rowsOfHandOvers(add)
}

func (w *World) rowsOfHandOvers(add func(string, row)) {
	for _, h := range w.HandOvers {
		r := row{
			"id": h.ID, "plan_id": h.Plan, "from_unit_id": unitID(h.From), "to_unit_id": unitID(h.To), "state": h.State, "reason": "flytt",
			"offered_by": h.By, "offered_on": h.Offered, "created_at": w.moment(h.Order), "version": h.Version,
		}
		if h.State != "waiting" {
			r["answered_on"], r["answered_by"], r["answer_reason"] = w.Day.AddDays(-1), StaffOf(h.To)[0].Person, "svar från "+h.To
		}
		add("hand_over", r)
	}
	for _, p := range w.Plans {
		if p.Follows != uuid.Nil {
			add("plan_origin", row{"plan_id": p.ID, "follows_id": p.Follows, "unit_id": unitID(p.Lead)})
		}
	}
}

// carriedOut fills in who carries an intervention out, and whom to turn to.
func (i *Item) carriedOut(r row, outside, contact string) {
	r["catalogue_id"] = idOrNull(i.Catalogue)
	if outside != "" {
		r["outside_actor"] = outside
	}
	if contact != "" {
		r["contact_name"] = contact
	}
}
