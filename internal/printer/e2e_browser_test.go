//go:build e2e

package printer

import (
	"bytes"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"testing"
)

// TestE2EBrowser: a real browser prints, reaches nothing, is replaced when it dies, and leaves nothing behind.
func TestE2EBrowser(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("SAMPLAN_TEST_SECRET", "hemligt")
	where, err := Find(os.Getenv(Variable))
	if err != nil {
		t.Fatal(err)
	}
	spy, seen := spyOn(t, where)
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	called := make(chan struct{}, 1)
	go func() {
		if c, err := l.Accept(); err == nil {
			called <- struct{}{}
			_ = c.Close()
		}
	}()
	p := New(spy, slog.New(slog.DiscardHandler), Limits{})
	address := "http://" + l.Addr().String()
	page := []byte("<!doctype html><html lang='sv'><title>Plan</title><link rel=stylesheet href='" + address + "/a.css'><img src='" + address +
		"/b.png'><script>fetch('" + address + "')</script><h1>Plan</h1>")
	prints := func() {
		t.Helper()
		text, err := p.Print(t.Context(), page)
		if err != nil || !bytes.HasPrefix(text, []byte("%PDF-")) {
			t.Fatalf("got %d bytes, %v", len(text), err)
		}
	}
	prints()
	b, _ := p.press.(*browser)
	if environ, err := os.ReadFile(seen); err != nil || bytes.Contains(environ, []byte("hemligt")) {
		t.Errorf("the browser has our environment: %s, %v", environ, err)
	}
	b.own.kill()
	<-b.own.ended
	prints()
	p.Close()
	_ = l.Close()
	select {
	case <-called:
		t.Error("the page reached the network")
	default:
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// spyOn gives a program that writes down its environment and goes on as the browser.
func spyOn(t *testing.T, browser string) (program, seen string) {
	t.Helper()
	seen, program = filepath.Join(t.TempDir(), "environ"), filepath.Join(t.TempDir(), "spy")
	text := "#!/bin/sh\nenv >" + seen + "\nexec " + browser + " \"$@\"\n"
	if err := os.WriteFile(program, []byte(text), 0o700); err != nil { //nolint:gosec // G306: it is a program
		t.Fatal(err)
	}
	return program, seen
}
