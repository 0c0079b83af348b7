package worlds

import (
	"net/http"

	"samplan/internal/demo"
)

// ofEvent: who previews the event may count, for units of the own principal, what hangs on cases, parts, items and
// consents; so two worlds with other numbers of these are other worlds to the one who counts. What is written, by what
// names anybody goes, and what strangers hold stays out of it.
func (k *known) ofEvent() {
	if !k.SeesEvent(k.Reader) {
		return
	}
	k.add("event", Event)
	if k.Role == "system-administrator" || k.together(k.Reader.Unit, splitUnit) {
		k.add("event", Split, splitPart)
	}
	if k.Role != "system-administrator" {
		return
	}
	for _, f := range k.Files {
		k.add("counted case", f.Child, f.Unit, f.Valid)
	}
	for _, v := range k.Workers {
		k.add("counted worker", v.Child, v.Unit, v.Person, v.Valid)
	}
	for _, y := range k.Parties {
		k.add("counted part", y.Plan, k.Plan(y.Plan).Child, k.Plan(y.Plan).Lead, y.Unit, y.State)
	}
	for _, i := range k.Items {
		if k.near(i.Unit) {
			k.add("counted item", i.Plan, i.Unit, i.Visibility == "named")
		}
	}
	for _, b := range k.Blocks {
		k.add("counted block", b)
	}
	for n := range k.Consents {
		c := &k.Consents[n]
		k.add("counted consent", c.Child, c.Kind, c.Valid, c.Scopes, k.InForce(c))
	}
}

// near tells whether a unit lies where the event changes something.
func (k *known) near(unit string) bool {
	return k.together(unit, eventUnits[0]) || k.together(unit, eventUnits[1])
}

func reorganisations(*asking) []ID { return []ID{Event, Split, madeUp} }

// placement puts who works there, or not, with the part of Barn och unga 1.
func placement(who string) func(*asking) object {
	return body(object{"parts": []object{{"unitId": splitPart, "staffIds": []any{demo.Find(who).PersonID()}}}})
}

// draftReorganisation asks for one that may be, one of a unit that is not the own principal's, and one of no unit at all.
func draftReorganisation(q *asking) []request {
	var all []request
	for _, unit := range []ID{demo.UnitID("rf").UUID(), demo.UnitID("bup").UUID(), madeUp} {
		move := object{"kind": "close", "unitId": unit, "openCasesGo": false, "oldRecordsGo": false, "keeperUnitId": demo.UnitID("bou2")}
		b := object{"title": "a", "decision": "b", "takesEffectOn": "2031-01-01", "moves": []object{move}}
		all = append(all, request{method: http.MethodPost, path: "/reorganisations", body: text(b)})
	}
	part := object{"name": "c", "branchId": demo.BranchID("sh-social")}
	split := object{"kind": "split", "unitId": demo.UnitID("rf"), "openCasesGo": true, "oldRecordsGo": true, "parts": []object{part}}
	divided := object{"title": "a", "decision": "b", "takesEffectOn": "2031-01-01", "moves": []object{split}}
	return append(all, request{method: http.MethodPost, path: "/reorganisations", body: text(divided)},
		request{method: http.MethodPost, path: "/reorganisations", body: text(object{"title": q.day})})
}
