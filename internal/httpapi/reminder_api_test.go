package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

// TestR18RemindersThirtyDaysBefore: the recorder and those who were asked are told from thirty days before the end until the
// end, of consents in force; other services are not.
func TestR18RemindersThirtyDaysBefore(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id") // until 2021-02-01
	const soon, notSoon = `"expiresSoon":true`, `"expiresSoon":false`
	w.answer(w.amir, id, "given").Want(200).Shows(notSoon) // pending
	w.answer(w.eva, id, "given").Want(200).Shows(soon)
	w.lena.Get("/reminders").Want(200).Shows(id, "Lo Haddad", `"validTo":"2021-02-01"`, `"totalRecords":1`)
	w.As("rolf").Get("/reminders").Want(200).Shows(id)
	for _, who := range []string{"karin", "kim", "siv", "bea", "liv"} { // also those whom the consent names
		w.As(who).Get("/reminders").Want(200).Hides(id).Shows(`"totalRecords":0`)
	}
	for _, who := range []string{"amir", "lo", "disa", "agnes"} {
		w.As(who).Get("/reminders").Refused(403, "denied")
	}
	for day, want := range map[string]bool{"2021-01-01": false, "2021-01-02": true, "2021-02-01": true, "2021-02-02": false} {
		w.On(day)
		if day < after {
			continue // it begins on the 4th
		}
		if got := len(w.lena.Get("/reminders").Want(200).Rows("reminders")) == 1; got != want {
			t.Errorf("%s: reminded %t", day, got)
		}
	}
	w.On(after)
	w.amir.Post("/my/consents/"+id+"/withdrawals", object{}).Want(200).Shows(notSoon)
	w.lena.Get("/reminders").Want(200).Hides(id)
}

// TestR18HowSoonFollowsTheRoutine: the day before the first of the days, nobody is reminded.
func TestR18HowSoonFollowsTheRoutine(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.answer(w.eva, id, "given").Want(200)
	testkit.ChangeRoutines(t, w.Owner, "{consentReminderDays,number}", 10)
	for day, want := range map[string]bool{after: false, "2021-01-21": false, "2021-01-22": true} {
		w.On(day)
		if got := len(w.lena.Get("/reminders").Want(200).Rows("reminders")) == 1; got != want {
			t.Errorf("%s: reminded %t", day, got)
		}
		if got := w.amir.Get("/my/consents/" + id).Want(200).JSON()["expiresSoon"]; got != want {
			t.Errorf("%s: the family is told %v", day, got)
		}
	}
}
