package httpapi_test

import (
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// protect records a level, writes where the child is, keeps it from a guardian, names a reader where there is a manager, and hands the plan
// over.
func (w *town) protect(lead testkit.Client, ids map[string]string, add func(name, path string, body object)) {
	child := "/children/" + ids["childId"]
	add("protectionId", child+"/protections", object{"level": "none", "reason": canary})
	add("whereaboutsId", child+"/whereabouts", object{"kind": "address", "text": canary})
	guardian := first(lead.Get(child+"/relations"), "relations", "personId")
	add("whereaboutsBlockId", child+"/whereabouts-blocks", object{"personId": guardian, "reason": canary})
	add("handOverId", "/plans/"+ids["planId"]+"/hand-overs", object{"toUnitId": ids["unitId"], "reason": canary})
	if kim := w.As("kim"); kim.Get(child).Status == 200 {
		named := object{"personId": demo.Find("karin").PersonID(), "reason": canary, "validTo": "2021-12-31"}
		ids["whereaboutsReaderId"] = kim.Post(child+"/whereabouts-readers", named).Want(201).Text("id")
	}
}

func (w *town) protections(add adder, lo []string) {
	ids := w.samples[0].ids
	for _, name := range []string{"ListProtections", "ListWhereabouts", "ListWhereaboutsBlocks"} {
		add("karin", name, nil)
	}
	add("kim", "ListWhereaboutsReaders", nil)
	add("bibi", "ListHandOvers", nil)
	add("karin", "AddWhereabouts", object{"kind": "school", "text": canary, "validTo": "2021-12-31"})
	add("karin", "EndWhereabouts", object{"endsOn": "2020-12-31"})
	add("kim", "NameWhereaboutsReader", object{"personId": demo.Find("agnes").PersonID(), "reason": canary, "validTo": "2021-12-31"})
	add("kim", "EndWhereaboutsReader", object{"endsOn": "2020-12-31"})
	add("lena", "BlockWhereabouts", object{"personId": ids["loGuardian"], "reason": canary, "validTo": "2021-12-31"}, lo...)
	add("karin", "EndWhereaboutsBlock", object{"endsOn": "2020-12-31"})
	add("karin", "RecordProtection", object{"level": "none", "reason": canary})
	add("karin", "HandOverPlan", object{"toUnitId": demo.UnitID("bup"), "reason": canary}, "planId", "tuvaPlan")
	add("bibi", "AnswerHandOver", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID(), "reason": canary})
}
