//go:build !release

package county_test

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/county"
)

// TestCountyKeepsItsDataAndMovesInTime starts a county before the reorganisation, and again on the day of it.
func TestCountyKeepsItsDataAndMovesInTime(t *testing.T) {
	t.Parallel()
	dir, err := os.MkdirTemp("", "samplan-county-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o711); err != nil { //nolint:gosec // G302: the server's own user must pass through
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	before := visit(t, dir, "2020-12-15", true)
	after := visit(t, dir, "2021-01-01", false)
	if len(before) == 0 || len(after) != len(before) {
		t.Errorf("karin has %d plans before and %d after", len(before), len(after))
	}
}

func visit(t *testing.T, dir, day string, fresh bool) []map[string]any {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	c, err := county.Start(ctx, county.Options{
		Dir: dir, Fresh: fresh, Address: "127.0.0.1:0", Today: civil.MustParse(day), Progress: io.Discard,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, nil)), Validate: func(err error) { t.Error(err) },
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	plans := list(t, c, "karin", "/v1/plans")
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := c.Stop(context.WithoutCancel(ctx)); err != nil {
		t.Error(err)
	}
	return plans
}

func list(t *testing.T, c *county.County, key, path string) []map[string]any {
	t.Helper()
	token, err := c.Token(key)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.BaseURL+path, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %s", path, answer.StatusCode, body)
	}
	var page struct {
		Plans []map[string]any `json:"plans"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		t.Fatal(err)
	}
	return page.Plans
}
