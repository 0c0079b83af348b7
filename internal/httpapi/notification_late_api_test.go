package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestR45AnUnansweredCallGoesToTheManager: when the routine's days for an answer are over, and to nobody else; the others
// are told that it waits, as before.
func TestR45AnUnansweredCallGoesToTheManager(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	plan, _ := planOf(w.karin, "Milo Ros")
	id := w.karin.Post("/plans/"+plan+"/parties", object{"unitId": demo.UnitID("bup"), "mode": "called"}).Want(201).Text("id")
	const late = `"kind":"call-unanswered"`
	w.As("bibi").Get("/notifications").Want(200).Shows(id).Hides(late)
	w.On("2021-03-01")
	w.As("bibi").Get("/notifications").Want(200).Shows(id, late)
	w.As("bea").Get("/notifications").Want(200).Shows(id).Hides(late)
	w.As("bibi").Post("/parties/"+id+"/answers", object{"answer": "accepted"}).Want(200)
	w.As("bibi").Get("/notifications").Want(200).Hides(id, late)
}

// TestR45WhatIsLateShowsToWhoLeads: from the day after the last one that the deadlines tell, to those of the leading unit who see
// the plan, until the step is taken or the plan is over; why it was late does not end it.
func TestR45WhatIsLateShowsToWhoLeads(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	lena, karin := w.As("lena"), w.As("karin")
	sixten, _ := planOf(lena, "Sixten Udd") // noted in November, and nobody told
	tuva, _ := planOf(karin, "Tuva Ros")    // met, and nothing sent since
	lo, _ := planOf(lena, "Lo Haddad")      // sent late, but sent
	const late = `"deadline":"start-of-work","id":"`
	due := lena.Get("/plans/"+sixten+"/deadlines").Want(200).Row("deadlines", "kind", "start-of-work")["dueOn"]
	last, _ := due.(string)
	for day, isLate := range map[string]bool{last: false, civil.MustParse(last).AddDays(1).String(): true} {
		w.On(day)
		told := lena.Get("/notifications?limit=100").Want(200)
		if got := strings.Contains(told.Body, late); got != isLate {
			t.Errorf("%s, due on %s: told %t", day, last, got)
		}
	}
	w.On(before)
	for _, who := range []string{"lena", "rolf"} {
		told := w.As(who).Get("/notifications?limit=100").Want(200).Shows(late, sixten, `"kind":"deadline-breached"`).Hides("Sixten", lo, tuva)
		if n := strings.Count(told.Body, `"deadline":"start-of-work"`); n != 1 {
			t.Errorf("%s is told %d times", who, n)
		}
	}
	for _, who := range []string{"karin", "kim", "bea", "mats", "liv"} { // also who takes part, and who is of the same domain
		w.As(who).Get("/notifications?limit=100").Want(200).Hides(sixten, late)
	}
	karin.Get("/notifications?limit=100").Want(200).Shows(`"deadline":"plan-sent"`, tuva)
	for _, who := range []string{"bea", "mats", "liv"} {
		w.As(who).Get("/notifications?limit=100").Want(200).Hides("deadline-breached")
	}
	for _, who := range []string{"amir", "eva"} {
		w.As(who).Get("/my/notifications?limit=100").Want(200).Hides("deadline")
	}
	n, _ := lena.Get("/notifications?limit=100").Row("notifications", "deadline", "start-of-work")["id"].(string)
	lena.Post("/notifications/"+n+"/readings", object{}).Want(200).Shows(`"isRead":true`, late)
	karin.Post("/notifications/"+n+"/readings", object{}).Refused(404, "not-found")
	lena.Post("/plans/"+sixten+"/deadline-reasons", object{"deadline": "start-of-work", "reason": canary}).Want(201)
	lena.Get("/notifications?limit=100").Want(200).Shows(late).Hides(canary)
	lena.Post("/plans/"+sixten+"/status-changes", object{"to": "declined", "on": before, "declinedBy": "family", "reason": canary}).Want(201)
	lena.Get("/notifications?limit=100").Want(200).Hides(late, sixten)
	lena.Post("/notifications/"+n+"/readings", object{}).Refused(404, "not-found")
}
