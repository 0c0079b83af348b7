package worlds

import (
	"samplan/internal/demo"
)

// Event is the reorganisation that every world has drafted, for a month later: Funktionsstöd myndighet goes into Barn och
// unga 1. It is public to those it concerns; what it would change is not.
var Event = named("reorganisation", "one unit for children")

// Split is another: Barn och unga 1 is divided, and Karin goes to the part.
var Split, splitPart = named("reorganisation", "a unit of its own"), named("unit", "a part of it")

// splitUnit is the one that is divided.
const splitUnit = "bou1"

// eventUnits are those that the first names.
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
	w.rowsOfSplit(add)
}

func (w *World) rowsOfSplit(add func(string, row)) {
	add("reorganisation", row{
		"id": Split, "unit_id": unitID(splitUnit), "title": "En enhet för sig", "decision": "SN § 5", "takes_effect_on": w.Day.AddDays(40), "status": "drafted",
		"drafted_by": demo.Find("sam").PersonID(), "drafted_on": w.Day.AddDays(-1), "created_at": w.moment(1), "version": 2,
	})
	add("reorganisation_side", row{"reorganisation_id": Split, "principal_id": demo.PrincipalID("goteborg")})
	add("reorganisation_move", row{
		"reorganisation_id": Split, "position": 1, "kind": "split", "unit_id": unitID(splitUnit), "open_cases_go": true, "old_records_go": true,
	})
	add("reorganisation_part", row{
		"new_unit_id": splitPart, "reorganisation_id": Split, "unit_id": unitID(splitUnit), "position": 1, "name": "Barn och unga 3",
		"secrecy_class": "ifo", "branch_id": demo.BranchID("sh-social"), "takes_rest": false, "staff": 1,
	})
	add("reorganisation_placement", row{
		"reorganisation_id": Split, "unit_id": unitID(splitUnit), "person_id": demo.Find("karin").PersonID(), "new_unit_id": splitPart,
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
