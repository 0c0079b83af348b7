package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"time"
)

// binaries are the programs of one PostgreSQL version.
type binaries struct {
	dir   string // holds postgres and initdb
	major int
}

// finder looks for the server's programs.
type finder struct {
	account    account // who will run them
	path       string  // folders as in PATH
	usual      []string
	cache      string // where fetched programs are kept
	repository string // where they are fetched from
	tell       teller
}

func newFinder(a account, cache string, t teller) finder {
	return finder{a, os.Getenv("PATH"), usualPlaces, cache, repository, t}
}

// usualPlaces are patterns of folders that installers use and that PATH seldom names.
var usualPlaces = []string{
	"/usr/lib/postgresql/*/bin",     // Debian, Ubuntu
	"/usr/pgsql-*/bin",              // RPM packages of the PostgreSQL project
	"/usr/libexec/postgresql*",      // Alpine
	"/opt/homebrew/opt/postgresql*", // Homebrew
	"/usr/local/opt/postgresql*",
	"/home/linuxbrew/.linuxbrew/opt/postgresql*",
	"/Applications/Postgres.app/Contents/Versions/*/bin",
	"/opt/local/lib/postgresql*/bin", // MacPorts
	`C:\Program Files\PostgreSQL\*\bin`,
}

// program gives the file name of a program.
func program(name string) string {
	if runtime.GOOS == "windows" {
		return name + ".exe"
	}
	return name
}

// find gives programs of the wanted major version, or of any that is new enough when major is 0.
func (f finder) find(ctx context.Context, major int) (binaries, error) {
	var tried []string
	for _, dir := range f.candidates() {
		b, err := f.look(ctx, dir)
		switch {
		case err != nil:
			tried = append(tried, fmt.Sprintf("%s: %v", dir, err))
		case b.major < oldest:
			tried = append(tried, fmt.Sprintf("%s: version %d is too old", dir, b.major))
		case major != 0 && b.major != major:
			tried = append(tried, fmt.Sprintf("%s: version %d, but the data was made by version %d", dir, b.major, major))
		default:
			return b, nil
		}
	}
	if err := ctx.Err(); err != nil {
		return binaries{}, fmt.Errorf("look for PostgreSQL: %w", err)
	}
	b, err := f.fetched(ctx, major)
	if err != nil {
		return binaries{}, &MissingError{Major: major, Tried: append(tried, err.Error())}
	}
	return b, nil
}

// candidates lists folders that hold a server program: PATH in its order, then the usual places, newest first.
func (f finder) candidates() []string {
	dirs := filepath.SplitList(f.path)
	var usual []string
	for _, pattern := range f.usual {
		found, err := filepath.Glob(pattern)
		if err != nil {
			continue // the patterns are ours, and a test reads them
		}
		for _, dir := range found {
			usual = append(usual, dir, filepath.Join(dir, "bin"))
		}
	}
	slices.SortStableFunc(usual, func(a, b string) int { return numberIn(b) - numberIn(a) })
	var holding []string
	for _, dir := range append(dirs, usual...) {
		server, err := filepath.EvalSymlinks(filepath.Join(dir, program("postgres")))
		if err != nil || !filepath.IsAbs(server) {
			continue
		}
		if home := filepath.Dir(server); !slices.Contains(holding, home) {
			holding = append(holding, home)
		}
	}
	return holding
}

var number = regexp.MustCompile(`\d+`)

// numberIn gives the last number in a path: the version, in the usual places.
func numberIn(path string) int {
	all := number.FindAllString(path, -1)
	if len(all) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(all[len(all)-1]) // too long a number is no version
	return n
}

var versionLine = regexp.MustCompile(`\(PostgreSQL\) (\d+)`)

// look asks the server program in dir for its version, as the user who is to run it.
func (f finder) look(ctx context.Context, dir string) (binaries, error) {
	if _, err := os.Stat(filepath.Join(dir, program("initdb"))); err != nil {
		return binaries{}, errors.New("there is no initdb beside postgres")
	}
	if err := f.account.reaches(dir); err != nil {
		return binaries{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, filepath.Join(dir, program("postgres")), "--version") //nolint:gosec // found by us
	out, err := host{account: f.account}.run(cmd, dir)
	if err != nil {
		return binaries{}, fmt.Errorf("postgres --version: %w", err)
	}
	m := versionLine.FindSubmatch(out)
	if m == nil {
		return binaries{}, errors.New("postgres --version tells no version")
	}
	major, err := strconv.Atoi(string(m[1]))
	return binaries{dir, major}, err
}
