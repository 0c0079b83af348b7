package httpapi_test

import (
	"fmt"
	"slices"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// sampleOf draws a sample of everything that a rule finds on a day.
func sampleOf(c testkit.Client, rule, on string) testkit.Answer {
	return c.Post("/log-reviews", object{"from": on, "to": on, "rule": rule, "sampleSize": 100}).Want(201)
}

// column gives a field of each entry.
func column(a testkit.Answer, field string) []string {
	var all []string
	for _, e := range a.Rows("entries") {
		all = append(all, fmt.Sprint(e[field]))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// TestR40Samples: each rule finds what it looks for, in the unit of the manager or the principal of the officer, and there
// is no content and, for the officer, no child.
func TestR40Samples(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, child := planOf(w.As("karin"), "Milo Ros")
	w.As("karin").Get("/plans/" + plan).Want(200)
	w.As("bea").Get("/plans").Want(200)
	w.As("lena").Get("/plans").Want(200)
	manager := sampleOf(w.As("kim"), "random", before).Shows("Karin Lund", "GetPlan", "Milo Ros", child).Hides("Lena Björk", "Bea Sjö")
	if got := column(manager, "operation"); !slices.Equal(got, []string{"GetPlan", "ListPlans"}) {
		t.Errorf("kim's sample is %q", got)
	}
	officer := sampleOf(w.As("disa"), "random", before).Shows("Karin Lund", "Lena Björk", `"childNumber":1`).Hides("Bea Sjö", "Milo", child, plan, "childId", "childName")
	if officer.JSON()["found"] != 4.0 { // with the review that Kim made
		t.Errorf("disa finds %v", officer.JSON()["found"])
	}
	w.As("disa").Post("/log-reviews", object{"unitId": demo.UnitID("bup"), "from": before, "to": before, "rule": "random", "sampleSize": 5}).
		Refused(422, "unknown-unit", "/unitId")
	w.As("kim").Post("/log-reviews", object{"unitId": demo.UnitID("bou2"), "from": before, "to": before, "rule": "random", "sampleSize": 5}).
		Refused(422, "unknown-unit", "/unitId")

	night := w.Now()
	w.At(night.AddDate(0, 0, 4)) // a Saturday
	w.As("karin").Get("/plans/" + plan).Want(200)
	for range 5 {
		w.As("karin").Get("/plans/" + madeUp).Want(404)
		w.As("karin").Post("/child-searches", object{"identifierType": "personnummer", "identifier": demo.Find("ida").Number}).Want(200)
	}
	const saturday = "2020-12-19"
	for rule, want := range map[string]string{"after-hours": "GetPlan", "refused": "GetPlan", "blind-searches": "FindChild", "many-children": ""} {
		a := sampleOf(w.As("kim"), rule, saturday)
		if got := column(a, "operation"); want != "" && !slices.Equal(got, []string{want}) || want == "" && got != nil {
			t.Errorf("%s finds %q", rule, a.Body)
		}
	}
	if got := sampleOf(w.As("kim"), "after-hours", before); len(got.Rows("entries")) > 0 {
		t.Errorf("a weekday is after hours: %s", got.Body)
	}
}

// TestR40NeverOneself: nobody reviews what one has done, in whatever role one did it or reviews it.
func TestR40NeverOneself(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("kim"), "Milo Ros")
	w.As("karin").Get("/plans/" + plan).Want(200)
	if got := column(sampleOf(w.As("kim"), "random", before), "staffName"); !slices.Equal(got, []string{"Karin Lund"}) {
		t.Errorf("kim reviews %q", got)
	}
	// Karin becomes the manager and the data protection officer beside what she is.
	for _, role := range []string{"unit-manager", "data-protection-officer"} {
		if _, err := w.Owner.ExecContext(t.Context(), `INSERT INTO assignment (id, person_id, unit_id, role, valid)
		  VALUES (gen_random_uuid(), $1, $2, $3, '[2020-01-01,)')`, demo.Find("karin").PersonID(), demo.UnitID("bou1"), role); err != nil {
			t.Fatal(err)
		}
	}
	drawn := sampleOf(w.As("disa"), "random", before).Shows("Karin Lund", "Kim Berg")
	for _, a := range w.As("karin").Send("GET", "/me", nil).Want(200).Rows("assignments") {
		id, _ := a["id"].(string)
		c := w.As("karin").Under(id)
		switch a["role"] {
		case "unit-manager", "data-protection-officer":
			sampleOf(c, "random", before).Hides("GetPlan").Shows("Kim Berg")
		}
		if a["role"] == "data-protection-officer" {
			c.Get("/log-reviews/" + drawn.Text("id")).Want(200).Hides("GetPlan")
			c.Post("/log-reviews/"+drawn.Text("id")+"/verdicts", object{"entryId": drawn.ID("entries", "operation", "GetPlan"), "verdict": "justified"}).
				Refused(404, "not-found")
		}
	}
}

// TestR40Verdicts: a verdict is added and never taken back; a use that is not justified is said why; a manager judges the
// own unit's staff alone.
func TestR40Verdicts(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	planOf(w.As("karin"), "Milo Ros")
	planOf(w.As("lena"), "Lo Haddad")
	review := sampleOf(w.As("kim"), "random", before)
	at, entry := "/log-reviews/"+review.Text("id"), first(review, "entries", "id")
	w.As("kim").Post(at+"/verdicts", object{"entryId": entry, "verdict": "unclear"}).Refused(422, "reason-required", "/note")
	w.As("kim").Post(at+"/verdicts", object{"entryId": madeUp, "verdict": "justified"}).Refused(404, "not-found")
	w.As("kim").Post(at+"/verdicts", object{"entryId": entry, "verdict": "unclear", "note": canary}).Want(201).Shows("Kim Berg")
	w.As("kim").Post(at+"/verdicts", object{"entryId": entry, "verdict": "justified"}).Want(201)
	seen := w.As("kim").Get(at).Want(200)
	verdicts, _ := seen.Row("entries", "id", entry)["verdicts"].([]any)
	if len(verdicts) != 2 || seen.JSON()["judged"] != 1.0 {
		t.Errorf("want both verdicts: %s", seen.Body)
	}
	for _, statement := range []string{"UPDATE log_verdict SET verdict = 'justified'", "DELETE FROM log_verdict", "DELETE FROM log_review_entry", "UPDATE log_review SET found = 0"} {
		if _, err := w.Owner.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("%s is done", statement)
		}
	}
	w.As("disa").Get("/log-reviews").Want(200).Shows(review.Text("id"))
	for _, who := range []string{"fia", "rolf", "bibi"} { // managers of other units, and of another principal
		w.As(who).Get(at).Refused(404, "not-found")
		w.As(who).Post(at+"/verdicts", object{"entryId": entry, "verdict": "justified"}).Refused(404, "not-found")
		w.As(who).Get("/log-reviews").Want(200).Hides(review.Text("id"))
	}
	for _, who := range []string{"karin", "agnes", "sam", "amir"} {
		w.As(who).Get(at).Refused(403, "denied")
	}
}

// TestLogFlags: an hour of more searches than the principal holds for usual is flagged, without a child.
func TestLogFlags(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	search := func(times int, who, child string) {
		for range times {
			w.As(who).Post("/child-searches", object{"identifierType": "personnummer", "identifier": demo.Find(child).Number}).Want(200)
		}
	}
	search(20, "karin", "milo")
	if got := w.As("disa").Get("/log-flags").Want(200); len(got.Rows("flags")) != 0 {
		t.Errorf("20 searches are not unusual: %s", got.Body)
	}
	search(1, "karin", "milo")
	search(40, "bea", "milo")
	got := w.As("disa").Get("/log-flags").Want(200).Shows("Karin Lund", "searches").Hides("Milo", "Bea Sjö")
	if len(got.Rows("flags")) != 1 || got.Rows("flags")[0]["reached"] != 21.0 || got.Rows("flags")[0]["threshold"] != 20.0 {
		t.Errorf("got %s", got.Body)
	}
	w.As("kim").Get("/log-flags").Refused(403, "denied")
	w.As("disa").Get("/log-flags?from=2020-01-01&to="+before).Refused(422, "dates-out-of-order", "to")
	if _, err := w.Owner.ExecContext(t.Context(), "INSERT INTO log_setting (principal_id, wide_searches) VALUES ($1, 30)", demo.PrincipalID("goteborg")); err != nil {
		t.Fatal(err)
	}
	if got := w.As("disa").Get("/log-flags").Want(200); len(got.Rows("flags")) != 0 {
		t.Errorf("the principal allows 30: %s", got.Body)
	}
}
