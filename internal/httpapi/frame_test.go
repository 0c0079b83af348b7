package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"samplan/internal/httpapi/wire"
)

// TestEveryAnswerCarriesTheFrame, whoever gave it: a handler, a step, the router.
func TestEveryAnswerCarriesTheFrame(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for _, c := range []struct {
		method, target, body string
		status               int
	}{
		{"POST", "/v1/plans/" + aPlan + "/goals", goalBody, 201},
		{"POST", "/v1/plans/" + aPlan + "/goals", `{}`, 400},
		{"GET", "/v1/api-info", "", 200},
		{"GET", "/v1/nothing-here", "", 404},
		{"DELETE", "/v1/goals/" + aGoal, "", 405},
		{"GET", "/v1/me", "", 500},
		{"GET", "/health/live", "", 200},
		{"GET", "/docs", "", 200},
		{"GET", "/openapi.yaml", "", 200},
	} {
		h := f.ask(c.method, c.target, c.body).Result()
		_ = h.Body.Close()
		for name, want := range map[string]string{
			"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Strict-Transport-Security": "max-age=31536000; includeSubDomains", "Server": "", "X-Powered-By": "",
		} {
			if got := h.Header.Get(name); got != want {
				t.Errorf("%s %s: %s is %q, want %q", c.method, c.target, name, got, want)
			}
		}
		policy := h.Header.Get("Content-Security-Policy")
		if h.StatusCode != c.status || !strings.HasPrefix(policy, "default-src 'none'") || !isTrace(h.Header.Get("traceparent")) {
			t.Errorf("%s %s: got %d, policy %q, trace %q", c.method, c.target, h.StatusCode, policy, h.Header.Get("traceparent"))
		}
	}
}

func TestTheTraceGoesThrough(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	const trace = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"
	if got := f.addGoal(goalBody, header("traceparent", trace)).Header().Get("traceparent"); got != trace {
		t.Errorf("want the trace that was sent, got %q", got)
	}
	w := f.addGoal(goalBody, header("traceparent", canary))
	if got := w.Header().Get("traceparent"); w.Code != 201 || got == canary || !isTrace(got) {
		t.Errorf("a broken trace is begun anew, got %d %q", w.Code, got)
	}
	if !strings.Contains(f.log.String(), trace) {
		t.Error("the log should name the trace")
	}
}

func TestRequestIDsAreOurOwn(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	seen := map[string]bool{}
	for range 3 {
		chosen := header("X-Request-Id", "0190163d-8694-739b-aea5-966c26f8ad90")
		seen[wantProblem(t, f.ask("GET", "/v1/none", "", chosen), 404, "not-found").Instance] = true
	}
	if len(seen) != 3 || seen["urn:uuid:0190163d-8694-739b-aea5-966c26f8ad90"] {
		t.Errorf("want three ids of our own, got %v", seen)
	}
}

func TestTheAccessLogIsClosed(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	secret := func(r *http.Request) {
		r.Header.Set("User-Agent", canary)
		r.Header.Set("Authorization", "Bearer "+canary)
	}
	f.addGoal(goalWith(canary), secret)
	f.ask("GET", "/v1/goals/"+canary+"?"+canary+"="+canary, "", secret)
	f.ask("GET", "/"+canary, "", secret)
	f.ask(canary, "/v1/goals/"+aGoal, "", secret)
	f.ask("GET", "/v1/plans?status="+canary, "", func(r *http.Request) { r.Header.Set("Authorization", "Bearer bad"+canary) })
	if strings.Contains(f.log.String(), canary) {
		t.Errorf("the log repeats what was sent: %s", f.log)
	}
	var routes []string
	for line := range strings.Lines(f.log.String()) {
		var entry map[string]any
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatal(err)
		}
		if entry["msg"] != "request" {
			continue
		}
		routes = append(routes, entry["method"].(string)+" "+entry["route"].(string))
		want := []string{"bytes", "durationMs", "level", "method", "msg", "requestId", "route", "status", "time", "trace"}
		if got := slices.Sorted(maps.Keys(entry)); !slices.Equal(got, want) {
			t.Errorf("want the keys %v, got %v", want, got)
		}
	}
	want := []string{"POST /v1/plans/{planId}/goals", "GET /v1/goals/{goalId}", "GET none", "other /v1/goals/:goalId", "GET /v1/plans"}
	if !slices.Equal(routes, want) {
		t.Errorf("want routes %q, got %q", want, routes)
	}
}

func TestPanicsTellNothing(t *testing.T) {
	t.Parallel()
	for name, v := range map[string]any{"text": canary, "error": errors.New(canary), "struct": struct{ name string }{canary}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error { panic(v) }
			p := wantProblem(t, f.addGoal(goalBody), 500, "internal")
			log := f.log.String()
			if strings.Contains(log, canary) {
				t.Errorf("the log repeats the panic's value: %s", log)
			}
			if !strings.Contains(log, "frame_test.go") || !strings.Contains(log, strings.TrimPrefix(p.Instance, "urn:uuid:")) {
				t.Errorf("the log should tell where, and for which request: %s", log)
			}
		})
	}
}

func TestRuntimePanicsTellWhy(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error {
		list := make([]int, 1)
		list[len(aKey)] = 1
		return nil
	}
	wantProblem(t, f.addGoal(goalBody), 500, "internal")
	if !strings.Contains(f.log.String(), "index out of range") {
		t.Errorf("the log should tell the runtime's reason: %s", f.log)
	}
}

func TestOverload(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.Limits.InFlight = 1 })
	f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error {
		w := f.ask("GET", "/v1/goals/"+aGoal, "")
		wantProblem(t, w, 503, "unavailable")
		if w.Header().Get("Retry-After") != "1" {
			t.Error("want Retry-After")
		}
		wantStatus(t, f.ask("GET", "/health/live", "").Code, 200, "health is not an operation")
		return nil
	}
	wantStatus(t, f.addGoal(goalBody).Code, 201, "the first one")
	wantStatus(t, f.ask("GET", "/v1/goals/"+aGoal, "").Code, 200, "after it")
	if len(f.door.refused) != 0 {
		t.Error("what is refused for load must not load the database")
	}
}
