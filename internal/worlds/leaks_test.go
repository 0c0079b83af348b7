package worlds

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

// leak sits in front of a server and lets something through by which two worlds, or what is hidden and what is not there,
// are told apart.
type leak struct {
	name, operation string
	tell            func(t *testing.T, s *side, q *http.Request, held *httptest.ResponseRecorder)
	hasNothing      bool // it shows by comparison with an id that nothing has
}

// leaks are those that are planted: each has been a real one in other systems (quality, 4). What the
// database itself keeps apart is loosened in internal/store/scope_planted_test.go. The other classes have tests of their
// own; internal/arch/requirements.tsv names them.
var leaks = []leak{
	{name: "totals that count hidden rows", operation: "ListPlans", tell: inBody(func(t *testing.T, s *side, _ string, body object) {
		t.Helper()
		if meta, ok := body["_meta"].(object); ok {
			meta["totalRecords"] = s.ask1(t, "SELECT count(*)::text FROM plan")
		}
	})},
	{name: "list and single read differ", operation: "ListPlans", tell: inBody(func(t *testing.T, s *side, _ string, body object) {
		t.Helper()
		body["plans"] = s.ask1(t, "SELECT string_agg(status, ' ' ORDER BY created_at) FROM plan")
	})},
	{name: "an ETag that hidden items are part of", operation: "GetPlan", tell: func(t *testing.T, s *side, q *http.Request, held *httptest.ResponseRecorder) {
		t.Helper()
		held.Header().Set("ETag", `"`+s.ask1(t, "SELECT (coalesce(max(version), 0) + count(*))::text FROM item WHERE plan_id = $1", ofPlan(q))+`"`)
	}},
	{name: "a time at which hidden items were changed", operation: "GetPlan", tell: inBody(func(t *testing.T, s *side, plan string, body object) {
		t.Helper()
		body["updatedAt"] = s.ask1(t, "SELECT (max(created_on) + sum(version)::int)::text FROM item WHERE plan_id = $1", plan)
	})},
	{name: "an export past the rule", operation: "GetVersion", tell: inBody(func(t *testing.T, s *side, plan string, body object) {
		t.Helper()
		body["text"] = s.ask1(t, `SELECT string_agg(z.body, ' ' ORDER BY z.body) FROM plan_version_item z JOIN item i ON i.id = z.item_id
		  WHERE i.plan_id = $1`, plan)
	})},
	{name: "the notes of a predecessor", operation: "GetPlan", tell: inBody(func(t *testing.T, s *side, plan string, body object) {
		t.Helper()
		body["notes"] = s.ask1(t, "SELECT string_agg(body, ' ' ORDER BY body) FROM item WHERE plan_id = $1 AND kind = 'note'", plan)
	})},
	{name: "rules that overlap show a field that each hides", operation: "GetConsent", tell: inBody(func(t *testing.T, s *side, consent string, body object) {
		t.Helper()
		body["scopes"] = s.ask1(t, `SELECT count(*)::text FROM consent_scope s JOIN consent c ON c.id = s.consent_id
		  WHERE c.child_id = (SELECT child_id FROM consent WHERE id = $1)`, consent)
	})},
	{name: "a search that knows more", operation: "FindChild", tell: inBody(func(t *testing.T, s *side, _ string, body object) {
		t.Helper()
		body["cases"] = s.ask1(t, "SELECT count(*)::text FROM case_file")
	})},
	{name: "existence through the status", operation: "GetPlan", hasNothing: true, tell: func(t *testing.T, s *side, q *http.Request, held *httptest.ResponseRecorder) {
		t.Helper()
		if held.Code == http.StatusNotFound && s.ask1(t, "SELECT id::text FROM plan WHERE id = $1", ofPlan(q)) != "" {
			held.Code = http.StatusForbidden
		}
	}},
	{name: "the target of a write shows whether it exists", operation: "AddParty", hasNothing: true, tell: func(t *testing.T, s *side, q *http.Request, held *httptest.ResponseRecorder) {
		t.Helper()
		if held.Code == http.StatusNotFound && s.ask1(t, "SELECT id::text FROM plan WHERE id = $1", ofPlan(q)) != "" {
			held.Code = http.StatusConflict
		}
	}},
}

// inBody tells something in the answer's body, when it is one.
func inBody(tell func(*testing.T, *side, string, object)) func(*testing.T, *side, *http.Request, *httptest.ResponseRecorder) {
	return func(t *testing.T, s *side, q *http.Request, held *httptest.ResponseRecorder) {
		t.Helper()
		var body object
		if held.Code != http.StatusOK || json.Unmarshal(held.Body.Bytes(), &body) != nil {
			return
		}
		tell(t, s, ofPlan(q), body)
		held.Body.Reset()
		held.Body.WriteString(text(body))
	}
}

// ofPlan is the first id in a request's path.
func ofPlan(q *http.Request) string { return anID.FindString(q.URL.Path) }

// ask1 asks the database's owner for one text.
func (s *side) ask1(t *testing.T, question string, args ...any) string {
	t.Helper()
	var answer sql.NullString
	if err := s.Owner.QueryRowContext(t.Context(), question, args...).Scan(&answer); err != nil && !errors.Is(err, sql.ErrNoRows) {
		t.Fatal(err)
	}
	return answer.String
}

// before puts the leak in front of a server, and gives what takes it away again.
func (l *leak) before(t *testing.T, s *side) (mend func()) {
	t.Helper()
	next := s.Handler
	s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		held := httptest.NewRecorder()
		next.ServeHTTP(held, r)
		l.tell(t, s, r, held)
		for name, values := range held.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(held.Code)
		_, _ = w.Write(held.Body.Bytes()) // a recorder takes everything
	})
	return func() { s.Handler = next }
}

// TestPlantedLeaksAreCaught: the runner finds each leak within a few worlds, by the operation that has it.
func TestPlantedLeaksAreCaught(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	for _, l := range leaks[:len(leaks)-1] {
		if table[l.operation].phase != reads {
			t.Fatalf("%s: what can change anything stands last", l.name)
		}
	}
	const most = 120
	left := leaks
	for seed := uint64(1); seed <= most && len(left) > 0; seed++ {
		left = p.uncaught(t, seed, left)
	}
	for _, l := range left {
		t.Errorf("%s: not caught in %d worlds", l.name, most)
	}
}

// uncaught plants each leak into the same two worlds, and gives those that nobody would have noticed. The last of the leaks alone
// lets anything be changed, so the others are asked of worlds that are as they were saved.
func (p *pair) uncaught(t *testing.T, seed uint64, planted []leak) []leak {
	t.Helper()
	all := p.draw(t, seed, operationsWith(planted)...)
	shared := sharedIDs(all.a, all.r)
	p.a.live(t, all.a, shared)
	p.b.live(t, all.b, shared)
	return where(planted, func(l leak) bool {
		f := failing{all.a, all.b, all.r, where(all.asked, func(q request) bool { return q.operation == l.operation }), &l}
		p.a.forget(shared)
		p.b.forget(shared)
		found, at := p.compare(t, f, shared)
		if at >= 0 {
			t.Logf("%s: caught in world %d by %s %s", l.name, seed, found.method, found.path)
		}
		return at < 0
	})
}

func operationsWith(planted []leak) []string {
	all := make([]string, len(planted))
	for n, l := range planted {
		all[n] = l.operation
	}
	return all
}
