//go:build !release

package county_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/county"
)

// life is a county that a test lives in, day by day, on the same data.
type life struct {
	t   *testing.T
	dir string
	// undecided: nobody has decided the reorganisation of 2021 yet
	undecided bool
}

// on runs the county on a day for as long as do works. Every answer is checked against the contract.
func (l *life) on(day string, do func(c client)) {
	l.t.Helper()
	ctx, cancel := context.WithCancel(l.t.Context())
	c, err := county.Start(ctx, county.Options{
		Dir: l.dir, Undecided: l.undecided, Address: "127.0.0.1:0", Today: civil.MustParse(day), Progress: io.Discard,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})), Validate: func(err error) { l.t.Error(err) },
	})
	if err != nil {
		cancel()
		l.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	defer func() {
		cancel()
		if err := <-ended; err != nil {
			l.t.Error(err)
		}
		if err := c.Stop(context.WithoutCancel(ctx)); err != nil {
			l.t.Error(err)
		}
	}()
	do(client{l.t, c})
}

// client calls the API as people of the county.
type client struct {
	t *testing.T
	c *county.County
}

// answer is what came back.
type answer struct {
	t      *testing.T
	status int
	header http.Header
	body   string
	json   map[string]any
}

func (c client) call(who, method, path string, body any, headers ...string) answer {
	c.t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		c.t.Fatal(err)
	}
	if body == nil {
		text = nil
	}
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.c.BaseURL+path, bytes.NewReader(text))
	if err != nil {
		c.t.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if who != "" {
		token, err := c.c.Token(who)
		if err != nil {
			c.t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	read, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	a := answer{t: c.t, status: res.StatusCode, header: res.Header, body: string(read)}
	_ = json.Unmarshal(read, &a.json) // a page of documentation is no object, and that is fine
	return a
}

func (c client) get(who, path string) answer {
	c.t.Helper()
	return c.call(who, http.MethodGet, path, nil)
}

func (c client) post(who, path string, body any) answer {
	c.t.Helper()
	return c.call(who, http.MethodPost, path, body, "Idempotency-Key", rand.Text())
}

// want fails unless the answer has the status.
func (a answer) want(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("want %d, got %d %s", status, a.status, a.body)
	}
	return a
}

// shows fails unless every text is in the body; hides fails if any is.
func (a answer) shows(texts ...string) answer {
	a.t.Helper()
	for _, s := range texts {
		if !strings.Contains(a.body, s) {
			a.t.Errorf("%q is missing", s)
		}
	}
	return a
}

func (a answer) hides(texts ...string) {
	a.t.Helper()
	for _, s := range texts {
		if strings.Contains(a.body, s) {
			a.t.Errorf("%q is shown", s)
		}
	}
}

// id finds the id of the row of a list that has a field with a value.
func (a answer) id(list, field, value string) string {
	a.t.Helper()
	rows, _ := a.json[list].([]any)
	i := slices.IndexFunc(rows, func(row any) bool { m, _ := row.(map[string]any); return m[field] == value })
	if i < 0 {
		a.t.Fatalf("no %s with %s %q in %s", list, field, value, a.body)
	}
	s, _ := rows[i].(map[string]any)["id"].(string)
	return s
}
