//go:build !release

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// folder gives a folder for a county. Started as root, the database runs as another user, who must pass through.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "samplan-dev-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o711); err != nil { //nolint:gosec // G302: to pass through, not to read
		t.Fatal(err)
	}
	return dir
}

func TestDevRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, c := range map[string]struct {
		args string
		want string
	}{
		"every address":             {"dev --addr 0.0.0.0:0", "this machine alone"},
		"an empty host":             {"dev --addr :8080", "this machine alone"},
		"another machine":           {"dev --addr 192.0.2.1:8080", "this machine alone"},
		"a name that may be others": {"dev --addr samplan.example:8080", "this machine alone"},
		"an address without port":   {"dev --addr 127.0.0.1", "want host and port"},
		"no day":                    {"dev --today 31/12", `--today "31/12": want a day as 2020-12-31`},
		"a day that never is":       {"dev --today 2021-02-29", "want a day"},
		"a day before the county":   {"dev --today 2018-12-31", "begins on 2019-01-01"},
		"a flag that is not":        {"dev --tody 2020-12-31", "samplan dev -h tells the flags"},
		"a word that is not":        {"dev tokn", `unknown argument "tokn"`},
		"a token for nobody":        {"dev token", "usage: samplan dev token KEY"},
		"a token for two":           {"dev token karin bo", `unknown argument "bo"`},
		"a token of no county":      {"dev token karin", "no county runs on " + dir},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := run(t, append(strings.Fields(c.args), "--data", dir)...)
			if got.code != 1 || got.out != "" || !strings.Contains(got.complaints, c.want) {
				t.Errorf("want %q, got %+v", c.want, got)
			}
			if strings.Count(got.complaints, "\n") != 1 {
				t.Errorf("want one line, got %s", got.complaints)
			}
		})
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("what is refused leaves nothing behind: %v %v", left, err)
	}
	if got := run(t, "dev", "-h"); got.code != 0 || !strings.Contains(got.out, "-ready-file") {
		t.Errorf("want the flags, got %+v", got)
	}
}

// TestDev starts a county as from the command line, asks it for tokens, starts another on its folder, and stops it as
// Ctrl-C does.
func TestDev(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	ready := filepath.Join(dir, "ready.json")
	if err := os.WriteFile(ready, []byte("of an earlier run"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var out, complaints bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- realMain(ctx, []string{"dev", "--data", dir, "--ready-file", ready}, &out, &complaints)
	}()
	waitFor(t, ready, ended)

	for _, order := range [][]string{{"karin", "--data", dir}, {"--data", dir, "amir"}} {
		if got := run(t, append([]string{"dev", "token"}, order...)...); got.code != 0 || strings.Count(got.out, ".") != 2 {
			t.Errorf("want a token, got %+v", got)
		}
	}
	for _, key := range []string{"nobody", "../staff/token", ""} {
		if got := run(t, "dev", "token", key, "--data", dir); got.code != 1 || got.out != "" {
			t.Errorf("want no token for %q, got %+v", key, got)
		}
	}
	if got := run(t, "dev", "--fresh", "--data", dir); got.code != 1 || !strings.Contains(got.complaints, "already running") {
		t.Errorf("want no second county on one folder, got %+v", got)
	}

	stop()
	if code := <-ended; code != 0 || complaints.Len() > 0 {
		t.Errorf("want a quiet end, got %d %s", code, &complaints)
	}
	if !strings.Contains(out.String(), "dev token karin --data "+dir) {
		t.Errorf("the greeting does not tell how to reach this county:\n%s", &out)
	}
	if got := run(t, "dev", "token", "karin", "--data", dir); got.code != 1 || !strings.Contains(got.complaints, "no county runs") {
		t.Errorf("want no token after the end, got %+v", got)
	}
}

// waitFor waits until the county says that it is ready, in the words that scripts read.
func waitFor(t *testing.T, ready string, ended <-chan int) {
	t.Helper()
	var told struct {
		BaseURL, Issuer string
		People          []struct{ Key, Name, Kind, Role, Unit string }
	}
	for {
		text, err := os.ReadFile(ready)
		if err == nil && json.Unmarshal(text, &told) == nil {
			break
		}
		select {
		case code := <-ended:
			t.Fatalf("the county ended with %d", code)
		case <-time.After(50 * time.Millisecond):
		}
	}
	if !strings.HasPrefix(told.BaseURL, "http://127.0.0.1:") || !strings.HasPrefix(told.Issuer, "http://127.0.0.1:") || len(told.People) == 0 {
		t.Fatalf("got %+v", told)
	}
	if p := told.People[0]; p.Key != "karin" || p.Name != "Karin Lund" || p.Kind != "staff" || p.Role != "caseworker" || p.Unit != "Barn och unga 1" {
		t.Errorf("got %+v", p)
	}
}
