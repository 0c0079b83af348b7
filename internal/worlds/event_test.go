package worlds

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSystemsInTwoWorlds: a system is told the same of two worlds that differ only in what the manager of its unit may not see, and
// what it is told is about what the oracle says that the unit sees.
func TestSystemsInTwoWorlds(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	told := 0
	for n, unit := range units {
		manager := slices.DeleteFunc(StaffOf(unit), func(r Reader) bool { return r.Role != "unit-manager" })
		if len(manager) == 0 {
			continue
		}
		seed := uint64(n + 1)
		a := New(Seed(seed), fmt.Sprint("events ", unit))
		b, _ := a.other(Seed(seed), manager[0], fmt.Sprint("events ", unit))
		if a.principal(unit, a.Day) == "" {
			continue // the unit has no place that day
		}
		system := a.systemOf(unit)
		b.systemOf(unit)
		found, at := p.differs(t, failing{a, b, system, feed(nil), nil})
		if at >= 0 {
			t.Errorf("%s: %s\none answer: %s\nthe other: %s", system.Key, found.path, found.inA, found.inB)
		}
		got := p.a.subjects(t.Context(), t, system)
		if diff := cmp.Diff(a.tells(manager[0]), got); diff != "" {
			t.Errorf("%s on %s (-oracle +told):\n%s", system.Key, a.Day, diff)
		}
		told += len(got["plan"]) + len(got["plan-request"])
	}
	if told == 0 {
		t.Error("nobody was told anything")
	}
}

// subjects reads the whole feed a few events at a time, and gives what it is about.
func (s *side) subjects(ctx context.Context, t *testing.T, r Reader) map[string][]string {
	t.Helper()
	all, cursor := map[string][]string{}, ""
	seen := map[string]bool{}
	for {
		h := httptest.NewRequest(http.MethodGet, "/v1/events?limit=7"+cursor, http.NoBody).WithContext(ctx)
		h.Header.Set("Authorization", "Bearer "+tokenOf(r))
		w := httptest.NewRecorder()
		s.ServeHTTP(w, h)
		var f struct {
			Events []struct {
				ID   string
				Data struct{ Resource, ID string }
			}
			Cursor string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &f); err != nil || w.Code != http.StatusOK {
			t.Fatalf("%d %s: %v", w.Code, w.Body, err)
		}
		for _, e := range f.Events {
			if seen[e.ID] {
				t.Errorf("event %s comes twice", e.ID)
			}
			seen[e.ID] = true
			if !slices.Contains(all[e.Data.Resource], e.Data.ID) {
				all[e.Data.Resource] = append(all[e.Data.Resource], e.Data.ID)
			}
		}
		if len(f.Events) == 0 {
			break
		}
		cursor = "&cursor=" + f.Cursor
	}
	only := map[string][]string{}
	for _, resource := range []string{"plan", "meeting", "plan-request"} {
		slices.Sort(all[resource])
		only[resource] = all[resource]
	}
	return only
}

// tells gives what the unit of a manager sees of what events are about.
func (w *World) tells(manager Reader) map[string][]string {
	all := map[string][]string{"plan": nil, "meeting": nil, "plan-request": nil}
	for _, p := range w.Plans {
		if !w.SeesPlan(manager, p) {
			continue
		}
		all["plan"] = append(all["plan"], p.ID.String())
		for _, m := range w.Meetings {
			if m.Plan == p.ID {
				all["meeting"] = append(all["meeting"], m.ID.String())
			}
		}
	}
	for _, q := range w.Requests {
		if w.SeesRequest(manager, q) {
			all["plan-request"] = append(all["plan-request"], q.ID.String())
		}
	}
	for _, ids := range all {
		slices.Sort(ids)
	}
	return all
}
