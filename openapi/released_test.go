package openapi_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

const breaksFile = "released/breaking.txt"

// release is a contract that others may have built on.
type release struct {
	version string
	text    []byte
}

// lastRelease unpacks the contract of the highest version in released/.
func lastRelease(t *testing.T) release {
	t.Helper()
	files, err := filepath.Glob("released/*.yaml.gz")
	if err != nil || len(files) == 0 {
		t.Fatalf("no released contract: %v", err)
	}
	name := slices.MaxFunc(files, func(a, b string) int { return slices.Compare(numbers(t, versionIn(a)), numbers(t, versionIn(b))) })
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return release{versionIn(name), text}
}

func versionIn(name string) string { return strings.TrimSuffix(filepath.Base(name), ".yaml.gz") }

func numbers(t *testing.T, version string) []int {
	t.Helper()
	v := make([]int, 3)
	if n, err := fmt.Sscanf(version, "%d.%d.%d", &v[0], &v[1], &v[2]); n != 3 || err != nil {
		t.Fatalf("%q is no version", version)
	}
	return v
}

func TestReleasedContract(t *testing.T) {
	t.Parallel()
	last := lastRelease(t)
	doc, err := openapi3.NewLoader().LoadFromData(last.text)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Info.Version != last.version {
		t.Errorf("released/%s.yaml.gz is the contract of %s", last.version, doc.Info.Version)
	}
	if now := contract(t).Info.Version; slices.Compare(numbers(t, now), numbers(t, last.version)) < 0 {
		t.Errorf("the contract says %s and %s is released", now, last.version)
	}
}

// excuse is one line of breaking.txt.
type excuse struct{ change, reason string }

var (
	errNoReason = errors.New("a break needs its reason, after a #")
	errActive   = errors.New("a break after 1.0.0 is a new major version, and cannot be excused")
)

// excuses reads the breaks that were meant: only between a release 0.x and what follows it.
func excuses(text, released string) (all []excuse, err error) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		change, reason, _ := strings.Cut(line, " # ")
		if strings.TrimSpace(reason) == "" {
			return nil, fmt.Errorf("%w: %s", errNoReason, line)
		}
		all = append(all, excuse{strings.TrimSpace(change), reason})
	}
	if len(all) > 0 && !strings.HasPrefix(released, "0.") {
		return nil, errActive
	}
	return all, nil
}

func TestExcuses(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(breaksFile)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := excuses(string(text), lastRelease(t).version); err != nil {
		t.Error(err)
	}
	const good = "GET /me api removed # nobody used it"
	for name, c := range map[string]struct {
		text, released string
		lines          int
		err            error
	}{
		"nothing":             {"# words\n\n", "1.0.0", 0, nil},
		"a reason":            {good + "\n", "0.1.0", 1, nil},
		"no reason":           {"GET /me api removed\n", "0.1.0", 0, errNoReason},
		"an empty reason":     {"GET /me api removed # \n", "0.1.0", 0, errNoReason},
		"an active API":       {good, "1.0.0", 0, errActive},
		"an active API later": {good, "10.2.0", 0, errActive},
	} {
		got, err := excuses(c.text, c.released)
		if len(got) != c.lines || !errors.Is(err, c.err) {
			t.Errorf("%s: want %d and %v, got %v and %v", name, c.lines, c.err, got, err)
		}
	}
}
