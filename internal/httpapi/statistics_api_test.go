package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// events keeps events of a principal in a half-year, as the database does for what happens.
func (w *town) events(principal, kind, term, service, age, answer string, times int) {
	w.t.Helper()
	_, err := w.Owner.ExecContext(w.t.Context(), `INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer)
	  SELECT $1, $2, $3, '1480', $4, $5, 'unknown', $6 FROM generate_series(1, $7)`, kind, demo.PrincipalID(principal).UUID(), term, service, age, answer, times)
	if err != nil {
		w.t.Fatal(err)
	}
}

// TestR57StatisticsAreOfEnoughAlone: analysts and administrators have the numbers of their principal, of half-years that are over;
// never of few, and never so that few follow from the rest. Cases that are getting fewer can be seen.
func TestR57StatisticsAreOfEnoughAlone(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for term, times := range map[string]int{"2019-01-01": 21, "2019-07-01": 14, "2020-01-01": 9} {
		w.events("goteborg", "plan-started", term, "ifo", "6-12", "sip", times)
	}
	w.events("goteborg", "plan-started", "2020-01-01", "school", "6-12", "sip", 6)
	w.events("goteborg", "plan-started", "2020-01-01", "lss", "13-15", "barnets-plan", 4)
	w.events("goteborg", "plan-closed", "2020-01-01", "ifo", "6-12", "declined", 4)
	w.events("goteborg", "plan-started", "2020-07-01", "ifo", "6-12", "sip", 77) // not over
	w.events("vgr", "plan-started", "2020-01-01", "health", "6-12", "sip", 33)
	for _, who := range []string{"asta", "sam"} {
		all := w.As(who).Get("/statistics?indicator=plans-started&by=all").Want(200).Shows(`"count":21`, `"count":14`, `"count":19`).Hides(`"count":77`, `"count":33`)
		if n := len(all.Rows("rows")); n != 3 {
			t.Errorf("%s: %d half-years", who, n)
		}
		w.As(who).Get("/statistics?indicator=plans-closed").Want(200).Hides("declined", `"count":4`)
		w.As(who).Get("/statistics?indicator=plans-started&term=2020-03-02&by=service").Want(200).Shows(`"value":"ifo"`, `"value":"others"`, `"count":10`).Hides(`"count":4`, `"value":"lss"`, `"value":"school"`)
		w.As(who).Get("/statistics?value=lss").Want(200).Hides("plans-started")
		w.As(who).Get("/statistics?by=municipality&value=1480&term=2019-02-01").Want(200).Shows(`"count":21`, `"valueName":"Göteborg"`)
	}
	w.As("rut").Get("/statistics?by=all").Want(200).Shows(`"count":33`).Hides(`"count":21`)
	w.As("asta").Get("/indicators?limit=100").Want(200).Shows("plans-started", "Påbörjade planer", "Plans started", `"source":"/survey-results"`, "61-or-more")
	for _, who := range []string{"karin", "kim", "agnes", "disa", "moa", "bea"} {
		w.As(who).Get("/statistics").Refused(403, "denied")
		w.As(who).Get("/indicators").Refused(403, "denied")
	}
	for _, who := range []string{"amir", "lo"} {
		w.As(who).Get("/statistics").Refused(403, "denied")
	}
	for _, at := range []string{"/children", "/plans", "/concern-reports"} {
		w.As("asta").Get(at).Refused(403, "denied")
	}
	w.As("asta").Get("/survey-results").Want(200)
}

// TestR57EventsAreThoseOfTheirSources: what was written as things happened is what would be made anew of them, and names nobody.
func TestR57EventsAreThoseOfTheirSources(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	const columns = "kind, principal_id, term, municipality, service, age, sex, answer, days, entry"
	differ := func() (n, all, kinds int) {
		if err := w.Owner.QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM (SELECT `+columns+` FROM statistics_event EXCEPT ALL SELECT `+columns+` FROM statistics_source) a)
		  + (SELECT count(*) FROM (SELECT `+columns+` FROM statistics_source EXCEPT ALL SELECT `+columns+` FROM statistics_event) a),
		  (SELECT count(*) FROM statistics_event), (SELECT count(DISTINCT kind) FROM statistics_event)`).Scan(&n, &all, &kinds); err != nil {
			t.Fatal(err)
		}
		return n, all, kinds
	}
	if n, all, kinds := differ(); n != 0 || all < 20 || kinds < 10 {
		t.Errorf("%d events differ of %d, of %d kinds", n, all, kinds)
	}
	if _, err := w.Owner.ExecContext(t.Context(), "DELETE FROM statistics_event; SELECT app_rebuild_statistics('0001-01-01')"); err != nil {
		t.Fatal(err)
	}
	if n, all, _ := differ(); n != 0 || all < 20 {
		t.Errorf("made anew, %d events differ of %d", n, all)
	}
}

// TestR57TheReportShowsTheCourse: what is told is printed too, with its course and a picture that says the same in words; and goes out as
// a file whose cells no spreadsheet computes.
func TestR57TheReportShowsTheCourse(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for term, times := range map[string]int{"2019-01-01": 21, "2019-07-01": 14, "2020-01-01": 9} {
		w.events("goteborg", "plan-started", term, "ifo", "6-12", "sip", times)
	}
	w.events("goteborg", "plan-started", "2020-01-01", "school", "6-12", "sip", 6)
	w.events("goteborg", "plan-started", "2020-01-01", "lss", "13-15", "barnets-plan", 4)
	w.events("goteborg", "plan-closed", "2020-01-01", "ifo", "6-12", "declined", 4)
	w.events("goteborg", "intervention", "2020-01-01", "ifo", "6-12", "done", 8)
	w.events("goteborg", "intervention", "2020-01-01", "ifo", "6-12", "not-done", 7)
	if _, err := w.Owner.ExecContext(t.Context(), `UPDATE statistics_event SET entry = (SELECT code FROM intervention_catalogue WHERE situation IS NOT NULL ORDER BY code LIMIT 1) WHERE kind = 'intervention';
	  INSERT INTO statistics_event (kind, principal_id, term, service, age, sex, answer, entry) SELECT kind, principal_id, term, service, age, sex, answer, '=1+1' FROM statistics_event WHERE kind = 'intervention'`); err != nil {
		t.Fatal(err)
	}
	const page = "/statistics/document"
	got := w.As("asta").Get(page).Want(200).Shows("<h1>Statistik</h1>", "Påbörjade planer", "2020-01-01", `<svg role="img" aria-label="Påbörjade planer`, "21", "19", "Socialtjänst", "Post i insatskatalogen", "Genomförd", "Göteborg (1480)").
		Hides("Avslutade planer", "lss", "ZgotmplZ", "style=", "<script")
	var situation string
	if err := w.Owner.QueryRowContext(t.Context(), "SELECT situation FROM intervention_catalogue WHERE situation IS NOT NULL ORDER BY code LIMIT 1").Scan(&situation); err != nil {
		t.Fatal(err)
	}
	got.Shows(situation)
	w.As("sam").Get(page+"?language=en&term=2019-03-03").Want(200).Shows("<h1>Statistics</h1>", "Plans started", "2019-01-01").Hides("2020-01-01", "Påbörjade")
	w.As("asta").Get(page + "?term=2020-12-01").Want(200).Shows("Inga tal kan berättas").Hides("<svg")
	w.As("rut").Get(page).Want(200).Hides("<svg")
	w.As("asta").Get("/statistics-exports").Want(200).Shows("indicator;version;name", "plans-started;1;", ";all;;;19", ";'=1+1;").Hides("plans-closed", ";=1")
	w.As("asta").Get("/statistics-exports?by=municipality").Want(200).Shows(";municipality;1480;Göteborg;")
	w.As("asta").Get("/statistics-exports?format=json-lines&by=service").Want(200).Shows(`"value":"ifo"`, `"by":"service"`).Hides(`"by":"age"`)
	for _, who := range []string{"karin", "kim", "disa", "amir"} {
		w.As(who).Get(page).Refused(403, "denied")
		w.As(who).Get("/statistics-exports").Refused(403, "denied")
	}
}

// TestR26StatisticsKnowNoConcernReport: what is sent about a worry is counted nowhere.
func TestR26StatisticsKnowNoConcernReport(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	count := func() (n int) {
		if err := w.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM statistics_event").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := count()
	if before == 0 {
		t.Fatal("nothing is counted")
	}
	sent := w.sample("SendConcernReport")
	sent.send(w.As(sent.who), "one-report", nil).Want(201)
	if after := count(); after != before {
		t.Errorf("%d events became %d", before, after)
	}
}

// TestR57TheThresholdIsThatOfTheLastDay: a principal may ask for more than five, never for fewer; and what it says later changes nothing of
// a half-year that is over.
func TestR57TheThresholdIsThatOfTheLastDay(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	principal := demo.PrincipalID("goteborg").UUID()
	said := func(number int, fewest, from, on string) {
		if _, err := w.Owner.ExecContext(t.Context(), `INSERT INTO routine_version (id, principal_id, code, number, valid_from, document, whole, created_at, loaded_by)
		  SELECT gen_random_uuid(), $1, (SELECT c.code FROM routine_choice c WHERE c.principal_id = $1), $2, $4, v.document, jsonb_set(v.whole, '{fewestTold,number}', $3::jsonb), $5::timestamptz, $6
		    FROM routine_version v WHERE v.code = 'national' AND v.principal_id IS NULL LIMIT 1`, principal, number, fewest, from, on, demo.Find("sam").PersonID().UUID()); err != nil {
			t.Fatal(err)
		}
	}
	said(91, "9", "2019-03-01", "2019-03-01T12:00:00Z")
	said(92, "3", "2019-09-01", "2019-09-01T12:00:00Z")
	said(93, "12", "2019-06-01", "2020-08-01T12:00:00Z") // said too late
	said(94, "11", "2020-08-01", "2020-08-01T12:00:00Z")
	for term, want := range map[string]int{"2018-07-01": 5, "2019-01-01": 9, "2019-07-01": 5, "2020-01-01": 5, "2020-07-01": 11} {
		var got int
		if err := w.Owner.QueryRowContext(t.Context(), "SELECT app_statistics_fewest($1, $2::date)", principal, term).Scan(&got); err != nil || got != want {
			t.Errorf("%s: fewest %d, want %d: %v", term, got, want, err)
		}
	}
	w.events("goteborg", "plan-started", "2019-01-01", "ifo", "6-12", "sip", 8)
	w.events("goteborg", "plan-started", "2019-07-01", "ifo", "6-12", "sip", 8)
	w.As("asta").Get("/statistics?by=all").Want(200).Shows(`"from":"2019-07-01"`, `"fewest":5`).Hides(`"from":"2019-01-01"`)
}
