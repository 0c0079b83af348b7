package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// fake is a service that answers as told, one answer after the other, and remembers what it was asked.
type fake struct {
	*httptest.Server
	lock    sync.Mutex
	answers []reply
	asked   []ask
}

type reply struct {
	status       int
	media, body  string
	retryAfter   string
	redirectedTo string
}

type ask struct {
	method, path, body string
	header             http.Header
}

func newFake(t *testing.T, answers ...reply) *fake {
	t.Helper()
	f := &fake{answers: answers}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.lock.Lock()
		defer f.lock.Unlock()
		body, _ := io.ReadAll(r.Body)
		f.asked = append(f.asked, ask{r.Method, r.URL.Path, string(body), r.Header.Clone()})
		a := f.answers[min(len(f.asked), len(f.answers))-1]
		for name, v := range map[string]string{"Content-Type": a.media, "Retry-After": a.retryAfter, "Location": a.redirectedTo} {
			if v != "" {
				w.Header().Set(name, v)
			}
		}
		w.WriteHeader(a.status)
		_, _ = io.WriteString(w, a.body)
	}))
	t.Cleanup(f.Close)
	return f
}

// api gives a client of it that does not wait but counts the seconds.
func (f *fake) api(t *testing.T, tokens TokenSource) (*API, *[]time.Duration) {
	t.Helper()
	api, err := New(Options{Address: f.URL, Tokens: tokens})
	if err != nil {
		t.Fatal(err)
	}
	var waits []time.Duration
	api.Client.(*doer).wait = func(_ context.Context, d time.Duration) error { waits = append(waits, d); return nil }
	return api, &waits
}

const (
	aMe       = `{"kind":"staff","name":"Karin Lund","assignments":[]}`
	aKeyBody  = `{"id":"01995c3e-7a10-7c41-9a52-3f0b6d1e0a01","keys":[]}`
	aProblem  = `{"type":"https://samplan.example/problems/malformed-request","title":"Fel","status":400,"detail":"The request breaks the contract.","instance":"urn:uuid:1","code":"malformed-request","errors":[{"pointer":"/kid","code":"required"}]}`
	itProblem = "application/problem+json"
	itJSON    = "application/json; charset=UTF-8"
)

func TestCall(t *testing.T) {
	t.Parallel()
	f := newFake(t, reply{status: 200, media: itJSON, body: aMe})
	api, _ := f.api(t, Bearer("secret"))
	me, err := Read[Me](api.GetMe(t.Context(), nil))
	if err != nil || me.Name == nil || *me.Name != "Karin Lund" {
		t.Fatalf("%+v, %v", me, err)
	}
	got := f.asked[0]
	if got.path != "/v1/me" || got.header.Get("Authorization") != "Bearer secret" || len(got.header.Get("Traceparent")) != 55 || got.header.Get("Idempotency-Key") != "" {
		t.Errorf("%+v", got)
	}
	trace := "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"
	if _, err := Read[Me](api.GetMe(t.Context(), &GetMeParams{Traceparent: &trace})); err != nil || f.asked[1].header.Get("Traceparent") != trace {
		t.Errorf("the caller's own trace is not kept: %v %v", f.asked[1].header, err)
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer reply
		text   string
		code   ProblemCode
	}{
		"a problem":           {reply{status: 400, media: itProblem, body: aProblem}, "The request breaks the contract (400 malformed-request); /kid: required", ProblemCodeMalformedRequest},
		"a gateway's page":    {reply{status: 502, media: "text/html", body: "<h1>secret</h1>"}, "the answer is not the service's: 502 text/html", ""},
		"half a problem":      {reply{status: 500, media: itProblem, body: `{"status":5`}, "the answer is not the service's: 500", ""},
		"an empty problem":    {reply{status: 500, media: itProblem, body: `{}`}, "the answer is not the service's: 500", ""},
		"JSON that is none":   {reply{status: 200, media: itJSON, body: `{"kind":1}`}, "the answer is not the service's: ", ""},
		"a page for JSON":     {reply{status: 200, media: "text/html", body: "sign in"}, "the answer is not the service's: 200 text/html", ""},
		"a redirect":          {reply{status: 302, redirectedTo: "https://other.example/"}, "the answer is not the service's: 302", ""},
		"JSON without a name": {reply{status: 200, body: `{`}, "the answer is not the service's: 200", ""},
	} {
		f := newFake(t, c.answer)
		api, waits := f.api(t, nil)
		_, err := Read[Me](api.GetMe(t.Context(), nil))
		if err == nil || !strings.HasPrefix(err.Error(), c.text) || HasCode(err, c.code) != (c.code != "") {
			t.Errorf("%s: %v", name, err)
		}
		if len(*waits) != 0 || len(f.asked) != 1 || strings.Contains(fmt.Sprint(err), "secret") {
			t.Errorf("%s: asked %d times, %v", name, len(f.asked), err)
		}
	}
}

func TestBusy(t *testing.T) {
	t.Parallel()
	busy := func(status int, after string) reply {
		return reply{status: status, media: itProblem, body: aProblem, retryAfter: after}
	}
	done := reply{status: 200, media: itJSON, body: aKeyBody}
	add := func(api *API) error {
		_, err := Read[RegisteredClient](api.AddOwnClientKey(t.Context(), &AddOwnClientKeyParams{}, NewClientKey{Kid: "b", Kty: KeyTypeOKP}))
		return err
	}
	change := func(api *API) error {
		_, err := Read[ContactAddress](api.ChangeContactAddress(t.Context(), &ChangeContactAddressParams{}, ChangeContactAddressJSONRequestBody{}))
		return err
	}
	for name, c := range map[string]struct {
		do      func(*API) error
		answers []reply
		waits   []time.Duration
		fails   bool
	}{
		"once":                         {add, []reply{busy(429, "2"), done}, []time.Duration{2 * time.Second}, false},
		"twice":                        {add, []reply{busy(429, "2"), busy(503, "7"), done}, []time.Duration{2 * time.Second, 7 * time.Second}, false},
		"without a word of when":       {add, []reply{busy(503, ""), done}, []time.Duration{time.Second}, false},
		"with a word that is none":     {add, []reply{busy(503, "-5"), done}, []time.Duration{time.Second}, false},
		"for longer than anyone waits": {add, []reply{busy(503, "3600")}, nil, true},
		"for good":                     {add, []reply{busy(503, "1")}, []time.Duration{time.Second, time.Second}, true},
		"not busy":                     {add, []reply{busy(500, "1")}, nil, true},
		"a change, before it was done": {change, []reply{busy(429, "1"), done}, []time.Duration{time.Second}, false},
		"a change that may be done":    {change, []reply{busy(503, "1"), done}, nil, true},
	} {
		f := newFake(t, c.answers...)
		api, waits := f.api(t, Bearer("x"))
		if err := c.do(api); (err != nil) != c.fails {
			t.Errorf("%s: %v", name, err)
		}
		if fmt.Sprint(*waits) != fmt.Sprint(c.waits) || len(f.asked) != len(c.waits)+1 {
			t.Errorf("%s: waited %v, asked %d times", name, *waits, len(f.asked))
		}
		for _, a := range f.asked {
			if a.body != f.asked[0].body || a.body == "" || a.header.Get("Idempotency-Key") != f.asked[0].header.Get("Idempotency-Key") {
				t.Errorf("%s: another attempt is another request: %+v", name, a)
			}
			if a.method == http.MethodPost && len(a.header.Get("Idempotency-Key")) < 16 {
				t.Errorf("%s: a command without a key", name)
			}
		}
	}
}

func TestWaitingEnds(t *testing.T) {
	t.Parallel()
	f := newFake(t, reply{status: 503, media: itProblem, body: aProblem, retryAfter: "30"})
	api, err := New(Options{Address: f.URL})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Read[Me](api.GetMe(ctx, nil)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for address, fine := range map[string]bool{
		"https://api.samplan.example": true, "https://api.samplan.example/": true, "http://127.0.0.1:8080": true, "http://localhost:1": true,
		"http://[::1]:8080": true, "http://api.samplan.example": false, "http://127.0.0.1.example": false, "": false, "api.samplan.example": false,
		"https://api.samplan.example/v1": false, "https://u:p@api.samplan.example": false, "https://a.example?x=1": false, "ftp://127.0.0.1": false,
		"https://": false, "https://a.example#x": false,
	} {
		if _, err := New(Options{Address: address}); (err == nil) != fine {
			t.Errorf("%q: %v", address, err)
		}
	}
}
