package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
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
