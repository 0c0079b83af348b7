package httpapi

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/access"
)

func TestAddresses(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for _, target := range []string{
		"/", "/v1", "/v1/", "/v1/goals/", "/v1/goals/" + aGoal + "/", "/v1/goals/" + aGoal + "/x", "/v1/goals/" + aGoal + "%2Fx",
		"/v1/go%61ls/" + aGoal, "/v1/goals/%30" + aGoal[1:], "/v1/goals/" + aGoal + "%00", "/V1/goals/" + aGoal, "//v1/goals/" + aGoal,
		"/v1/../v1/goals/" + aGoal, "/v1/goals/..%2f" + aGoal, "/v2/goals/" + aGoal, "/goals/" + aGoal, "/docs/", "/debug/pprof/", "/metrics",
		"/.git/config", "/v1/goals/" + aGoal + ".json",
	} {
		w := f.ask(http.MethodGet, target, "")
		if strings.HasSuffix(target, ".json") {
			wantProblem(t, w, 400, "malformed-request")
			continue
		}
		wantProblem(t, w, 404, "not-found")
	}
	if f.handlers.calls != 0 {
		t.Error("an address reached a handler")
	}
}

func TestMethods(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for method, target := range map[string]string{
		"DELETE": "/v1/goals/" + aGoal, "PATCH": "/v1/goals/" + aGoal, "HEAD": "/v1/goals/" + aGoal, "OPTIONS": "/v1/goals/" + aGoal,
		"TRACE": "/v1/goals/" + aGoal, "CONNECT": "/v1/goals/" + aGoal, "POST": "/v1/goals/" + aGoal, "BREW": "/v1/goals/" + aGoal,
		"get": "/v1/goals/" + aGoal,
	} {
		w := f.ask(method, target, "")
		wantProblem(t, w, 405, "method-not-allowed")
		if allow := w.Header().Get("Allow"); allow != "GET, PUT" {
			t.Errorf("%s: Allow is %q", method, allow)
		}
	}
	for _, target := range []string{"/docs", "/health/live", "/health/ready", "/openapi.yaml", "/v1/openapi.yaml"} {
		wantProblem(t, f.ask(http.MethodPost, target, ""), 405, "method-not-allowed")
	}
}

// TestOperationsAreTheContract keeps three lists equal: the contract, access.Operations and the routes that run.
func TestOperationsAreTheContract(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	var written, running []string
	for path, item := range f.contract.document.Paths.Map() {
		for method, o := range item.Operations() {
			written = append(written, method+" "+f.contract.prefix+path)
			info, ok := access.Operations[o.OperationID]
			takesKey := slices.ContainsFunc(f.contract.operations[o.OperationID].params, isKey)
			if !ok || info.Command != takesKey {
				t.Errorf("%s: in access.Operations %v, command %v, takes a key %v", o.OperationID, ok, info.Command, takesKey)
			}
		}
	}
	beside := []string{"/docs", "/openapi.yaml", "/v1/openapi.yaml", "/health/live", "/health/ready", "/oauth/token", "/.well-known/oauth-authorization-server"}
	for _, r := range f.echo.Routes() {
		if !slices.Contains(beside, r.Path) {
			running = append(running, r.Method+" "+templateOf(r.Path))
		}
	}
	slices.Sort(written)
	slices.Sort(running)
	if !slices.Equal(written, running) {
		t.Errorf("contract\n%v\nroutes\n%v", written, running)
	}
	if len(written) != len(access.Operations) {
		t.Errorf("the contract has %d operations, access knows %d", len(written), len(access.Operations))
	}
}

func templateOf(path string) string {
	var parts []string
	for _, p := range strings.Split(path, "/") {
		if name, ok := strings.CutPrefix(p, ":"); ok {
			p = "{" + name + "}"
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, "/")
}

// TestAnUnlistedOperationIsAbsent is the first net: what access does not know has no route.
func TestAnUnlistedOperationIsAbsent(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) {
		o.Operations = maps.Clone(o.Operations)
		delete(o.Operations, "GetGoal")
	})
	made := f.ask(http.MethodGet, "/v1/made-up", "").Body.String()
	got := f.ask(http.MethodGet, "/v1/goals/"+aGoal, "")
	wantProblem(t, got, 404, "not-found")
	if len(got.Body.String()) != len(made) || f.handlers.calls != 0 || len(f.door.served) != 0 {
		t.Errorf("an unlisted operation differs from a made-up one: %s %s", got.Body, made)
	}
}

func TestWhoNeedsNoTokenIsSaidTwice(t *testing.T) {
	t.Parallel()
	doc, err := contractDocument()
	if err != nil {
		t.Fatal(err)
	}
	for name, public := range map[string]bool{"GetGoal": true, "GetApiInfo": false} {
		if _, err := newContract(doc, map[string]access.Operation{name: {Public: public}}); err == nil {
			t.Errorf("%s with public %v was taken", name, public)
		}
	}
}

func TestOptionsAreRequired(t *testing.T) {
	t.Parallel()
	if _, err := New(Options{}); err == nil {
		t.Error("a server without a door was built")
	}
}

func isKey(p *openapi3.Parameter) bool { return p.Name == keyHeader }
