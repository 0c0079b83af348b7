package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/session"
)

const (
	aPlan    = "01995c3e-7a10-7c41-9a52-3f0b6d1e0d01"
	aGoal    = "01995c3e-7a10-7c41-9a52-3f0b6d1e0e01"
	aKey     = "7f6f2c1e-plan-0001"
	goalBody = `{"text":"Lo går till skolan","horizon":"long"}`
	canary   = "KANARIE"
)

var frameNow = time.Date(2026, 3, 2, 23, 30, 0, 0, time.UTC) // already the next day in Sweden

// testFrame is a server around handlers, a door and an issuer that do as a test says.
type testFrame struct {
	*Server
	door     *frameDoor
	handlers *frameHandlers
	log      *lockedBuffer
}

func newFrame(t *testing.T, changes ...func(*Options)) *testFrame {
	t.Helper()
	f := &testFrame{door: &frameDoor{}, handlers: &frameHandlers{}, log: &lockedBuffer{}}
	o := Options{
		Handlers: f.handlers, Door: f.door, Verifier: frameVerifier{}, Operations: access.Operations,
		May: func(access.Actor, string) bool { return true }, Now: func() time.Time { return frameNow },
		Logger: slog.New(slog.NewJSONHandler(f.log, nil)), BaseURL: "https://api.samplan.example",
		ValidateResponses: func(err error) { t.Errorf("%v", err) },
	}
	for _, change := range changes {
		change(&o)
	}
	var err error
	if f.Server, err = New(o); err != nil {
		t.Fatal(err)
	}
	return f
}

// ask sends a request as Karin, whose token is good; changes may say otherwise.
func (f *testFrame) ask(method, target, body string, changes ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	if body != "" {
		r = httptest.NewRequest(method, target, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Idempotency-Key", aKey)
	}
	r.Header.Set("Authorization", "Bearer karin")
	for _, change := range changes {
		change(r)
	}
	w := httptest.NewRecorder()
	f.ServeHTTP(w, r)
	return w
}

func (f *testFrame) addGoal(body string, changes ...func(*http.Request)) *httptest.ResponseRecorder {
	return f.ask(http.MethodPost, "/v1/plans/"+aPlan+"/goals", body, changes...)
}

func header(name string, values ...string) func(*http.Request) {
	return func(r *http.Request) { r.Header[http.CanonicalHeaderKey(name)] = values }
}

// wantProblem checks a problem document and that nothing of the request is in it.
func wantProblem(t *testing.T, w *httptest.ResponseRecorder, status int, code string, fields ...problemField) problemBody {
	t.Helper()
	var p problemBody
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("want a problem document, got %d %s", w.Code, w.Body)
	}
	if w.Code != status || p.Status != status || p.Code != code || w.Header().Get("Content-Type") != mediaProblem {
		t.Fatalf("want %d %s, got %d %s", status, code, w.Code, w.Body)
	}
	if p.Type != problemType+code || p.Title == "" || p.Detail == "" || !strings.HasPrefix(p.Instance, "urn:uuid:0") {
		t.Errorf("problem lacks a part: %s", w.Body)
	}
	if fields != nil && !slices.Equal(p.Errors, fields) {
		t.Errorf("want fields %v, got %v", fields, p.Errors)
	}
	if strings.Contains(w.Body.String(), canary) {
		t.Errorf("the problem repeats what was sent: %s", w.Body)
	}
	return p
}

// frameVerifier knows every token but those that begin with "bad".
type frameVerifier struct{}

var errBadToken = errors.New("signature does not match")

func (frameVerifier) Verify(_ context.Context, raw string) (session.Credentials, error) {
	if strings.HasPrefix(raw, "bad") {
		return session.Credentials{}, fault.Wrap(fault.CodeUnauthenticated, errBadToken)
	}
	return session.Credentials{Kind: session.Staff, Issuer: "https://idp.example", Subject: raw}, nil
}

type frameRefusal struct {
	request session.Request
	code    fault.Code
}

// frameDoor remembers what it was told, and opens unless a test says otherwise.
type frameDoor struct {
	serve  func(ctx context.Context, r session.Request, work func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error)
	refuse func(ctx context.Context) error
	ready  func(ctx context.Context) error

	lock    sync.Mutex
	served  []session.Request
	refused []frameRefusal
}

var karin = access.NewStaff(somebody(), "Karin", access.Post{}, civil.Of(frameNow), id.Request{})

func somebody() (p id.Person) {
	fresh(&p)
	return p
}

func (d *frameDoor) Serve(
	ctx context.Context, r session.Request, work func(context.Context, access.Actor) (session.Answer, error),
) (session.Answer, error) {
	d.lock.Lock()
	d.served = append(d.served, r)
	d.lock.Unlock()
	if d.serve != nil {
		return d.serve(ctx, r, work)
	}
	return work(ctx, karin)
}

func (d *frameDoor) Refuse(ctx context.Context, r session.Request, f *fault.Error) error {
	d.lock.Lock()
	d.refused = append(d.refused, frameRefusal{r, f.Code})
	d.lock.Unlock()
	if d.refuse != nil {
		return d.refuse(ctx)
	}
	return nil
}

func (d *frameDoor) Ready(ctx context.Context) error {
	if d.ready != nil {
		return d.ready(ctx)
	}
	return nil
}

// frameHandlers implements the few operations that these tests call; the others would panic, and do so on purpose.
type frameHandlers struct {
	wire.StrictServerInterface
	addGoal   func(ctx context.Context, r wire.AddGoalRequestObject) error
	listPlans func(r wire.ListPlansRequestObject)
	calls     int
}

var theGoal = wire.Goal{
	Id: id.MustParse[struct{}](aGoal).UUID(), PlanId: id.MustParse[struct{}](aPlan).UUID(),
	Category: "goals", CreatedOn: types.Date{Time: frameNow}, Etag: `"1"`, Horizon: "long", Own: true, Text: "Lo går till skolan",
	Secrecy: wire.SecrecyLabel{Rule: "OSL 26:1", Strength: "reverse"}, Visibility: "unit",
	Owner: &wire.UnitRef{Id: id.MustParse[struct{}](aGoal).UUID(), Name: "Barn och unga", Authority: "Socialnämnden", Principal: "Kommunen"},
}

func (h *frameHandlers) AddGoal(ctx context.Context, r wire.AddGoalRequestObject) (wire.AddGoalResponseObject, error) {
	h.calls++
	if h.addGoal != nil {
		if err := h.addGoal(ctx, r); err != nil {
			return nil, err
		}
	}
	return wire.AddGoal201JSONResponse{
		Body: theGoal, Headers: wire.AddGoal201ResponseHeaders{ETag: `"1"`, Location: "/v1/goals/" + aGoal},
	}, nil
}

func (h *frameHandlers) GetGoal(context.Context, wire.GetGoalRequestObject) (wire.GetGoalResponseObject, error) {
	h.calls++
	return wire.GetGoal200JSONResponse{Body: theGoal, Headers: wire.GetGoal200ResponseHeaders{ETag: `"1"`}}, nil
}

func (h *frameHandlers) ListPlans(_ context.Context, r wire.ListPlansRequestObject) (wire.ListPlansResponseObject, error) {
	h.calls++
	if h.listPlans != nil {
		h.listPlans(r)
	}
	return wire.ListPlans200JSONResponse{Body: wire.PlanList{
		Plans: []wire.PlanRow{}, UnderscoreMeta: wire.Meta{TotalRecords: 0, Page: 1, Limit: 20, Count: 0},
	}}, nil
}

func (h *frameHandlers) GetApiInfo(context.Context, wire.GetApiInfoRequestObject) (wire.GetApiInfoResponseObject, error) {
	h.calls++
	return wire.GetApiInfo200JSONResponse{Body: wire.ApiInfo{
		ApiName: "Samplan", ApiVersion: "0.1.0", ApiStatus: "alpha", ApiDocumentation: "https://api.samplan.example/docs",
		ApiReleased: types.Date{Time: frameNow},
	}}, nil
}

// lockedBuffer lets a server in the background write its log while a test reads it.
type lockedBuffer struct {
	lock sync.Mutex
	b    bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.b.String()
}

var _ io.Writer = (*lockedBuffer)(nil)
