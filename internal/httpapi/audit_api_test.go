package httpapi_test

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// entry is one entry of the log.
type entry struct {
	operation, outcome, kind string
	person, assignment, unit sql.NullString
	objects                  int
	text                     string
}

func (w *town) entries() int { return w.count("SELECT count(*) FROM audit_entry") }

func (w *town) newest() (e entry) {
	err := w.Owner.QueryRowContext(w.t.Context(), `SELECT operation, outcome, actor_kind, person_id, assignment_id, unit_id, cardinality(objects), to_jsonb(a)::text
	  FROM audit_entry a ORDER BY xid DESC LIMIT 1`).Scan(&e.operation, &e.outcome, &e.kind, &e.person, &e.assignment, &e.unit, &e.objects, &e.text)
	if err != nil {
		w.t.Fatal(err)
	}
	return e
}

// TestAuditIsComplete sends every operation with every outcome: each writes exactly one entry, which says who, under
// which assignment, what and how it ended, and nothing of what was said (S15).
func TestAuditIsComplete(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for n, s := range w.samples {
		if s.isPublic() {
			before := w.entries()
			s.send(w.As(""), "", nil).Want(200)
			if w.entries() != before {
				t.Errorf("%s concerns nobody and wrote an entry", s.name)
			}
			continue
		}
		other, broken := "amir", s.path()+"?"+canary+"=1"
		if isClient(s.who) || demo.Find(s.who).Kind != "staff" {
			other = "karin"
		}
		w.wantEntry(t, s, "nobody", "unauthenticated", 401, s.path(), nil)
		w.wantEntry(t, s, s.who, "malformed-request", 400, broken, nil)
		if s.name != "GetMe" {
			w.wantEntry(t, s, other, "denied", 403, s.path(), nil)
		}
		if len(s.madeUpIDs()) > 0 {
			w.wantEntry(t, s, s.who, "not-found", 404, s.at(s.madeUpIDs()), []string{"If-Match", `"1"`})
		}
		if other == "amir" && s.name != "GetMe" {
			w.wantEntry(t, s, "tove", "assignment-required", 400, s.path(), nil)
		}
		w.wantEntry(t, s, s.who, "done", 0, s.path(), s.headers(w.As(s.who), fmt.Sprintf("audit-key-%d", n)))
	}
}

// madeUpIDs names made-up objects in place of the sample's.
func (s sample) madeUpIDs() map[string]string {
	all := map[string]string{}
	for _, name := range s.operation.ids() {
		all[name] = madeUp
	}
	if len(all) > 0 {
		all["number"], all["other"], all["year"] = "1", "1", "2019"
	}
	return all
}

func (w *town) wantEntry(t *testing.T, s sample, who, outcome string, status int, path string, headers []string) {
	t.Helper()
	before := w.entries()
	a := w.As(who).Send(s.method, path, s.or(nil), append(append([]string{"Idempotency-Key", "audit-key"}, s.media()...), headers...)...)
	if status != a.Status && (status != 0 || a.Status >= 300) {
		t.Errorf("%s as %s: want %s, got %d %s", s.name, who, outcome, a.Status, a.Body)
		return
	}
	if n := w.entries() - before; n != 1 {
		t.Errorf("%s, %s: %d entries", s.name, outcome, n)
		return
	}
	e := w.newest()
	if e.operation != s.name || e.outcome != outcome {
		t.Errorf("%s, %s: the log says %s %s", s.name, outcome, e.operation, e.outcome)
	}
	w.wantActor(t, s, who, e)
	for _, word := range []string{canary, "Milo", "Haddad", demo.Find("milo").Number} {
		if strings.Contains(e.text, word) {
			t.Errorf("%s, %s: the log says %q: %s", s.name, outcome, word, e.text)
		}
	}
	if outcome == "done" && e.objects == 0 && !concernsNobody(s) {
		t.Errorf("%s: the log names no object: %s", s.name, e.text)
	}
}

// concernsNobody: the directory is public, a look at oneself opens nothing, a document that is only checked is not kept, and
// numbers alone are about no thing.
func concernsNobody(s sample) bool {
	at := s.at(nil)
	return slices.Contains([]string{"GetMe", "CheckRoutineProfile", "ListSurveyResults", "ListStatistics", "ListIndicators", "GetStatisticsExport"}, s.name) || strings.HasSuffix(at, "/request-receivers") ||
		strings.HasPrefix(at, "/principals") || strings.HasPrefix(at, "/units") || s.method == "GET" && strings.HasPrefix(at, "/collaboration-groups")
}

// wantActor checks who the log says it was. Whoever could not be identified is nobody.
func (w *town) wantActor(t *testing.T, s sample, who string, e entry) {
	t.Helper()
	if who == "nobody" {
		if e.kind != "unknown" || e.person.Valid || e.assignment.Valid || e.unit.Valid {
			t.Errorf("%s: the log makes somebody up: %s", s.name, e.text)
		}
		return
	}
	if isClient(who) {
		if e.kind != "client" || e.person.Valid || e.assignment.Valid || e.unit.Valid {
			t.Errorf("%s as %s: the log says %s", s.name, who, e.text)
		}
		return
	}
	p := demo.Find(who)
	switch {
	case p.Kind != "staff":
		if e.kind != "citizen" || e.person.String != w.citizen(who) || e.unit.Valid {
			t.Errorf("%s as %s: the log says %s", s.name, who, e.text)
		}
	case e.kind != "staff" || e.person.String != p.PersonID().String():
		t.Errorf("%s as %s: the log says %s", s.name, who, e.text)
	case len(p.Posts) == 1 && (e.assignment.String != p.AssignmentID(p.Posts[0].Unit).String() || e.unit.String != demo.UnitID(p.Posts[0].Unit).String()):
		t.Errorf("%s as %s: the log has another assignment: %s", s.name, who, e.text)
	}
}

// citizen gives the id of a guardian or child, as the county's services have made it.
func (w *town) citizen(key string) (id string) {
	if err := w.Owner.QueryRowContext(w.t.Context(), "SELECT person_id FROM person_identifier WHERE value = $1", demo.Find(key).Number).Scan(&id); err != nil {
		w.t.Fatal(err)
	}
	return id
}

// TestAuditIsOnlyAdded: neither the server's role nor the sealer's can change, remove or empty what is written.
func TestAuditIsOnlyAdded(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	for _, role := range []string{"samplan_app", "samplan_sealer", "samplan_fence", "samplan_owner"} {
		for _, statement := range []string{
			"UPDATE audit_entry SET outcome = 'done'", "DELETE FROM audit_entry", "TRUNCATE audit_entry",
		} {
			tx, err := api.Owner.BeginTx(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := tx.ExecContext(t.Context(), "SET LOCAL ROLE "+role); err != nil {
				t.Fatal(err)
			}
			if _, err := tx.ExecContext(t.Context(), statement); err == nil {
				t.Errorf("%s may %s", role, statement)
			}
			if err := tx.Rollback(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestNoLogNoAnswer: what cannot be written in the log is not answered, neither data nor a refusal (F9).
func TestNoLogNoAnswer(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	headers := map[string][]string{}
	for _, s := range w.samples {
		headers[s.name] = s.headers(w.As(s.who), "no-log-no-answer")
	}
	w.exec(`CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '` + canary + `'; END $$`)
	w.exec(`CREATE TRIGGER is_full BEFORE INSERT ON audit_entry EXECUTE FUNCTION is_full()`)
	rows := w.rows()
	for _, s := range w.samples {
		if s.isPublic() {
			continue
		}
		for _, who := range []string{s.who, "nobody"} {
			a := w.As(who).Send(s.method, s.path(), s.or(nil), headers[s.name]...).Refused(503, "unavailable").Hides(inside...)
			if a.Header.Get("Retry-After") == "" || a.ETag() != "" || a.Header.Get("Location") != "" {
				t.Errorf("%s: headers %v", s.name, a.Header)
			}
		}
	}
	w.wantRows(t, rows)
}
