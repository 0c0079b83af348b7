package httpapi_test

import (
	"fmt"
	"testing"
)

// newDecided is a domain in which every class is decided on.
func newDecided(t *testing.T) *weeding {
	t.Helper()
	w := newWeeding(t)
	for _, class := range []string{"ifo", "lss"} {
		w.As("arne").Post("/disposal-settings", decides(class)).Want(201)
	}
	return w
}

// keepsBornOn enters that who is born on the day of old cases is exempt for research, or on another day.
func keepsBornOn(day int) object {
	return object{"secrecyClass": "ifo", "sample": "born-on", "bornOnDays": []any{day}, "decision": "Ny plan"}
}

// TestR55WhatASettingProtectsDropsOff: what the domain decides after a list was drawn up counts for it, too: at the decision, and
// between the decision and the day it is carried out.
func TestR55WhatASettingProtectsDropsOff(t *testing.T) {
	t.Parallel()
	for _, c := range []protected{
		{name: "before the first decision", first: true},
		{name: "before the second decision", second: true},
		{name: "after the decision", between: true},
		{name: "after the decision, and taken back", between: true, lifted: true, disposed: 1},
		{name: "never", disposed: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.carriedOut(newDecided(t))
		})
	}
}

// protected says when a setting was entered that protects the case of a list: before that decision, after both, and whether it was lifted.
type protected struct {
	name                           string
	first, second, between, lifted bool
	disposed                       int
}

func (c protected) carriedOut(w *weeding) {
	w.t.Helper()
	arne, arvid := w.As("arne"), w.As("arvid")
	oldCase(w.t, w.API, "bou1", "Gammal")
	at := "/disposals/" + arne.Post("/disposals", object{}).Want(201).Text("id")
	enter := func(isNow bool, day int) {
		if isNow {
			arne.Post("/disposal-settings", keepsBornOn(day)).Want(201)
		}
	}
	enter(true, 5) // of others: nothing changes
	enter(c.first, 4)
	arne.Post(at+"/decisions", object{}).Want(200).Shows(fmt.Sprintf(`"dropped":%d`, map[bool]int{true: 1}[c.first]))
	enter(c.second, 4)
	atDecision := map[bool]int{true: 1}[c.first || c.second]
	arvid.Post(at+"/decisions", object{}).Want(200).Shows(`"decided"`, fmt.Sprintf(`"dropped":%d`, atDecision))
	enter(c.between, 4)
	enter(c.lifted, 5)
	w.at("2020-12-18 09:00:00")
	w.carryOut(c.disposed, 1-c.disposed-atDecision)
	if n := w.count("SELECT count(*) FROM case_file WHERE given_name = 'Gammal'"); n != 1-c.disposed {
		w.t.Errorf("%d cases are left", n)
	}
	if c.disposed == 0 {
		arne.Get(at+"/cases").Want(200).Shows(`"dropped"`, `"kept-longer"`)
		enter(true, 5) // it can be listed again once nothing protects it
		arne.Post("/disposals", object{}).Want(201).Shows(`"cases":1`)
	}
}

// TestR55ADecisionTestsEachCaseAgain: what is held, marked or new drops off at the decision, with the reason; the rest is decided on.
func TestR55ADecisionTestsEachCaseAgain(t *testing.T) {
	t.Parallel()
	w := newDecided(t)
	arne, arvid, kim := w.As("arne"), w.As("arvid"), w.As("kim")
	for _, name := range []string{"Stoppad", "Placerad", "Utredd", "Ny", "Gammal"} {
		oldCase(t, w.API, "bou1", name)
	}
	at := "/disposals/" + arne.Post("/disposals", object{}).Want(201).Shows(`"cases":5`).Text("id")
	for name, kind := range map[string]string{"Stoppad": "legal-hold", "Placerad": "placed", "Utredd": "investigation"} {
		kim.Post("/children/"+oldChild(name)+"/retention-marks", object{"kind": kind, "reason": canary}).Want(201)
	}
	if _, err := w.Owner.ExecContext(t.Context(), `UPDATE case_file SET valid = '[2020-12-10,)' WHERE given_name = 'Ny'`); err != nil {
		t.Fatal(err)
	}
	w.As("alma").Post(at+"/decisions", object{}).Refused(404, "not-found")
	arne.Get(at).Want(200).Shows(`"dropped":0`)
	arne.Post(at+"/decisions", object{}).Want(200).Shows(`"dropped":4`, `"cases":5`)
	arne.Post(at+"/decisions", object{}).Refused(409, "another-decides")
	causes := map[string]int{}
	for _, c := range arne.Get(at + "/cases").Want(200).Rows("disposalCases") {
		because, _ := c["droppedBecause"].(string)
		causes[because]++
	}
	if causes["marked"] != 3 || causes["new-entry"] != 1 || causes[""] != 1 {
		t.Errorf("%v", causes)
	}
	arvid.Get(at + "/cases").Want(200).Hides(canary)
	arvid.Post(at+"/decisions", object{}).Want(200).Shows(`"dropped":4`)
	w.at("2020-12-18 09:00:00")
	w.carryOut(1, 0)
	if n := w.count("SELECT count(*) FROM case_file WHERE given_name IN ('Stoppad', 'Placerad', 'Utredd', 'Ny')"); n != 4 {
		t.Errorf("%d of 4 are left", n)
	}
}

// TestR55WhoWasPlacedIsNeverWeeded: also when that is marked before the list was drawn up, and comes to the domain's knowledge only after
// it, as with a unit that has moved into it.
func TestR55WhoWasPlacedIsNeverWeeded(t *testing.T) {
	t.Parallel()
	w := newDecided(t)
	arne, arvid := w.As("arne"), w.As("arvid")
	oldCase(t, w.API, "bou1", "Placerad")
	oldCase(t, w.API, "bou1", "Gammal")
	at := "/disposals/" + arne.Post("/disposals", object{}).Want(201).Shows(`"cases":2`).Text("id")
	arne.Post(at+"/decisions", object{}).Want(200)
	arvid.Post(at+"/decisions", object{}).Want(200).Shows(`"dropped":0`)
	_, err := w.Owner.ExecContext(t.Context(), `INSERT INTO retention_mark (id, child_id, unit_id, kind, reason, set_by, set_on, created_at)
	  SELECT gen_random_uuid(), $1, f.unit_id, 'placed', 'Jourhem', r.drawn_up_by, '2015-01-01', '2015-01-01' FROM case_file f, disposal_run r WHERE f.child_id = $1`, oldChild("Placerad"))
	if err != nil {
		t.Fatal(err)
	}
	w.at("2020-12-18 09:00:00")
	w.carryOut(1, 1)
	arne.Get(at + "/cases").Want(200).Shows(`"marked"`)
	if n := w.count("SELECT count(*) FROM case_file WHERE given_name = 'Placerad'"); n != 1 {
		t.Error("a placed child was weeded")
	}
}
