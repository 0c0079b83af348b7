//go:build unix

package postgres

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakePrograms puts scripts that play PostgreSQL of a version into a folder.
func fakePrograms(t *testing.T, dir, version string) {
	t.Helper()
	write(t, filepath.Join(dir, "postgres"), "#!/bin/sh\necho '"+version+"'\n")
	write(t, filepath.Join(dir, "initdb"), "#!/bin/sh\n")
}

// emptyFinder looks nowhere yet, and can fetch nothing.
func emptyFinder(t *testing.T) finder {
	t.Helper()
	a, err := serverAccount()
	if err != nil {
		t.Fatal(err)
	}
	return finder{account: a, cache: folder(t), repository: "http://127.0.0.1:1"}
}

// strewn is a machine with programs of many versions, good and bad, in many folders.
func strewn(t *testing.T) (in func(name string) string) {
	t.Helper()
	root := folder(t)
	in = func(name string) string { return filepath.Join(root, name) }
	fakePrograms(t, in("path"), "postgres (PostgreSQL) 16.9 (Debian 16.9-1)")
	fakePrograms(t, in("usual/9/bin"), "postgres (PostgreSQL) 9.6.24")
	fakePrograms(t, in("usual/15/bin"), "postgres (PostgreSQL) 15.13")
	fakePrograms(t, in("usual/17/bin"), "postgres (PostgreSQL) 17.5")
	fakePrograms(t, in("old/14/bin"), "postgres (PostgreSQL) 14.18")
	fakePrograms(t, in("mute"), "hello")
	fakePrograms(t, in("beta"), "postgres (PostgreSQL) 18beta1")
	write(t, in("half/postgres"), "#!/bin/sh\necho 'postgres (PostgreSQL) 17.5'\n")
	write(t, in("broken/postgres"), "#!/bin/sh\nexit 3\n")
	write(t, in("broken/initdb"), "#!/bin/sh\n")
	if err := os.MkdirAll(in("links"), 0o755); err != nil { //nolint:gosec // read by the server's user
		t.Fatal(err)
	}
	if err := os.Symlink(in("usual/15/bin/postgres"), in("links/postgres")); err != nil {
		t.Fatal(err)
	}
	return in
}

func TestFind(t *testing.T) {
	t.Parallel()
	in := strewn(t)
	usual := []string{in("usual/*/bin")}
	for _, c := range []struct {
		name  string
		path  []string
		usual []string
		major int
		dir   string // where it is found
		words string // or what the error says
	}{
		{"PATH comes first", []string{in("path")}, usual, 0, in("path"), ""},
		{"the newest of the usual places", nil, usual, 0, in("usual/17/bin"), ""},
		{"the version that made the data", []string{in("path")}, usual, 15, in("usual/15/bin"), ""},
		{"bin below a place without it", nil, []string{in("usual/1*")}, 0, in("usual/17/bin"), ""},
		{"a link leads to its programs", []string{in("links")}, nil, 0, in("usual/15/bin"), ""},
		{"a beta has a version, too", []string{in("beta")}, nil, 0, in("beta"), ""},
		{"a broken one is passed over", []string{in("broken"), in("half"), in("mute")}, usual, 0, in("usual/17/bin"), ""},
		{"too old", nil, []string{in("old/*/bin")}, 0, "", "old/14/bin: version 14 is too old"},
		{"only another version than the data's", []string{in("path")}, nil, 18, "", "version 16, but the data was made by version 18"},
		{"the data's version is nowhere", nil, nil, 99, "", "made by PostgreSQL 99"},
		{"no initdb beside it", []string{in("half")}, nil, 0, "", "half: there is no initdb beside postgres"},
		{"it does not run", []string{in("broken")}, nil, 0, "", "broken: postgres --version: exit status 3"},
		{"it tells no version", []string{in("mute")}, nil, 0, "", "mute: postgres --version tells no version"},
		{"nothing anywhere", []string{in("nowhere"), ""}, nil, 0, "", "127.0.0.1:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := emptyFinder(t)
			f.path, f.usual = strings.Join(c.path, string(os.PathListSeparator)), c.usual
			b, err := f.find(t.Context(), c.major)
			if b.dir != c.dir || (err == nil) != (c.words == "") {
				t.Fatalf("got %q and %v, want %q", b.dir, err, c.dir)
			}
			var missing *MissingError
			if err != nil && (!errors.As(err, &missing) || !strings.Contains(err.Error(), c.words)) {
				t.Errorf("got %v, want %q", err, c.words)
			}
		})
	}
}

func TestMissingErrorNamesWhatToInstall(t *testing.T) {
	t.Parallel()
	f := emptyFinder(t)
	_, err := host{account: f.account, finder: f, temps: []string{f.cache}, cache: f.cache}.
		start(t.Context(), Options{Throwaway: true})
	if err == nil {
		t.Fatal("a server started without programs")
	}
	for _, want := range []string{"PostgreSQL 15", "apt install postgresql", "postgresql-server", "postgresql@17", "Windows", Variable, "127.0.0.1:1"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not name %q: %v", want, err)
		}
	}
}

func TestUsualPlacesAreWellFormed(t *testing.T) {
	t.Parallel()
	for _, pattern := range usualPlaces {
		if _, err := filepath.Match(pattern, "x"); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
	}
}

func TestAccountReaches(t *testing.T) {
	t.Parallel()
	stranger := account{name: "stranger", uid: 54321, gid: 54321}
	dir := folder(t)
	inner := filepath.Join(dir, "closed", "inner")
	write(t, filepath.Join(inner, "x"), "")
	if err := stranger.reaches(inner); err != nil {
		t.Errorf("an open folder: %v", err)
	}
	if err := os.Chmod(filepath.Join(dir, "closed"), 0o700); err != nil { //nolint:gosec // a folder
		t.Fatal(err)
	}
	if err := stranger.reaches(inner); err == nil || !strings.Contains(err.Error(), "stranger, who cannot enter "+filepath.Join(dir, "closed")+":") {
		t.Errorf("behind a closed folder: got %v", err)
	}
	if err := (account{}).reaches(inner); err != nil {
		t.Errorf("as ourselves: %v", err)
	}
	_, err := host{account: stranger}.startKept(t.Context(), Options{Dir: inner})
	if err == nil || !strings.Contains(err.Error(), "cannot enter") {
		t.Errorf("start in a folder out of reach: got %v", err)
	}
}
