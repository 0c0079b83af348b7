package httpapi_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"samplan/internal/disposal"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// weeding is a town in which cases are old.
type weeding struct {
	*testkit.API
	t         *testing.T
	now       time.Time
	certified int
}

// at moves the town to a moment.
func (w *weeding) at(text string) {
	w.t.Helper()
	now, err := time.Parse(time.DateTime, text)
	if err != nil {
		w.t.Fatal(err)
	}
	w.now = now
	w.On(text[:len(time.DateOnly)])
}

// carryOut does what samplan_disposal does.
func (w *weeding) carryOut(disposed, dropped int) {
	w.t.Helper()
	d, err := store.OpenDisposal(w.t.Context(), w.URL)
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = d.Close() }() // nothing is left to lose
	clocks, err := disposal.Clocks()
	if err != nil {
		w.t.Fatal(err)
	}
	gone, kept, err := d.CarryOut(w.t.Context(), w.now, clocks, func(list []byte) (int, string, error) {
		for _, word := range []string{canary, "Karin"} {
			if bytes.Contains(list, []byte(word)) {
				w.t.Errorf("%q is in the certificate", word)
			}
		}
		w.certified++
		return w.certified, fmt.Sprintf("%064x", w.certified), nil
	})
	if err != nil || gone != disposed || kept != dropped {
		w.t.Fatalf("%d are disposed of and %d dropped, want %d and %d: %v", gone, kept, disposed, dropped, err)
	}
}

func (w *weeding) count(question string, args ...any) (n int) {
	w.t.Helper()
	if err := w.Owner.QueryRowContext(w.t.Context(), question, args...).Scan(&n); err != nil {
		w.t.Fatal(err)
	}
	return n
}

func newWeeding(t *testing.T) *weeding {
	t.Helper()
	return &weeding{API: testkit.NewAPI(t, before), t: t}
}

// TestR55ListDecisionCertificate: nothing is listed before every class is decided on; the list names cases and no content; two people
// decide; a day later it is carried out, and what is left is the certificate.
func TestR55ListDecisionCertificate(t *testing.T) {
	t.Parallel()
	w := newWeeding(t)
	arne, arvid := w.As("arne"), w.As("arvid")
	oldCase(t, w.API, "bou2", canary)
	oldCase(t, w.API, "boc", "Annan nämnd")
	for _, who := range []string{"karin", "kim", "agnes", "disa", "sam"} {
		w.As(who).Post("/disposals", object{}).Refused(403, "denied")
		w.As(who).Get("/disposals").Refused(403, "denied")
	}
	arne.Post("/disposals", object{}).Refused(409, "disposal-not-decided")
	arne.Post("/disposal-settings", decides("ifo")).Want(201)
	arne.Post("/disposals", object{}).Refused(409, "disposal-not-decided") // the disability support lies in the same domain
	arne.Post("/disposal-settings", decides("lss")).Want(201)
	list := arne.Post("/disposals", object{}).Want(201).Shows(`"cases":1`, `"drawn-up"`)
	at := "/disposals/" + list.Text("id")
	arvid.Get(at+"/cases").Want(200).Shows(canary, `"dueOn":"2015-01-01"`, `"finishBy":"2016-12-31"`, "SoL 16 kap 1", `"social-services"`).Hides("Annan")
	w.As("alma").Get(at).Refused(404, "not-found")
	w.As("alma").Post(at+"/decisions", object{}).Refused(404, "not-found")
	arne.Post("/disposals", object{}).Refused(409, "nothing-is-due") // it is on a list

	arne.Post(at+"/decisions", object{}).Want(200).Shows(`"drawn-up"`)
	arne.Post(at+"/decisions", object{}).Refused(409, "another-decides")
	w.at("2020-12-20 09:00:00")
	w.carryOut(0, 0)
	arvid.Post(at+"/decisions", object{}).Want(200).Shows(`"decided"`, "Arne Lind", "Arvid Nor")
	w.carryOut(0, 0) // an answer may be kept for a retry until tomorrow
	w.at("2020-12-22 09:00:00")
	w.carryOut(1, 0)
	arne.Get(at).Want(200).Shows(`"carried-out"`, `"disposed":1`, `"carriedOutOn":"2020-12-22"`)
	arne.Get(at+"/cases").Want(200).Shows(`"disposed"`, `"disposedOn":"2020-12-22"`).Hides(canary, "givenName")
	arne.Post(at+"/cancellations", object{}).Refused(409, "disposal-over")
	if n := w.count("SELECT count(*) FROM case_file WHERE family_name = $1", canary) + w.count("SELECT count(*) FROM person WHERE id = $1", oldChild(canary)); n != 0 {
		t.Errorf("%d rows are left", n)
	}
	if n := w.count("SELECT count(*) FROM case_file WHERE family_name = 'Annan nämnd'"); n != 1 {
		t.Error("the case of another board is gone")
	}
	if n := w.count("SELECT count(*) FROM audit_entry WHERE operation = 'CarryOutDisposal'"); n != 1 {
		t.Errorf("%d entries in the log", n)
	}
	w.carryOut(0, 0)
}

// TestR55WhatChangesDropsOff: a hold, a placement or a new entry after the list was drawn up keeps the case; a hold counts until it is
// lifted, also with another unit of the domain.
func TestR55WhatChangesDropsOff(t *testing.T) {
	t.Parallel()
	w := newWeeding(t)
	arne, arvid := w.As("arne"), w.As("arvid")
	for _, class := range []string{"ifo", "lss"} {
		arne.Post("/disposal-settings", decides(class)).Want(201)
	}
	for _, name := range []string{"Stoppad", "Placerad", "Ny", "Gammal"} {
		oldCase(t, w.API, "bou1", name)
	}
	child := func(name string) string { return "/children/" + oldChild(name) }
	kim := w.As("kim")
	decided := func() string {
		at := "/disposals/" + arne.Post("/disposals", object{}).Want(201).Text("id")
		arne.Post(at+"/decisions", object{}).Want(200)
		arvid.Post(at+"/decisions", object{}).Want(200)
		return at
	}
	at := decided()
	w.As("karin").Post(child("Stoppad")+"/retention-marks", object{"kind": "legal-hold", "reason": canary}).Refused(404, "not-found") // the case is closed
	w.As("liv").Get(child("Stoppad")+"/retention-marks").Refused(404, "not-found")
	w.at("2020-12-16 09:00:00")
	hold := kim.Post(child("Stoppad")+"/retention-marks", object{"kind": "legal-hold", "reason": canary}).Want(201).Shows(canary).Text("id")
	kim.Post(child("Placerad")+"/retention-marks", object{"kind": "placed", "reason": canary}).Want(201)
	if _, err := w.Owner.ExecContext(t.Context(), `UPDATE case_file SET valid = '[2020-12-10,)' WHERE given_name = 'Ny'`); err != nil {
		t.Fatal(err)
	}
	w.at("2020-12-18 09:00:00")
	w.carryOut(1, 3)
	arne.Get(at+"/cases").Want(200).Shows(`"marked"`, `"new-entry"`).Hides(canary)
	arne.Post("/disposals", object{}).Refused(409, "nothing-is-due") // held, never, and open
	kim.Get(child("Stoppad")+"/retention-marks").Want(200).Shows(hold, canary)
	w.As("liv").Post("/retention-marks/"+hold+"/endings", object{"reason": "x"}).Refused(404, "not-found")
	kim.Post("/retention-marks/"+hold+"/endings", object{"reason": "Målet är avgjort"}).Want(200).Shows(`"endedOn":"2020-12-18"`)
	kim.Post("/retention-marks/"+hold+"/endings", object{"reason": "igen"}).Refused(409, "already-ended")
	at = decided()
	arne.Post(at+"/cancellations", object{}).Want(200).Shows(`"cancelled"`)
	at = decided()
	w.at("2020-12-20 09:00:00")
	w.carryOut(1, 0)
	if n := w.count("SELECT count(*) FROM retention_mark WHERE kind = 'legal-hold'"); n != 0 {
		t.Error("the hold outlives the case")
	}
	arne.Get(at).Want(200).Shows(`"disposed":1`)
}
