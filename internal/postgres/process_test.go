//go:build unix

package postgres

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestServerRunsApart(t *testing.T) {
	t.Parallel()
	h := setup(t)
	s := start(t, h, Options{Throwaway: true})
	group, err := syscall.Getpgid(s.own.process.pid)
	if err != nil || group == syscall.Getpgrp() {
		t.Errorf("process group %d (%v): the terminal's Ctrl-C would reach the server", group, err)
	}
	want := os.Geteuid()
	if want == 0 {
		want = h.account.uid
	}
	for _, dir := range []string{s.own.scratch.data(), s.own.scratch.socketDir()} {
		info, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		st, ok := info.Sys().(*syscall.Stat_t)
		if !ok || int(st.Uid) != want || st.Uid == 0 {
			t.Errorf("%s belongs to user %d, want %d and never root", dir, st.Uid, want)
		}
		if info.Mode().Perm() != 0o700 {
			t.Errorf("%s is open to others: %v", dir, info.Mode())
		}
	}
}

func TestDeafProcessIsKilled(t *testing.T) {
	t.Parallel()
	deaf := exec.Command("sh", "-c", "trap '' INT QUIT; echo ready; while :; do sleep 1; done") //nolint:noctx // stopped below
	deaf.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := deaf.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p, err := spawn(deaf, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 8)); err != nil {
		t.Fatal(err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	begun := time.Now()
	if err := p.stop(ended, fast); err != nil {
		t.Error(err)
	}
	if took := time.Since(begun); took > patience[immediate]+2*time.Second {
		t.Errorf("took %v: an ended context must cut the gentlest way short", took)
	}
}

func TestSpawnReportsWhatCannotRun(t *testing.T) {
	t.Parallel()
	if _, err := spawn(exec.Command("/nonexistent/postgres"), ""); err == nil { //nolint:noctx // never starts
		t.Error("a program that is not there was started")
	}
}

func TestServerEnvLeavesOutWhatSteersPostgres(t *testing.T) {
	t.Setenv("PGDATA", "/elsewhere")
	t.Setenv("LC_MESSAGES", "sv_SE.UTF-8")
	t.Setenv("TZ", "Europe/Stockholm")
	t.Setenv(Variable, "postgres://bo:s3cret@db/town")
	t.Setenv("KEEP_ME", "1")
	env := serverEnv()
	for _, kv := range env {
		if strings.HasPrefix(kv, "PG") || strings.Contains(kv, "sv_SE") || strings.Contains(kv, "Stockholm") || strings.Contains(kv, "s3cret") {
			t.Errorf("the server is given %s", kv)
		}
	}
	for _, kv := range []string{"KEEP_ME=1", "LC_ALL=C", "TZ=UTC"} {
		if !slices.Contains(env, kv) {
			t.Errorf("the server is not given %s", kv)
		}
	}
}
