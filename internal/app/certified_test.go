package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/audit"
	"samplan/internal/disposal"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// widestDoor lets everybody in.
type widestDoor struct{ session.Door }

func (widestDoor) Ready(context.Context) error { return nil }

func (widestDoor) Serve(context.Context, session.Request, func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	return session.Answer{Status: 200}, nil
}

// TestNobodyIsServedBeforeDisposalsAreCarriedOutAgain: nor on a file that was altered, or is not there any more.
func TestNobodyIsServedBeforeDisposalsAreCarriedOutAgain(t *testing.T) {
	t.Parallel()
	secret, public, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	signer, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	b := disposal.Book{Path: filepath.Join(t.TempDir(), "certificates.jsonl"), Keys: []audit.PublicKey{public}, Signer: signer}
	var done []disposal.Mention
	d := &certifiedDoor{Door: widestDoor{}, book: b, done: func(context.Context) ([]disposal.Mention, error) { return done, nil }}
	want := func(what string, isOpen bool) {
		t.Helper()
		for n := range 2 { // before and after somebody has asked whether it is ready
			_, err := d.Serve(t.Context(), session.Request{}, nil)
			if (err == nil) != isOpen || err != nil && !fault.Has(err, fault.CodeUnavailable) {
				t.Errorf("%s, %d: %v", what, n, err)
			}
			if err := d.Ready(t.Context()); (err == nil) != isOpen {
				t.Errorf("%s, ready: %v", what, err)
			}
		}
	}
	want("nothing was disposed of", true)
	k, err := b.Add(fmt.Appendf(nil, `{"run": %q}`, id.NewDisposal()), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	d = &certifiedDoor{Door: widestDoor{}, book: b, done: d.done} // the service begins on what was restored
	want("a certificate waits", false)
	done = []disposal.Mention{{Run: k.Run, Number: k.Number, Hash: k.Hash}}
	want("it is carried out", true)
	done = nil
	if err := d.Ready(t.Context()); err == nil {
		t.Error("restored beneath a service that runs: it is ready")
	}
	want("restored beneath a service that runs", false)
	done = []disposal.Mention{{Run: k.Run, Number: k.Number, Hash: k.Hash}}
	if err := os.WriteFile(b.Path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Ready(t.Context()); err == nil {
		t.Error("the file is empty")
	}
}
