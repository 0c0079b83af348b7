package httpapi_test

import (
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

const (
	agree = iota
	regret
	call
	answer
	meet
	fill
	treat
	empty
	confirm
	followUp
	evaluate
	lead
)

// deeds are what is done to a plan beside steps. Each may be refused; none moves the plan.
var deeds = []func(*walk){
	agree: func(w *walk) { // the family agrees
		if id := w.lena.Post("/children/"+w.child+"/consents", signed("plan")).Text("id"); id != "" {
			w.sten.Post("/my/consents/"+id+"/answers", object{"answer": "given"}).Want(200)
		}
	},
	regret: func(w *walk) { // and thinks better of it
		for _, c := range w.sten.Get("/my/consents?limit=100").Want(200).Rows("consents") {
			if id, _ := c["id"].(string); w.dice.IntN(3) == 0 {
				w.sten.Post("/my/consents/"+id+"/withdrawals", object{"reason": "x"})
			}
		}
	},
	call: func(w *walk) { // child psychiatry is called
		if id := w.lena.Post(w.plan+"/calls", summons("bup", "x")).Text("id"); id != "" && w.dice.IntN(4) > 0 {
			w.lena.Post("/calls/"+id+"/dispatches", object{})
		}
	},
	answer: func(w *walk) { // and answers
		bibi := w.As("bibi")
		for _, r := range bibi.Get("/received-calls?limit=100").Want(200).Rows("receivedCalls") {
			if id, _ := r["id"].(string); r["state"] == "waiting" {
				bibi.Post("/received-calls/"+id+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()})
			}
		}
	},
	meet: func(w *walk) { // a meeting, held or not
		if id := w.lena.Post(w.plan+"/meetings", booked()).Text("id"); id != "" && w.dice.IntN(3) > 0 {
			w.lena.Post("/meetings/"+id+"/attendances", attends("bea", "bup", "came"))
			w.lena.Post("/meetings/"+id+"/closings", object{"childParticipation": "present", "closingReason": "no-need"})
		}
	},
	fill: func(w *walk) { // what the law asks for
		w.lena.Put(w.plan, w.lena.Get(w.plan).ETag(), frame("hs"))
	},
	treat: func(w *walk) {
		w.lena.Post(w.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "family"})
	},
	empty: func(w *walk) { // and what takes it away
		f := frame("hs")
		f["noOtherActors"] = false
		if w.dice.IntN(3) == 0 {
			w.lena.Put(w.plan, w.lena.Get(w.plan).ETag(), f)
		}
	},
	confirm: func(w *walk) { w.bea.Post(w.plan+"/confirmations", object{}) },
	followUp: func(w *walk) {
		body := object{"on": before, "childParticipation": "present"}
		if w.dice.IntN(2) == 0 {
			body["nextFollowUpOn"], body["nextFollowUpUnitId"] = "2021-05-01", demo.UnitID("hs")
		}
		w.lena.Post(w.plan+"/follow-ups", body)
	},
	lead: func(w *walk) { // another party leads, or will not; and hands the lead back
		hand := func(from, to testkit.Client, unit, answer string) bool {
			offer := from.Post(w.plan+"/lead-offers", leadOf(unit)).Text("id")
			return offer != "" && to.Post("/lead-offers/"+offer+"/answers", object{"answer": answer, "reason": "x"}).Status == 200 && answer == "accepted"
		}
		if hand(w.lena, w.bea, "bup", []string{"accepted", "declined"}[w.dice.IntN(2)]) && !hand(w.bea, w.lena, "hs", "accepted") {
			w.T().Error("the lead does not come back")
		}
	},
	evaluate: func(w *walk) { // everything of the own is evaluated
		p := w.lena.Get(w.plan).Want(200)
		for list, outcome := range map[string]string{"goals": "reached", "interventions": "done"} {
			for _, r := range p.Rows(list) {
				id, _ := r["id"].(string)
				w.lena.Post("/"+list+"/"+id+"/evaluations", object{"on": before, "outcome": outcome})
			}
		}
	},
}
