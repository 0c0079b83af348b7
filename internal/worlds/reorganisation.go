package worlds

import (
	"samplan/internal/demo"
)

// Event is the reorganisation that every world has drafted, for a month later: Funktionsstöd myndighet goes into Barn och
// unga 1. It is public to those it concerns; what it would change is not.
var Event = named("reorganisation", "one unit for children")

// eventUnits are those that it names.
var eventUnits = []string{"fs", "bou1"}

func (w *World) rowsOfEvent(add func(string, row)) {
	add("reorganisation", row{
		"id": Event, "unit_id": unitID("bou1"), "title": "En enhet för barn", "decision": "SN § 4", "takes_effect_on": w.Day.AddDays(30), "status": "drafted",
		"drafted_by": demo.Find("sam").PersonID(), "drafted_on": w.Day.AddDays(-1), "created_at": w.moment(0), "version": 2,
	})
	add("reorganisation_side", row{"reorganisation_id": Event, "principal_id": demo.PrincipalID("goteborg")})
	add("reorganisation_move", row{
		"reorganisation_id": Event, "position": 1, "kind": "merge", "unit_id": unitID("fs"), "into_unit_id": unitID("bou1"),
		"open_cases_go": true, "old_records_go": true,
	})
}

// SeesEvent tells whether it concerns the reader: system administrators of the principal, managers of units of a domain
// in which a unit is named.
func (w *World) SeesEvent(r Reader) bool {
	switch r.Role {
	case "system-administrator":
		return r.Unit != "bup" && r.Unit != "uph"
	case "unit-manager":
		return w.together(r.Unit, eventUnits[0]) || w.together(r.Unit, eventUnits[1])
	}
	return false
}
