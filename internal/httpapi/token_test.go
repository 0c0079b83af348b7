package httpapi

import (
	"net/http"
	"strings"
	"testing"

	"samplan/internal/fault"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	const none, invalid = `Bearer realm="samplan"`, `Bearer realm="samplan", error="invalid_token"`
	for name, c := range map[string]struct {
		headers   []string
		challenge string
	}{
		"as it should be":  {[]string{"Bearer karin"}, ""},
		"in small letters": {[]string{"bearer karin"}, ""},
		"none":             {nil, none},
		"empty":            {[]string{""}, invalid},
		"no token":         {[]string{"Bearer "}, invalid},
		"scheme alone":     {[]string{"Bearer"}, invalid},
		"another scheme":   {[]string{"Basic karin"}, invalid},
		"two":              {[]string{"Bearer karin", "Bearer karin"}, invalid},
		"refused":          {[]string{"Bearer bad" + canary}, invalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			w := f.addGoal(goalBody, header("Authorization", c.headers...))
			if c.challenge == "" {
				wantStatus(t, w.Code, 201, w.Body.String())
				return
			}
			wantProblem(t, w, 401, "unauthenticated")
			wantRefused(t, f, fault.CodeUnauthenticated)
			if got := w.Header().Get("WWW-Authenticate"); got != c.challenge {
				t.Errorf("want %q, got %q", c.challenge, got)
			}
		})
	}
}

func TestTheCauseOfARefusalIsLoggedOnce(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	p := wantProblem(t, f.addGoal(goalBody, header("Authorization", "Bearer bad")), 401, "unauthenticated")
	log := f.log.String()
	if strings.Count(log, errBadToken.Error()) != 1 || !strings.Contains(log, strings.TrimPrefix(p.Instance, "urn:uuid:")) {
		t.Errorf("want the cause once, with the request's id: %s", log)
	}
}

// TestAStrangerIsAnsweredFirst: who is unknown learns nothing of the contract's opinion and does not make us read.
func TestAStrangerIsAnsweredFirst(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	stranger := header("Authorization")
	wantProblem(t, f.addGoal("\xff", stranger), 401, "unauthenticated")
	wantProblem(t, f.ask(http.MethodGet, "/v1/goals/x", "", stranger), 401, "unauthenticated")
}

func TestPublicOperationsNeedNoToken(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	w := f.ask(http.MethodGet, "/v1/api-info", "", header("Authorization"))
	wantStatus(t, w.Code, 200, w.Body.String())
	wantStatus(t, f.ask(http.MethodGet, "/v1/api-info", "", header("Authorization", "Bearer bad")).Code, 200, "nor look at one")
	wantProblem(t, f.ask(http.MethodGet, "/v1/api-info?x=1", "", header("Authorization")), 400, "malformed-request")
	if len(f.door.served)+len(f.door.refused) != 0 {
		t.Error("a public operation concerns nobody")
	}
}
