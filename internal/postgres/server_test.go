package postgres

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestThrowawayServer(t *testing.T) {
	t.Parallel()
	h := setup(t)
	begun := time.Now()
	s := start(t, h, Options{Throwaway: true, Settings: map[string]string{"work_mem": "5MB", "fsync": "on"}})
	ready := time.Since(begun)
	address := s.URL("", "")
	for _, c := range []struct{ name, question, want string }{
		{"it answers", "SELECT 'yes'", "yes"},
		{"its settings are those of tests", "SHOW synchronous_commit", "off"},
		{"the caller's settings are added", "SHOW work_mem", "5MB"},
		{"the caller's settings win", "SHOW fsync", "on"},
		{"it listens on no network address", "SHOW listen_addresses", ""},
		{"its encoding is UTF-8", "SHOW server_encoding", "UTF8"},
		{"its time zone is not the machine's", "SHOW timezone", "UTC"},
		{"its superuser is postgres", "SELECT current_user::text", "postgres"},
	} {
		if got := ask1(t, address, c.question); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	do(t, address, "CREATE ROLE karin LOGIN", "CREATE DATABASE town")
	if got := ask1(t, s.URL("karin", "town"), "SELECT current_user || ' in ' || current_database()"); got != "karin in town" {
		t.Errorf("as another user in another database: got %q", got)
	}
	if !s.IsPrivate() {
		t.Error("a server that we started is not private")
	}
	begun = time.Now()
	stop(t, s)
	t.Logf("ready after %v, stopped after %v", ready.Round(time.Millisecond), time.Since(begun).Round(time.Millisecond))
	stop(t, s) // again: no harm
	if left, err := os.ReadDir(h.temps[0]); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestStopLeavesNoProcess(t *testing.T) {
	t.Parallel()
	h := setup(t)
	for _, o := range []Options{{Throwaway: true}, {Dir: folder(t)}} {
		s := start(t, h, o)
		data := s.own.scratch.data()
		if o.Dir != "" {
			data = filepath.Join(o.Dir, "pg")
		}
		if !isServerOf("", s.own.process.pid, data) {
			t.Fatalf("process %d is not known as the server of %s", s.own.process.pid, data)
		}
		stop(t, s)
		if isServerOf("", s.own.process.pid, data) {
			t.Errorf("process %d still serves %s", s.own.process.pid, data)
		}
	}
}

func TestStopWithAnEndedContextStillStops(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	h := setup(t)
	s := start(t, h, Options{Dir: dir})
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Stop(ended); err != nil {
		t.Error(err)
	}
	again := start(t, h, Options{Dir: dir})
	if got := ask1(t, again.URL("", ""), "SELECT 'yes'"); got != "yes" {
		t.Errorf("after a hasty stop: got %q", got)
	}
}

func TestStartTellsWhatTheServerSays(t *testing.T) {
	t.Parallel()
	h := setup(t)
	_, err := h.start(t.Context(), Options{Throwaway: true, Settings: map[string]string{"shared_buffers": "much"}})
	if err == nil || !strings.Contains(err.Error(), `invalid value for parameter "shared_buffers"`) {
		t.Errorf("got %v, want the server's own words", err)
	}
	if left, err := os.ReadDir(h.temps[0]); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestStartWithAnEndedContextStartsNothing(t *testing.T) {
	t.Parallel()
	h := setup(t)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.start(ended, Options{Throwaway: true}); err == nil {
		t.Error("a server started after its context had ended")
	}
	if left, err := os.ReadDir(h.temps[0]); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
