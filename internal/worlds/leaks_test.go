package worlds

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// leak sits in front of a server and lets something through that it knows from the database's owner.
type leak struct {
	name, operation string
	tell            func(t *testing.T, s *side, plan string, h http.Header, body object)
}

// leaks are those that are planted: each has been a real one in other systems.
var leaks = []leak{
	{"a count of hidden rows", "ListPlans", func(t *testing.T, s *side, _ string, _ http.Header, body object) {
		t.Helper()
		meta, ok := body["_meta"].(object)
		if ok {
			meta["totalRecords"] = s.number(t, "SELECT count(*) FROM plan")
		}
	}},
	{"a version that hidden items are part of", "GetPlan", func(t *testing.T, s *side, plan string, h http.Header, _ object) {
		t.Helper()
		newest, err := json.Marshal(s.number(t, "SELECT coalesce(max(version), 0) + count(*) FROM item WHERE plan_id = $1", plan))
		if err != nil {
			t.Fatal(err)
		}
		h.Set("ETag", `"`+string(newest)+`"`)
	}},
	{"a time at which hidden items were changed", "GetPlan", func(t *testing.T, s *side, plan string, _ http.Header, body object) {
		t.Helper()
		body["updatedAt"] = s.number(t, "SELECT coalesce(extract(epoch FROM max(created_on)), 0) + coalesce(sum(version), 0) FROM item WHERE plan_id = $1", plan)
	}},
}

func (s *side) number(t *testing.T, question string, args ...any) float64 {
	t.Helper()
	var n float64
	if err := s.Owner.QueryRowContext(t.Context(), question, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// before puts the leak in front of a server, and gives what takes it away again.
func (l *leak) before(t *testing.T, s *side) (mend func()) {
	t.Helper()
	next := s.Handler
	s.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		held := httptest.NewRecorder()
		next.ServeHTTP(held, r)
		var body object
		if held.Code == http.StatusOK && json.Unmarshal(held.Body.Bytes(), &body) == nil {
			l.tell(t, s, strings.TrimPrefix(r.URL.Path, "/v1/plans/"), held.Header(), body)
			held.Body = bytes.NewBufferString(text(body))
		}
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
	for _, l := range leaks {
		const most = 15
		caught := false
		for seed := uint64(1); seed <= most && !caught; seed++ {
			found := p.try(t, seed, &l)
			if caught = len(found) > 0; caught {
				t.Logf("%s: caught in world %d by %s %s", l.name, seed, found[0].method, found[0].path)
			}
		}
		if !caught {
			t.Errorf("%s: not caught in %d worlds", l.name, most)
		}
	}
}
