package httpapi_test

import "samplan/internal/demo"

// transitions are planned ones of Tuva's plan, one of them to be carried out.
func (w *town) transitions(ids map[string]string) {
	karin := w.As("karin")
	ids["transitionId"] = karin.Post("/plans/"+ids["tuvaPlan"]+"/transitions", going("bup", "2021-01-15")).Want(201).Text("id")
	ids["tuvaTransition"] = karin.Post("/plans/"+ids["tuvaPlan"]+"/transitions", but(going("fs", "2021-01-15"), "kind", "adult-services")).Want(201).Text("id")
	w.toldTransition(ids)
}

// toldTransition is one of Lo's plan, of which the family is told.
func (w *town) toldTransition(ids map[string]string) {
	w.As("lena").Post("/plans/"+ids["loPlan"]+"/transitions", but(going("bup", "2021-01-15"), "forFamily", true)).Want(201)
}

// transitionSamples are the samples about plans that go over.
func (w *town) transitionSamples(add adder) {
	receivers := []any{
		object{"toUnitId": demo.UnitID("bup"), "fromUnitId": demo.UnitID("bou1")}, object{"fromUnitId": demo.UnitID("fs"), "outsideActor": canary},
	}
	grown := but(but(going("bup", "2021-06-01"), "kind", "adult-services"), "receivers", receivers[:1])
	add("karin", "PlanTransition", grown, "planId", "otherPlan")
	add("karin", "ListTransitions", nil, "planId", "tuvaPlan")
	add("karin", "GetTransition", nil)
	add("amir", "ListMyTransitions", nil, "planId", "loPlan")
	add("karin", "ChangeTransition", but(changed(going("bup", "2021-01-20")), "receivers", receivers))
	add("karin", "CancelTransition", object{"reason": canary})
	add("karin", "CarryOutTransition", object{}, "transitionId", "tuvaTransition")
}
