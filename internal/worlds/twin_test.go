package worlds

import (
	"context"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"samplan/internal/app"
	"samplan/internal/demo"
	"samplan/internal/document/documenttest"
	"samplan/internal/fault"
	"samplan/internal/httpapi"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// side is one of the two worlds with its own server: the real one, all but the sign-in.
type side struct {
	testkit.Database
	http.Handler
	now   time.Time
	names names
	tags  map[string]string // what the reader last saw as the version of an address
}

func newSide(t testing.TB) *side {
	t.Helper()
	s := &side{Database: testkit.NewDatabase(t, store.Options{MaxConnections: 1})}
	if err := Prepare(t.Context(), s.Owner); err != nil {
		t.Fatal(err)
	}
	many := httpapi.Limits{Rate: 1e6, Burst: 1e6, RefusalRate: 1e6, RefusalBurst: 1e6}
	a, err := app.New(app.Options{
		Store: s.Store, Verifier: signIn{}, Now: func() time.Time { return s.now }, Logger: slog.New(slog.DiscardHandler),
		BaseURL: "https://api.samplan.example", Limits: many, Vault: testkit.Vault(), Browser: documenttest.Paper{}, Chance: testkit.Still{},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Handler = a.Server
	return s
}

// live puts a world into the side's database; the server now lives on its day.
func (s *side) live(t testing.TB, w *World, shared map[string]bool) {
	t.Helper()
	if err := Clear(t.Context(), s.Eraser); err != nil {
		t.Fatal(err)
	}
	s.undecide(t)
	if err := w.Save(t.Context(), s.Owner, s.Eraser); err != nil {
		t.Fatal(err)
	}
	s.fill(t, w)
	s.now = w.Now()
	s.forget(shared)
}

// forget begins anew with what the reader knows and has seen.
func (s *side) forget(shared map[string]bool) {
	s.names, s.tags = names{shared: shared, seen: map[string]string{}}, map[string]string{}
}

// undecide takes back what a reader may have decided: the places of units are the same in every world.
func (s *side) undecide(t testing.TB) {
	t.Helper()
	var moved int
	err := s.Owner.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM unit_successor) + (SELECT count(*) FROM unit_predecessor)").Scan(&moved)
	if err == nil && moved > 0 {
		_, err = s.Owner.ExecContext(t.Context(), `BEGIN; CREATE TEMP TABLE part ON COMMIT DROP AS SELECT unit_id FROM unit_predecessor;
		  DELETE FROM unit_predecessor; DELETE FROM unit_successor; DELETE FROM unit_place; DELETE FROM unit WHERE id IN (SELECT unit_id FROM part); COMMIT`)
	}
	if err == nil && moved > 0 {
		err = demo.LoadOrganisation(t.Context(), s.Owner)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// signIn believes what a token says: it is a reader, written down.
type signIn struct{}

// Verify implements httpapi.Verifier.
func (signIn) Verify(_ context.Context, raw string) (session.Credentials, error) {
	text, err := base64.RawURLEncoding.DecodeString(raw)
	subject, number, found := strings.Cut(string(text), " ")
	if err != nil || !found {
		return session.Credentials{}, fault.New(fault.CodeUnauthenticated)
	}
	number, client, _ := strings.Cut(number, " ")
	r := Reader{Subject: subject, Number: number}
	if client != "" {
		r.Client = uuid.MustParse(client)
	}
	return r.Credentials(), nil
}

func tokenOf(r Reader) string {
	text := r.Subject + " " + r.Number
	if r.Client != (ID{}) {
		text += " " + r.Client.String()
	}
	return base64.RawURLEncoding.EncodeToString([]byte(text))
}

// request is what a reader asks.
type request struct {
	operation, method, path, body string
	isFile                        bool
	tag                           string // If-Match: as it is, or @ and the address whose version the reader has just read
}

// asIfNothing gives the request with an id that nothing has in the place of hidden ones; is says whether there are any.
func (q request) asIfNothing(shared map[string]bool) (same request, is bool) {
	swap := func(text string) string {
		return eachPart(text, '-', idAt, func(id string) string {
			if shared[id] {
				return id
			}
			is = true
			return madeUp.String()
		})
	}
	q.path, q.body, q.tag = swap(q.path), swap(q.body), swap(q.tag)
	return q, is
}

// ask sends a request as the reader and writes the answer down: status, headers, body.
func (s *side) ask(ctx context.Context, r Reader, q request, key string) string {
	h := testkit.Request(ctx, q.method, "/v1"+q.path, q.body)
	h.Header.Set("Authorization", "Bearer "+tokenOf(r))
	h.Header.Set("Traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
	if !r.IsCitizen() {
		h.Header.Set("Samplan-Assignment", r.Assignment.String())
	}
	if q.body != "" {
		h.Header.Set("Content-Type", "application/json")
	}
	if q.isFile {
		h.Header.Set("Content-Type", "application/octet-stream")
	}
	if q.method == http.MethodPost {
		h.Header.Set("Idempotency-Key", key)
	}
	if q.tag != "" {
		h.Header.Set("If-Match", s.tagFor(ctx, r, q.tag))
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, h)
	if tag := w.Header().Get("ETag"); tag != "" && q.method != http.MethodPost {
		s.tags[q.path] = tag
	}
	s.names.made = s.names.made || w.Code == http.StatusCreated
	return s.names.replace(written(w))
}

// aside asks without counting the names of the answer.
func (s *side) aside(ctx context.Context, r Reader, q request, key string) string {
	count, made := len(s.names.order), s.names.made
	defer func() {
		s.names.uncount(count)
		s.names.made = made
	}()
	return s.ask(ctx, r, q, key)
}

// tagFor reads the version of an address anew, since something else may have changed it.
func (s *side) tagFor(ctx context.Context, r Reader, tag string) string {
	path, isAddress := strings.CutPrefix(tag, "@")
	if !isAddress {
		return tag
	}
	delete(s.tags, path)
	s.ask(ctx, r, request{method: http.MethodGet, path: path}, "")
	if s.tags[path] == "" {
		return `"1"`
	}
	return s.tags[path]
}

func written(w *httptest.ResponseRecorder) string {
	var b strings.Builder
	fmt.Fprintln(&b, w.Code)
	lines := make([]string, 0, len(w.Header()))
	for name, values := range w.Header() {
		lines = append(lines, name+": "+strings.Join(values, ", "))
	}
	sort.Strings(lines)
	fmt.Fprintf(&b, "%s\n\n%s", strings.Join(lines, "\n"), w.Body)
	return b.String()
}
