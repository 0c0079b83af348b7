package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestR4ExitsSayWhy: whoever ends the process says why, and for a refusal who refused; then the plan is closed, and only
// readable. Of why a plan ended the family sees a principal's refusal alone.
func TestR4ExitsSayWhy(t *testing.T) {
	t.Parallel()
	for _, exit := range []string{"declined", "no-need", "withdrawn", "moved", "aged-out"} {
		t.Run(exit, func(t *testing.T) {
			t.Parallel()
			l := newLife(t)
			l.step("informed").Want(201)
			goal := l.lena.Post(l.plan+"/goals", object{"text": "Sixten trivs", "horizon": "long", "visibility": "family"}).Want(201)
			body := object{"to": exit, "on": before}
			end := func() testkit.Answer { return l.lena.Post(l.plan+"/status-changes", body) }
			end().Refused(422, "reason-required", "/reason")
			body["reason"] = canary
			if exit == "declined" {
				end().Refused(422, "reason-required", "/declinedBy").Hides(canary)
				body["declinedBy"] = "family"
			}
			end().Want(201)
			for _, to := range []string{"informed", "moved", "following-up"} {
				l.lena.Post(l.plan+"/status-changes", object{"to": to, "on": before, "reason": "x"}).Refused(409, "illegal-status-step")
			}
			l.lena.Get(l.plan + "/status-changes").Want(200).Shows(canary)
			l.sten.Get(l.my).Want(200).Shows("Sixten trivs", `"status":"`+exit)
			l.sten.Get(l.my+"/status-changes").Want(200).Shows(`"to":"`+exit).Hides(canary, "refusal")
			l.wantFrozen(goal)
		})
	}
}

// wantFrozen tries to change a plan that is over in every way.
func (l *life) wantFrozen(goal testkit.Answer) {
	l.lena.Post(l.plan+"/goals", object{"text": canary, "horizon": "long"}).Refused(409, "plan-closed").Hides(canary)
	l.lena.Put("/goals/"+goal.Text("id"), goal.ETag(), object{"text": canary, "horizon": "long", "category": "goals", "visibility": "family"}).
		Refused(409, "plan-closed").Hides(canary)
	l.lena.Put(l.plan, l.lena.Get(l.plan).ETag(), frame("hs")).Refused(409, "plan-closed")
	l.lena.Post(l.plan+"/parties", object{"unitId": demo.UnitID("bup"), "mode": "called"}).Refused(409, "plan-closed")
	l.lena.Post(l.plan+"/confirmations", object{}).Refused(409, "plan-closed")
	l.lena.Post(l.plan+"/dispatches", object{}).Refused(409, "plan-closed")
	l.sten.Post(l.my+"/disagreements", object{"text": canary}).Refused(409, "plan-closed").Hides(canary)
	l.lena.Put("/items/"+goal.Text("id")+"/named-readers", l.lena.Get("/goals/"+goal.Text("id")).ETag(),
		object{"personIds": []any{demo.Find("lena").PersonID()}}).Want(200) // who may read it can still be decided
}

// TestR4APrincipalsRefusalIsTold: the family reads who refused, in which role, why and when; other parties do not.
func TestR4APrincipalsRefusalIsTold(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	body := object{"to": "declined", "on": before, "reason": "Stödet ges redan", "declinedBy": "principal"}
	l.lena.Post(l.plan+"/status-changes", body).Refused(422, "reason-required", "/role")
	body["role"] = "Enhetschef vid skolan"
	l.lena.Post(l.plan+"/status-changes", object{"to": "moved", "on": before, "reason": "x", "declinedBy": "principal"}).
		Refused(422, "invalid-value", "/declinedBy")
	l.lena.Post(l.plan+"/status-changes", body).Want(201)
	l.sten.Get(l.my+"/status-changes").Want(200).Shows(`"refusal":{"reason":"Stödet ges redan","role":"Enhetschef vid skolan"}`, before)
	l.bea.Get(l.plan+"/status-changes").Want(200).Shows(`"declined"`).Hides("Stödet", "Enhetschef", "principal")
	l.As("amir").Get(l.my+"/status-changes").Refused(404, "not-found")
}

// TestAnEndedPlanTakesNoAnswer: a call that waits can be declined, and not accepted.
func TestAnEndedPlanTakesNoAnswer(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.lena.Post(l.plan+"/parties", object{"unitId": demo.UnitID("bup"), "mode": "called"}).Want(201)
	call := first(l.As("bibi").Get("/invitations").Want(200), "invitations", "partyId")
	l.lena.Post(l.plan+"/status-changes", object{"to": "no-need", "on": before, "reason": "x"}).Want(201)
	l.As("bibi").Post("/parties/"+call+"/answers", object{"answer": "accepted"}).Refused(409, "plan-closed")
	l.As("bibi").Post("/parties/"+call+"/answers", object{"answer": "declined", "reason": "x"}).Want(200)
}

// TestWhoHasLeftChangesNothing: what a unit wrote stays as it was when it left, whether or not the plan goes on.
func TestWhoHasLeftChangesNothing(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	made := l.bea.Post(l.plan+"/interventions", object{"title": "Samtal", "visibility": "parties"}).Want(201)
	part, _ := l.bea.Get(l.plan).Row("parties", "mode", "called")["id"].(string)
	l.bea.Post("/parties/"+part+"/departures", object{"reason": "x"}).Want(200)
	l.bea.Get(l.plan).Refused(404, "not-found")
	change := object{"title": "Taxi", "status": "ongoing", "category": "interventions", "visibility": "parties"}
	l.bea.Put("/interventions/"+made.Text("id"), made.ETag(), change).Refused(409, "plan-closed")
}
