package httpapi_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// uses lists "unit: text" of the rows of a log extract, without those about one's own doings.
func uses(a testkit.Answer) []string {
	var all []string
	for _, e := range a.Rows("entries") {
		if e["own"] == false {
			all = append(all, fmt.Sprint(e["unit"], ": ", e["textSv"]))
		}
	}
	return all
}

func extract(c testkit.Client) testkit.Answer {
	return c.Get("/my/log-extract?limit=100&from=" + before).Want(200)
}

// TestR37LogExtract: the guardian and the child see which unit did what, by service and from the latest.
func TestR37LogExtract(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, child := planOf(w.As("lena"), "Lo Haddad")
	bou1, school := demo.UnitName("bou1"), demo.UnitName("hs")
	w.As("karin").Get("/plans/" + plan).Want(200)
	w.As("karin").Get("/children").Want(200)
	w.As("karin").Get("/children/" + child).Want(200)
	w.As("lena").Post("/plans/"+plan+"/goals", object{"text": canary, "horizon": "short", "visibility": "family"}).Want(201)
	for _, who := range []string{"amir", "eva", "lo"} {
		a := extract(w.As(who)).Hides(canary, "Karin Lund", "Lena", "plan_id", plan)
		want := []string{
			bou1 + ": Läste i enhetens ärende om barnet", bou1 + ": Såg barnet i listan över enhetens ärenden", bou1 + ": Läste planen",
			school + ": Skrev eller ändrade en uppgift i planen", school + ": Såg planen i en lista",
		}
		got := uses(a)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s sees %q, want %q", who, got, want)
		}
		for _, e := range a.Rows("entries") {
			if e["own"] == false && (e["titleSv"] != "Handläggare" || e["titleEn"] != "Caseworker" || e["principal"] != "Göteborgs Stad" ||
				e["childName"] != "Lo Haddad" || e["textEn"] == "" || !strings.HasPrefix(fmt.Sprint(e["at"]), before+"T10:00:00+01:00")) {
				t.Errorf("%s sees %v", who, e)
			}
		}
	}
	groups := []string{}
	for _, e := range extract(w.As("amir")).Rows("entries") {
		if unit := fmt.Sprint(e["authority"], e["unit"]); len(groups) == 0 || groups[len(groups)-1] != unit {
			groups = append(groups, unit)
		}
	}
	if len(groups) != 3 { // two services, then what the reader did
		t.Errorf("the rows of a service are apart: %q", groups)
	}
}

// TestR37LogExtractIsLoggedItself: reading it shows in the next extract of the same person, and of nobody else.
func TestR37LogExtractIsLoggedItself(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	_, child := planOf(w.As("lena"), "Lo Haddad")
	if first := extract(w.As("amir")); len(first.Rows("entries"))-len(uses(first)) != 0 {
		t.Fatalf("nothing has been read yet: %s", first.Body)
	}
	again := extract(w.As("amir")).Shows("Du läste loggutdraget", "read-log")
	if n := len(again.Rows("entries")) - len(uses(again)); n != 1 {
		t.Errorf("one reading is %d rows", n)
	}
	for _, other := range []string{"eva", "lo"} {
		if first := extract(w.As(other)); len(first.Rows("entries")) != len(uses(first)) {
			t.Errorf("%s sees what Amir did: %s", other, first.Body)
		}
	}
	var entries int
	if err := w.Owner.QueryRowContext(t.Context(), `SELECT count(*) FROM audit_entry WHERE operation = 'ListMyLogExtract' AND child_id = $1
	  AND objects = ARRAY[child_id] AND reaches <@ ARRAY['family_guardian', 'family_self']`, child).Scan(&entries); err != nil || entries != 4 {
		t.Errorf("%d entries about the child, %v", entries, err)
	}
}

// unseen are acts of which Lo's father may not know.
var unseen = map[string]func(t *testing.T, w *testkit.API, plan, child string){
	"a note of a unit": func(t *testing.T, w *testkit.API, plan, _ string) {
		t.Helper()
		note := w.As("karin").Post("/plans/"+plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
		w.As("karin").Get("/notes/" + note.Text("id")).Want(200)
	},
	"an item between the parties": func(t *testing.T, w *testkit.API, plan, _ string) {
		t.Helper()
		w.As("bea").Post("/plans/"+plan+"/interventions", object{"title": canary, "visibility": "parties"}).Want(201)
	},
	"a unit of no plan of the family": func(t *testing.T, w *testkit.API, _, _ string) {
		t.Helper()
		knows(w, "ulf")
		w.As("ulf").Get("/children").Want(200)
	},
	"a colleague's unit in the same domain": func(t *testing.T, w *testkit.API, plan, _ string) {
		t.Helper()
		knows(w, "liv")
		w.As("liv").Get("/plans/" + plan).Want(200)
	},
	"refusals": func(t *testing.T, w *testkit.API, plan, child string) {
		t.Helper()
		w.As("vera").Get("/plans/" + plan).Want(404)
		w.As("disa").Get("/children/" + child).Want(403)
	},
	"a consent that another was asked for": func(t *testing.T, w *testkit.API, _, child string) {
		t.Helper()
		if _, err := w.Owner.ExecContext(t.Context(), "UPDATE relation SET valid = daterange(lower(valid), '2020-12-01') WHERE person_id <> "+
			"(SELECT person_id FROM person_identifier WHERE value LIKE $1) AND child_id = $2 AND unit_id = $3", "%"+demo.Find("eva").Number[2:8]+"%",
			child, demo.UnitID("bou1")); err != nil {
			t.Fatal(err)
		}
		w.As("karin").Post("/children/"+child+"/consents", oral("plan")).Want(201)
	},
	"what the other guardian does": func(t *testing.T, w *testkit.API, plan, _ string) {
		t.Helper()
		w.As("eva").Get("/my/plans/" + plan).Want(200)
		w.As("eva").Get("/my/log-extract").Want(200)
		w.As("lo").Get("/my/plans").Want(200)
	},
	"a review of the log": func(t *testing.T, w *testkit.API, _, _ string) {
		t.Helper()
		w.As("kim").Post("/log-reviews", object{"from": before, "to": before, "rule": "random", "sampleSize": 10}).Want(201)
	},
	"an operation that no list names": func(t *testing.T, w *testkit.API, plan, child string) {
		t.Helper()
		if _, err := w.Owner.ExecContext(t.Context(), `INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, role, unit_id,
		  child_id, plan_id, objects, reaches, grounds) VALUES (gen_random_uuid(), '2020-12-15T10:00:00Z', gen_random_uuid(), 'GetConcernReport', 'done',
		  'staff', 'caseworker', $1, $2, $3, ARRAY[$3::uuid], '{own_case}', ARRAY[NULL::uuid])`, demo.UnitID("bou1"), child, plan); err != nil {
			t.Fatal(err)
		}
	},
}

// knows opens a case about Lo at somebody's unit.
func knows(w *testkit.API, who string) {
	lo := demo.Find("lo")
	w.As(who).Post("/children", object{
		"identifierType": "personnummer", "identifier": lo.Number, "givenName": "Lo", "familyName": "Haddad", "birthDate": lo.Birth.String(),
		"reason": canary,
	}).Want(201)
}

// TestR37LogExtractLeavesNoTrace: what the family may not know is not in the rows, not in their number, not in the pages.
func TestR37LogExtractLeavesNoTrace(t *testing.T) {
	t.Parallel()
	for name, act := range unseen {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			quiet, busy := testkit.NewAPI(t, before), testkit.NewAPI(t, before)
			plan, child := planOf(busy.As("lena"), "Lo Haddad")
			planOf(quiet.As("lena"), "Lo Haddad") // read in both
			act(t, busy, plan, child)
			for _, path := range []string{"?limit=100", "?limit=1&page=1", "?limit=1&page=2", "?childId=" + child} {
				want := quiet.As("amir").Get("/my/log-extract" + path).Want(200)
				got := busy.As("amir").Get("/my/log-extract" + path).Want(200)
				if fmt.Sprint(got.JSON()["_meta"]) != fmt.Sprint(want.JSON()["_meta"]) || !slices.Equal(uses(got), uses(want)) {
					t.Errorf("%s: want %v %q\ngot %v %q", path, want.JSON()["_meta"], uses(want), got.JSON()["_meta"], uses(got))
				}
			}
		})
	}
}

// TestR37LogExtractOfOthers: whoever has no custody, or is somebody else's guardian, gets an empty extract.
func TestR37LogExtractOfOthers(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	_, child := planOf(w.As("lena"), "Lo Haddad")
	if own := w.As("samira").Get("/my/log-extract").Want(200); len(own.Rows("entries")) == 0 {
		t.Error("Samira's own extract is empty")
	}
	for _, c := range []struct{ who, child string }{{"samira", child}, {"amir", madeUp}, {"sten", child}, {"milo", child}} {
		a := w.As(c.who).Get("/my/log-extract?childId=" + c.child).Want(200)
		if len(a.Rows("entries")) != 0 {
			t.Errorf("%s sees %s", c.who, a.Body)
		}
	}
	w.As("karin").Get("/my/log-extract").Refused(403, "denied")
	w.As("amir").Get("/my/log-extract?from=2020-12-02&to=2020-12-01").Refused(422, "dates-out-of-order", "to")
	w.On("2029-05-14") // Lo is 18: Amir's custody has ended
	if got := w.As("amir").Get("/my/log-extract").Want(200); len(got.Rows("entries")) != 0 {
		t.Errorf("after the 18th birthday Amir sees %s", got.Body)
	}
	if got := w.As("lo").Get("/my/log-extract").Want(200); len(got.Rows("entries")) == 0 {
		t.Error("Lo sees nothing")
	}
}

// TestR37StaffNamesAsThePrincipalDecides: names come with the principal's decision, and with that principal's entries alone.
func TestR37StaffNamesAsThePrincipalDecides(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	w.As("karin").Get("/plans/" + plan).Want(200)
	w.As("bea").Get("/plans/" + plan).Want(200)
	extract(w.As("amir")).Hides("Karin Lund", "Bea Sjö", "staffName")
	tx, err := w.Owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		"SET LOCAL ROLE samplan_migrate",
		"INSERT INTO log_setting (principal_id, names_staff) VALUES ('" + demo.PrincipalID("goteborg").String() + "', true)",
	} {
		if _, err := tx.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	extract(w.As("amir")).Shows("Karin Lund", "Lena Björk").Hides("Bea Sjö")
}
