//go:build unix

package postgres

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestKilledParent(t *testing.T) {
	t.Parallel()
	h, dir := setup(t), folder(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self, "-test.run=^$") //nolint:gosec,noctx // this very program
	child.Env = append(os.Environ(), childDir+"="+dir, "TMPDIR="+h.temps[0])
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var pid int
	if _, err := fmt.Fscan(out, &pid); err != nil {
		t.Errorf("read the server's pid from the child: %v", err)
	}
	if _, err := h.start(t.Context(), Options{Dir: dir}); err == nil {
		t.Error("started beside a living child")
	} else if want := fmt.Sprintf("pid %d", child.Process.Pid); !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // killed, as it should be
	if runtime.GOOS == "linux" {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		if !awaitEnd(ctx, "", pid, filepath.Join(dir, "pg")) {
			t.Error("the server does not end with its parent")
		}
	}
	s := start(t, h, Options{Dir: dir})
	if got := ask1(t, s.URL("", ""), "SELECT 'yes'"); got != "yes" {
		t.Errorf("after the child was killed: got %q", got)
	}
}

func TestOrphanIsStoppedAndItsDataServed(t *testing.T) {
	t.Parallel()
	h, dir := setup(t), folder(t)
	orphan := start(t, h, Options{Dir: dir})
	do(t, orphan.URL("", ""), "CREATE TABLE child (name text)", "INSERT INTO child VALUES ('Nour')")
	if err := orphan.own.lock.release(); err != nil { // as when its parent dies where no signal tells it
		t.Fatal(err)
	}
	s := start(t, h, Options{Dir: dir})
	select {
	case <-orphan.own.process.done:
	case <-time.After(5 * time.Second):
		t.Error("two servers on one data folder")
	}
	if got := ask1(t, s.URL("", ""), "SELECT name FROM child"); got != "Nour" {
		t.Errorf("got %q, want Nour", got)
	}
	orphan.own.lock = nil
}

func TestStalePidFile(t *testing.T) {
	t.Parallel()
	gone := exec.Command("true") //nolint:noctx // ends at once
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	bystander := exec.CommandContext(t.Context(), "sleep", "60")
	if err := bystander.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = bystander.Wait(); close(ended) }()
	h, dir := setup(t), folder(t)
	stop(t, start(t, h, Options{Dir: dir}))
	for _, c := range []struct{ name, content string }{
		{"of a process that is gone", fmt.Sprint(gone.Process.Pid)},
		{"of another program's process", fmt.Sprint(bystander.Process.Pid)},
		{"of the test itself", fmt.Sprint(os.Getpid())},
		{"of nobody", "nonsense"},
		{"that is empty", ""},
		{"of every process", "-1"},
	} {
		write(t, filepath.Join(dir, "pg", "postmaster.pid"), c.content+"\n/elsewhere\n1\n5432\n/tmp\n\n")
		s, err := h.start(t.Context(), Options{Dir: dir})
		if err != nil {
			t.Errorf("pid file %s: %v", c.name, err)
			continue
		}
		stop(t, s)
	}
	select {
	case <-ended:
		t.Error("the bystander was stopped")
	default:
	}
}

func TestSweepRemovesOnlyWhatIsAbandoned(t *testing.T) {
	t.Parallel()
	h := setup(t)
	temp, hourAgo := h.temps[0], time.Now().Add(-time.Hour)
	make1 := func(age time.Time) *scratch {
		s, err := h.makeScratch(temp)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(lockPath(s.dir), age, age); err != nil {
			t.Fatal(err)
		}
		return s
	}
	held, young, left := make1(hourAgo), make1(time.Now()), make1(hourAgo)
	for _, s := range []*scratch{young, left} {
		if err := s.lock.release(); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(temp, scratchPrefix+"letter", "letter.txt"), "Dear Bo")
	sweep(t.Context(), "", temp)
	for _, c := range []struct {
		name, dir string
		stays     bool
	}{
		{"in use", held.dir, true},
		{"just made", young.dir, true},
		{"abandoned", left.dir, false},
		{"not ours", filepath.Join(temp, scratchPrefix+"letter"), true},
	} {
		if _, err := os.Stat(c.dir); (err == nil) != c.stays {
			t.Errorf("folder %s: stays is %v, want %v", c.name, err == nil, c.stays)
		}
	}
}

func TestAbandonedThrowawayServerIsStopped(t *testing.T) {
	t.Parallel()
	h := setup(t)
	s := start(t, h, Options{Throwaway: true})
	hourAgo := time.Now().Add(-time.Hour)
	if err := os.Chtimes(lockPath(s.own.scratch.dir), hourAgo, hourAgo); err != nil {
		t.Fatal(err)
	}
	if err := s.own.scratch.lock.release(); err != nil {
		t.Fatal(err)
	}
	sweep(t.Context(), "", h.temps[0])
	select {
	case <-s.own.process.done:
	case <-time.After(10 * time.Second):
		t.Error("an abandoned server still runs")
	}
	s.own.scratch = nil // swept
}
