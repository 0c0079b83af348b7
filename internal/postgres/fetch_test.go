//go:build unix

package postgres

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// archive packs files as the repository does: a tar in an xz in a zip.
func archive(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var packed, jar bytes.Buffer
	tw := tar.NewWriter(&packed)
	for name, content := range files {
		if err := tw.WriteHeader(&tar.Header{Name: name, Mode: 0o700, Size: int64(len(content)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := tw.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tw.Close(); err != nil {
		t.Fatal(err)
	}
	zw := zip.NewWriter(&jar)
	w, err := zw.Create("postgres.txz")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(storedXZ(packed.Bytes())); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return jar.Bytes()
}

// depot serves an archive and its checksum, and counts how often the archive is asked for.
func depot(t *testing.T, jar []byte, checksum string) (address string, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := jar
		switch {
		case jar == nil:
			w.WriteHeader(http.StatusNotFound)
		case strings.HasSuffix(r.URL.Path, ".sha256"):
			body = []byte(checksum)
		default:
			asked.Add(1)
		}
		if _, err := w.Write(body); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL, asked
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

// passOn is an archive whose programs hand everything to the real ones of this machine.
func passOn(t *testing.T, h host) []byte {
	t.Helper()
	b, err := h.finder.find(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	script := func(name string) string {
		return fmt.Sprintf("#!/bin/sh\nexec '%s' \"$@\"\n", filepath.Join(b.dir, name))
	}
	return archive(t, map[string]string{"bin/postgres": script("postgres"), "bin/initdb": script("initdb"), "share/x": "x"})
}

func TestFetchedProgramsServe(t *testing.T) {
	t.Parallel()
	h := setup(t)
	jar := passOn(t, h)
	address, asked := depot(t, jar, sum(jar))
	var told bytes.Buffer
	h.cache = folder(t)
	h.finder = finder{account: h.account, cache: h.cache, repository: address, tell: teller{&told}}
	for range 2 {
		s := start(t, h, Options{Throwaway: true})
		if got := ask1(t, s.URL("", ""), "SELECT 'yes'"); got != "yes" {
			t.Errorf("got %q", got)
		}
		stop(t, s)
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("fetched %d times, want once", n)
	}
	if got := strings.Count(told.String(), "\n"); got != 1 || !strings.Contains(told.String(), "fetching PostgreSQL") {
		t.Errorf("told %q, want one line", told.String())
	}
}

func TestFetchThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	whole := archive(t, map[string]string{"bin/postgres": "#!/bin/sh\n", "bin/initdb": "#!/bin/sh\n"})
	foreign := archive(t, map[string]string{"letter.txt": "Dear Bo"})
	for _, c := range []struct {
		name, checksum, want string
		jar                  []byte
	}{
		{"nothing there", "", "no version found", nil},
		{"wrong checksum", sum(foreign), "checksums do not match", whole},
		{"cut short", sum(whole[:len(whole)/2]), "unpacked", whole[:len(whole)/2]},
		{"without programs", sum(foreign), "no initdb beside", foreign},
		{"programs that tell no version", sum(whole), "tells no version", whole},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := emptyFinder(t)
			f.repository, _ = depot(t, c.jar, c.checksum)
			_, err := f.find(t.Context(), 0)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			left, err := os.ReadDir(f.cache)
			if err != nil || len(left) != 1 || left[0].Name() != "fetch.lock" {
				t.Errorf("left in the cache: %v %v, want only the lock", left, err)
			}
		})
	}
}

func TestFetchCanBeCalledOff(t *testing.T) {
	t.Parallel()
	reached, done := make(chan struct{}), make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { close(reached); <-done }))
	t.Cleanup(srv.Close)
	t.Cleanup(func() { close(done) })
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-reached; cancel() }()
	f := emptyFinder(t)
	f.repository = srv.URL
	if _, err := f.find(ctx, 0); err == nil || !strings.Contains(err.Error(), "called off") {
		t.Errorf("got %v, want that it was called off", err)
	}
}
