package testkit

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"samplan/internal/demo"
)

// Client asks the API as one person, under one assignment.
type Client struct {
	api        *API
	t          testing.TB
	key        string
	assignment string
}

// As gives a client for a person of the county, who says which assignment counts only if there is a choice.
func (a *API) As(key string) Client { return Client{api: a, t: a.t, key: key} }

// At names the unit whose assignment counts.
func (c Client) At(unit string) Client {
	return c.Under(demo.Find(c.key).AssignmentID(unit).String())
}

// Under names the assignment itself.
func (c Client) Under(assignment string) Client {
	c.assignment = assignment
	return c
}

// In gives the client to a subtest, which then fails in its place.
func (c Client) In(t testing.TB) Client {
	c.t = t
	return c
}

// Get reads; the path begins below /v1.
func (c Client) Get(path string) Answer {
	c.t.Helper()
	return c.Send(http.MethodGet, path, nil)
}

// Post commands, under a key of its own.
func (c Client) Post(path string, body any) Answer {
	c.t.Helper()
	return c.Send(http.MethodPost, path, body, "Idempotency-Key", rand.Text())
}

// Put changes the version named by etag.
func (c Client) Put(path, etag string, body any) Answer {
	c.t.Helper()
	return c.Send(http.MethodPut, path, body, "If-Match", etag)
}

// Send asks with a body (text as it is, anything else as JSON) and further headers, in pairs. An empty value takes a
// header away.
func (c Client) Send(method, path string, body any, headers ...string) Answer {
	c.t.Helper()
	if c.api.Words != nil {
		body = c.api.Words(method, path, body)
	}
	text, isText := body.(string)
	if body != nil && !isText {
		b, err := json.Marshal(body)
		if err != nil {
			c.t.Fatal(err)
		}
		text = string(b)
	}
	r := Request(c.t.Context(), method, "/v1"+path, text)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.key != "" {
		r.Header.Set("Authorization", "Bearer "+c.key)
	}
	if c.assignment != "" {
		r.Header.Set("Samplan-Assignment", c.assignment)
	}
	for h := range slices.Chunk(headers, 2) {
		if r.Header.Set(h[0], h[1]); h[1] == "" {
			r.Header.Del(h[0])
		}
	}
	w := written{header: http.Header{}}
	c.api.App.Server.ServeHTTP(&w, r)
	a := Answer{T: c.t, Status: cmp.Or(w.status, http.StatusOK), Header: w.header, Body: w.body.String()}
	a.JSON = sync.OnceValue(a.object)
	return a
}

// Request is as the server of net/http makes it; that of httptest reads it from a large buffer. It panics on a target that is none.
func Request(ctx context.Context, method, target, body string) *http.Request {
	u, err := url.ParseRequestURI(target)
	if err != nil {
		panic(err)
	}
	r := http.Request{
		Method: method, URL: u, RequestURI: target, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{},
		Host: "example.com", RemoteAddr: "192.0.2.1:1234", Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
	}
	return r.WithContext(ctx)
}

// written takes an answer; a recorder of httptest copies all of it.
type written struct {
	header http.Header
	status int
	body   strings.Builder
}

// Header implements http.ResponseWriter.
func (w *written) Header() http.Header { return w.header }

// WriteHeader implements http.ResponseWriter: the first one counts.
func (w *written) WriteHeader(status int) { w.status = cmp.Or(w.status, status) }

// Write implements http.ResponseWriter.
func (w *written) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

// Answer is what came back.
type Answer struct {
	T      testing.TB
	Status int
	Header http.Header
	Body   string
	JSON   func() map[string]any // read when a test first wants it
}

// object reads the body. A page of documentation is none, and that is fine.
func (a Answer) object() (o map[string]any) {
	_ = json.Unmarshal([]byte(a.Body), &o)
	return o
}

// Want fails unless the answer has the status.
func (a Answer) Want(status int) Answer {
	a.T.Helper()
	if a.Status != status {
		a.T.Fatalf("want %d, got %d %s", status, a.Status, a.Body)
	}
	return a
}

// Refused fails unless the answer is a problem document with the status and the code, which points at exactly these
// fields when any are named.
func (a Answer) Refused(status int, code string, pointers ...string) Answer {
	a.T.Helper()
	a.Want(status)
	if a.Header.Get("Content-Type") != "application/problem+json" || a.Text("code") != code {
		a.T.Errorf("want problem %s, got %s", code, a.Body)
	}
	if at := a.Pointers(); len(pointers) > 0 && !slices.Equal(at, pointers) {
		a.T.Errorf("want it to point at %q, got %q", pointers, at)
	}
	return a
}

// Pointers lists what a problem document points at.
func (a Answer) Pointers() []string {
	var all []string
	for _, row := range a.Rows("errors") {
		p, _ := row["pointer"].(string)
		all = append(all, p)
	}
	return all
}

// Shows fails unless every text is in the body.
func (a Answer) Shows(texts ...string) Answer {
	a.T.Helper()
	for _, s := range texts {
		if !strings.Contains(a.Body, s) {
			a.T.Errorf("%q is missing in %s", s, a.Body)
		}
	}
	return a
}

// Hides fails if any of the texts is in the body or in a header.
func (a Answer) Hides(texts ...string) Answer {
	a.T.Helper()
	for _, s := range texts {
		if strings.Contains(a.Body, s) {
			a.T.Errorf("%q is shown in %s", s, a.Body)
		}
	}
	for name, values := range a.Header {
		whole := strings.Join(values, " ")
		for _, s := range texts {
			if strings.Contains(whole, s) {
				a.T.Errorf("%q is shown in the header %s", s, name)
			}
		}
	}
	return a
}

// Text gives a field of the object.
func (a Answer) Text(field string) string {
	s, _ := a.JSON()[field].(string)
	return s
}

// ETag gives the version that the answer shows.
func (a Answer) ETag() string { return a.Header.Get("ETag") }

// Rows gives the objects of a list.
func (a Answer) Rows(list string) []map[string]any {
	rows, _ := a.JSON()[list].([]any)
	var all []map[string]any
	for _, r := range rows {
		m, _ := r.(map[string]any)
		all = append(all, m)
	}
	return all
}

// Row gives the one object of a list that has a field with a value, and fails without it.
func (a Answer) Row(list, field, value string) map[string]any {
	a.T.Helper()
	for _, row := range a.Rows(list) {
		if row[field] == value {
			return row
		}
	}
	a.T.Fatalf("no %s with %s %q in %s", list, field, value, a.Body)
	return nil
}

// ID gives the id of such an object.
func (a Answer) ID(list, field, value string) string {
	a.T.Helper()
	s, _ := a.Row(list, field, value)["id"].(string)
	return s
}
