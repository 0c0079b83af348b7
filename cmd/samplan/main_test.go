package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"samplan/internal/config"
)

// said is what a command line printed, and its exit code.
type said struct {
	code            int
	out, complaints string
}

func run(t *testing.T, args ...string) said {
	t.Helper()
	var out, complaints bytes.Buffer
	code := realMain(t.Context(), args, &out, &complaints)
	return said{code, out.String(), complaints.String()}
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args            []string
		code            int
		out, complaints string
	}{
		"nothing asked":         {nil, 2, "", "Usage: samplan COMMAND"},
		"help":                  {[]string{"help"}, 0, "Usage: samplan COMMAND", ""},
		"help as a flag":        {[]string{"--help"}, 0, "Usage: samplan COMMAND", ""},
		"unknown command":       {[]string{"frobnicate"}, 2, "", `there is no command "frobnicate"`},
		"half of migrate":       {[]string{"migrate"}, 1, "", "usage: samplan migrate up"},
		"migrate down":          {[]string{"migrate", "down"}, 1, "", "usage: samplan migrate up"},
		"half of config":        {[]string{"config"}, 1, "", "usage: samplan config check"},
		"serve takes no flags":  {[]string{"serve", "--port", "80"}, 1, "", "samplan config check tells what"},
		"worker takes no flags": {[]string{"worker", "--now"}, 1, "", "usage: samplan worker"},
		"jobs needs a word":     {[]string{"jobs"}, 1, "", "usage: samplan jobs list"},
		"jobs needs a database": {[]string{"jobs", "list"}, 1, "", "set SAMPLAN_JOB_DATABASE_URL"},
		"every command is told": {[]string{"help"}, 0, "migrate up: ", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := run(t, c.args...)
			if got.code != c.code || !strings.Contains(got.out, c.out) || !strings.Contains(got.complaints, c.complaints) {
				t.Errorf("want %+v, got %+v", c, got)
			}
			if (c.out == "") != (got.out == "") || (c.complaints == "") != (got.complaints == "") {
				t.Errorf("told in the wrong place: %+v", got)
			}
		})
	}
}

func TestNothingIsSet(t *testing.T) { //nolint:paralleltest // empties the environment
	for _, name := range config.Names() {
		t.Setenv(name, "")
	}
	for _, command := range [][]string{{"config", "check"}, {"serve"}, {"migrate", "up"}} {
		want := []string{"SAMPLAN_DATABASE_URL", "SAMPLAN_BASE_URL", "SAMPLAN_ISSUERS_FILE", "SAMPLAN_LOG_DATABASE_URL", "SAMPLAN_LOG_KEY_FILE", "SAMPLAN_DOCUMENT_KEY_FILE"}
		if command[0] == "migrate" {
			want = want[:1] // it touches nothing but the database
		}
		got := run(t, command...)
		if got.code != 1 || got.out != "" {
			t.Errorf("%v: want to be refused, got %+v", command, got)
		}
		for _, name := range want {
			if !strings.Contains(got.complaints, name) {
				t.Errorf("%v does not tell that %s is missing: %s", command, name, got.complaints)
			}
		}
	}
}

// TestReleaseHoldsNoDevelopment asks the go command what is built into a release.
func TestReleaseHoldsNoDevelopment(t *testing.T) {
	t.Parallel()
	packages := func(args ...string) string {
		args = append(append([]string{"list", "-deps"}, args...), "-f", "{{if .GoFiles}}{{.ImportPath}} {{.GoFiles}}{{end}}", ".")
		list, err := exec.CommandContext(t.Context(), "go", args...).Output() //nolint:gosec // G204: fixed words
		if err != nil {
			t.Fatal(err)
		}
		return string(list)
	}
	development, release := packages(), packages("-tags", "release")
	for _, name := range []string{"internal/devissuer ", "internal/county ", "internal/demo ", "internal/bench ", " dev.go ", "bench.go "} {
		if !strings.Contains(strings.ReplaceAll(development, "[", " "), name) {
			t.Errorf("%s is not even in a development build: this test looks for nothing", name)
		}
		for line := range strings.Lines(strings.ReplaceAll(release, "[", " ")) {
			// A package may be named for its comment alone.
			if strings.Contains(line, name) && strings.TrimSpace(line[strings.Index(line, " "):]) != "doc.go]" {
				t.Errorf("a release holds %s", line)
			}
		}
	}
}
