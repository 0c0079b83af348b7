package disposal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"samplan/internal/audit"
	"samplan/internal/id"
)

func aSigner(t *testing.T) *audit.Signer {
	t.Helper()
	secret, _, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	s, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// aBook is a file with some certificates.
func aBook(t *testing.T, lists int) (Book, Chain) {
	t.Helper()
	s := aSigner(t)
	b := Book{Path: filepath.Join(t.TempDir(), "certificates.jsonl"), Keys: []audit.PublicKey{s.PublicKey}, Signer: s}
	for range lists {
		if _, err := b.Add(fmt.Appendf(nil, `{"run": %q, "cases": []}`, id.NewDisposal()), time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	all, err := b.Read()
	if err != nil || len(all) != lists {
		t.Fatalf("%d certificates: %v", len(all), err)
	}
	return b, all
}

// TestCertificatesProveThemselves: whatever is changed, removed, added, moved or cut in the middle is found, and nothing is added to such
// a file.
func TestCertificatesProveThemselves(t *testing.T) {
	t.Parallel()
	b, _ := aBook(t, 4)
	whole, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(whole, []byte("\n"))
	join := func(n ...int) (all []byte) {
		for _, i := range n {
			all = append(all, lines[i]...)
		}
		return all
	}
	for name, text := range map[string][]byte{
		"one is gone":            join(0, 2, 3),
		"the first is gone":      join(1, 2, 3),
		"two are the other way":  join(0, 2, 1, 3),
		"one stands twice":       join(0, 1, 1, 2, 3),
		"the last is not whole":  whole[:len(whole)-1],
		"the last is cut":        whole[:len(whole)-20],
		"a line is empty":        append(bytes.Clone(whole), '\n'),
		"something else follows": append(bytes.Clone(whole), "{}\n"...),
		"a number is another":    bytes.Replace(whole, []byte(`"number":2`), []byte(`"number":3`), 1),
	} {
		if _, err := ReadChain(text, b.Keys); err == nil {
			t.Errorf("%s: it is taken", name)
		}
		if err := os.WriteFile(b.Path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Add(fmt.Appendf(nil, `{"run": %q}`, id.NewDisposal()), time.Now()); err == nil {
			t.Errorf("%s: it is added to", name)
		}
	}
	for n := range whole { // every single byte counts, but for signs that JSON reads alike
		changed := bytes.Clone(whole)
		changed[n] ^= 1
		if all, err := ReadChain(changed, b.Keys); err == nil {
			t.Fatalf("byte %d can be changed: %d certificates", n, len(all))
		}
	}
	if _, err := ReadChain(whole, []audit.PublicKey{aSigner(t).PublicKey}); err == nil {
		t.Error("it is taken by the key of another")
	}
}

// TestWhatWaits: what is in the file and not in the database; a database that knows more, or something else, has another file.
func TestWhatWaits(t *testing.T) {
	t.Parallel()
	b, all := aBook(t, 3)
	done := func(n ...int) (some []Mention) {
		for _, i := range n {
			some = append(some, Mention{all[i].Run, all[i].Number, all[i].Hash})
		}
		return some
	}
	for _, c := range []struct {
		done []Mention
		want int
	}{{nil, 3}, {done(0), 2}, {done(1), 2}, {done(0, 1, 2), 0}} {
		if left, err := all.Waiting(c.done); err != nil || len(left) != c.want {
			t.Errorf("%d wait, want %d: %v", len(left), c.want, err)
		}
	}
	other := done(2)
	other[0].Hash = "another"
	for name, c := range map[string]struct {
		all  Chain
		done []Mention
	}{"the file was cut off": {all[:2], done(2)}, "the line is another": {all, other}, "there is no file": {nil, done(0)}} {
		if _, err := c.all.Waiting(c.done); err == nil {
			t.Errorf("%s: that is fine", name)
		}
	}
	// A try that wrote its certificate and did not commit is followed by another of the same list.
	if _, err := b.Add(all[0].List, time.Now()); err != nil {
		t.Fatal(err)
	}
	all, err := b.Read()
	if err != nil {
		t.Fatal(err)
	}
	if left, err := all.Waiting(nil); err != nil || len(left) != 3 || left[2].Number != 4 {
		t.Errorf("%+v: %v", left, err)
	}
	if left, err := all.Waiting(done(0)); err != nil || len(left) != 2 {
		t.Errorf("%+v: %v", left, err)
	}
}
