package httpapi_test

import "samplan/internal/demo"

// care adds what blocks and emergencies need: milo has blocked child psychiatry, alva child health care; vera has asked
// about lo twice, and opened once.
func (w *town) care(ids map[string]string) {
	bup := demo.UnitID("bup").String()
	ids["myBlock"] = w.As("milo").Post("/my/blocks", object{"unitId": bup}).Want(201).Text("id")
	vera := w.As("vera")
	_, ids["alvaChild"] = planOf(vera, "Alva Grip")
	ids["alvaBlock"] = vera.Post("/children/"+ids["alvaChild"]+"/blocks", object{"saidBy": "child", "reason": canary}).Want(201).Text("id")
	ids["inquiryId"] = vera.Post("/emergency-inquiries", inDanger("lo")).Want(201).Text("id")
	opened := vera.Post("/emergency-inquiries", inDanger("lo")).Want(201).Text("id")
	ids["accessId"] = vera.Post("/emergency-inquiries/"+opened+"/openings", object{"unitId": bup, "reason": canary}).Want(201).Text("id")
}

// inDanger asks about a child of the county whose life is in danger.
func inDanger(key string) object {
	return object{"identifierType": "personnummer", "identifier": demo.Find(key).Number, "danger": "life", "reason": canary}
}

func (w *town) careSamples(add adder) {
	bup := demo.UnitID("bup").String()
	add("vera", "ListBlocks", nil, "childId", "alvaChild")
	add("vera", "LiftBlock", object{"saidBy": "child", "reason": canary}, "blockId", "alvaBlock")
	add("vera", "RecordBlock", object{"saidBy": "child", "reason": canary}, "childId", "alvaChild")
	add("milo", "ListMyCareUnits", nil)
	add("milo", "ListMyBlocks", nil)
	add("milo", "LiftMyBlock", object{}, "blockId", "myBlock")
	add("milo", "SetMyBlock", object{"unitId": bup})
	add("vera", "AskEmergency", inDanger("lo"))
	add("vera", "OpenEmergency", object{"unitId": bup, "reason": canary})
	add("vera", "ListEmergencyItems", nil)
	add("bibi", "ListEmergencyAccesses", nil)
	add("bibi", "ReviewEmergencyAccess", object{"verdict": "justified", "note": canary})
}

// careUnits that cannot be blocked by milo, or opened by vera.
func careUnits() []value {
	var all []value
	for _, operation := range []string{"SetMyBlock", "OpenEmergency"} {
		for _, unit := range []any{madeUp, demo.UnitID("bvc"), demo.UnitID("hs"), demo.UnitID("bou1")} {
			all = append(all, value{operation, "unitId", unit, unknownUnit, "/unitId"})
		}
	}
	return all
}
