package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// established is Sixten's plan, set, with a goal and an intervention of the school and one of the child psychiatry.
type established struct {
	*life
	goal, own, others string
}

func newEstablished(t *testing.T) *established {
	t.Helper()
	e := &established{life: newLife(t)}
	e.prepare()
	e.meet()
	e.goal, _ = e.lena.Get(e.plan).Rows("goals")[0]["id"].(string)
	e.own = e.lena.Post(e.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "family"}).Want(201).Text("id")
	e.others = e.bea.Post(e.plan+"/interventions", object{"title": "Samtal", "visibility": "parties"}).Want(201).Text("id")
	e.lena.Put(e.plan, e.lena.Get(e.plan).ETag(), frame("hs")).Want(200)
	e.bea.Post(e.plan+"/confirmations", object{}).Want(201)
	e.lena.Post(e.plan+"/establishments", object{"on": before}).Want(201)
	return e
}

func (e *established) followUp(more object) testkit.Answer {
	body := object{"on": before, "childParticipation": "heard-otherwise"}
	for k, v := range more {
		body[k] = v
	}
	return e.lena.Post(e.plan+"/follow-ups", body)
}

func outcome(is string) object { return object{"on": before, "outcome": is, "effect": canary} }

// TestR47FollowUp: a follow-up says how the child took part, and when it goes on and who calls, or that it does not.
func TestR47FollowUp(t *testing.T) {
	t.Parallel()
	e := newEstablished(t)
	e.step("following-up").Refused(409, "not-followed-up")
	e.bea.Post(e.plan+"/follow-ups", object{"on": before, "childParticipation": "present"}).Refused(403, "denied")
	e.As("liv").Post(e.plan+"/follow-ups", object{"on": before, "childParticipation": "present"}).Refused(404, "not-found")
	e.followUp(object{"nextFollowUpOn": "2021-05-01", "nextFollowUpUnitId": demo.UnitID("bou1")}).Refused(422, "unknown-unit", "/nextFollowUpUnitId")
	e.followUp(object{"nextFollowUpOn": "2021-05-01", "nextFollowUpUnitId": demo.UnitID("bup")}).Want(201)
	e.lena.Get(e.plan).Want(200).Shows(`"followedUpOn":"`+before, `"nextFollowUpOn":"2021-05-01"`, `"status":"established"`)
	if e.bea.Get(e.plan).Rows("parties")[0]["confirmed"] != true {
		t.Error("a follow-up took a confirmation back")
	}
	e.step("following-up").Want(201)
	e.followUp(nil).Want(201).Shows(`"toClose":true`)
	for who, at := range map[string]string{"lena": e.plan, "bea": e.plan, "sten": e.my} {
		e.As(who).Get(at+"/follow-ups").Want(200).Shows(`"totalRecords":2`, "heard-otherwise", `"nextFollowUpOn":"2021-05-01"`)
	}
	e.As("amir").Get(e.my+"/follow-ups").Refused(404, "not-found")
}

// TestR47OverdueFollowUpsAreVisible: to the leading unit, soon before the day and after it.
func TestR47OverdueFollowUpsAreVisible(t *testing.T) {
	t.Parallel()
	e := newEstablished(t)
	of := func(who string) testkit.Answer { return e.As(who).Get("/plan-reminders").Want(200) }
	of("lena").Hides("Sixten")
	for day, overdue := range map[string]string{"2021-02-20": "false", "2021-03-02": "true"} {
		e.On(day)
		of("lena").Shows("Sixten Udd", `"dueOn":"2021-03-01"`)
		if row := of("lena").Row("reminders", "childName", "Sixten Udd"); (row["overdue"] == true) != (overdue == "true") {
			t.Errorf("%s: got %v", day, row)
		}
		for _, who := range []string{"bea", "karin"} {
			of(who).Hides("Sixten")
		}
	}
}

// TestR6EvaluationsGoWithWhatTheyAreOf: who may not read the one has no trace of the other.
func TestR6EvaluationsGoWithWhatTheyAreOf(t *testing.T) {
	t.Parallel()
	e := newEstablished(t)
	list := e.plan + "/evaluations"
	e.lena.Post("/interventions/"+e.own+"/evaluations", outcome("done")).Want(201)
	e.lena.Post("/interventions/"+e.own+"/evaluations", outcome("reached")).Refused(400, "malformed-request", "/outcome")
	e.bea.Post("/interventions/"+e.others+"/evaluations", outcome("partly-done")).Want(201)
	e.lena.Post("/interventions/"+e.others+"/evaluations", outcome("done")).Refused(404, "not-found")
	e.lena.Post("/goals/"+e.own+"/evaluations", outcome("reached")).Refused(404, "not-found")
	e.lena.Get(list).Want(200).Shows(`"totalRecords":1`, e.own, `"done"`)
	e.bea.Get(list).Want(200).Shows(`"totalRecords":1`, e.others).Hides(e.own)
	e.sten.Get(e.my+"/evaluations").Want(200).Shows(`"totalRecords":1`, e.own).Hides(e.others)
	e.share("interventions")
	e.bea.Get(list).Want(200).Shows(`"totalRecords":2`, e.own)
	e.bea.Post("/interventions/"+e.own+"/evaluations", outcome("done")).Refused(403, "denied")
	// what is narrowed or withheld later takes its evaluation along
	e.lena.Post("/items/"+e.own+"/withholdings", object{"everyGuardian": true, "reason": "x"}).Want(201)
	e.sten.Get(e.my+"/evaluations").Want(200).Shows(`"totalRecords":0`).Hides(e.own, canary)
	change := object{"title": "Taxi", "status": "ongoing", "category": "interventions", "visibility": "unit"}
	e.lena.Put("/interventions/"+e.own, e.lena.Get("/interventions/"+e.own).ETag(), change).Want(200)
	e.bea.Get(list).Want(200).Shows(`"totalRecords":1`).Hides(e.own)
	e.As("amir").Get(e.my+"/evaluations").Refused(404, "not-found")
}

// TestR42RevisedAndClosed: a revised plan goes on when all agree again; a closed one is evaluated, readable and fixed.
func TestR42RevisedAndClosed(t *testing.T) {
	t.Parallel()
	e := newEstablished(t)
	end := object{"on": before, "reason": "Skälet", "evaluation": "Det gick bra", "visibility": "family"}
	closing := func() testkit.Answer { return e.lena.Post(e.plan+"/closures", end) }
	closing().Refused(409, "illegal-status-step")
	e.followUp(object{"nextFollowUpOn": "2021-05-01", "nextFollowUpUnitId": demo.UnitID("hs")}).Want(201)
	e.step("revised").Refused(409, "illegal-status-step", "/to")
	e.step("following-up").Want(201)
	e.step("revised").Want(201)
	e.lena.Put(e.plan, e.lena.Get(e.plan).ETag(), frame("hs")).Want(200)
	e.step("following-up").Refused(409, "not-confirmed")
	e.bea.Post(e.plan+"/confirmations", object{}).Want(201)
	e.step("following-up").Want(201)
	e.lena.Get(e.plan).Want(200).Shows(`"establishedOn":"` + before)
	e.step("closed").Refused(400, "malformed-request", "/to")

	closing().Refused(422, "plan-unfinished", "/goals", "/interventions")
	e.lena.Get(e.plan+"/closing-checks").Want(200).Shows(`"complete":false`, `"not-evaluated"`)
	e.bea.Get(e.plan+"/closing-checks").Refused(403, "denied")
	goal := e.lena.Post("/goals/"+e.goal+"/evaluations", outcome("reached")).Want(201)
	e.lena.Post("/interventions/"+e.own+"/evaluations", outcome("done")).Want(201) // that of the child psychiatry is hidden, and not asked for
	e.lena.Get(e.plan + "/closing-checks").Want(200).Shows(`"complete":true`)
	e.bea.Post(e.plan+"/closures", end).Refused(403, "denied")
	closing().Want(201).Shows(`"to":"closed"`)
	closing().Refused(409, "illegal-status-step")
	for who, at := range map[string]string{"lena": e.plan, "sten": e.my} {
		e.As(who).Get(at).Want(200).Shows(`"status":"closed"`, "Skolskjuts", "Det gick bra")
		e.As(who).Get(at + "/evaluations").Want(200).Shows(goal.Text("itemId"))
	}
	e.bea.Get(e.plan).Want(200).Shows("Samtal", `"closed"`).Hides("Det gick bra") // no consent opens the school's wall
	e.lena.Get(e.plan + "/status-changes").Want(200).Shows("Skälet")
	e.sten.Get(e.my + "/status-changes").Want(200).Hides("Skälet")
	e.wantFrozen(e.lena.Get("/goals/" + e.goal))
	e.lena.Post("/goals/"+e.goal+"/evaluations", outcome("reached")).Refused(409, "plan-closed")
	e.followUp(nil).Refused(409, "plan-closed")
}
