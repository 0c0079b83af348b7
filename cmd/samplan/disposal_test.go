package main

import (
	"os"
	"path/filepath"
	"testing"

	"samplan/internal/audit"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// withDisposal sets what disposal needs, and gives where the certificates are.
func withDisposal(t *testing.T) string {
	t.Helper()
	secret, public, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	pem, err := public.PEM()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for name, text := range map[string][]byte{"key.pem": secret, "key.pub.pem": pem} {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("SAMPLAN_DISPOSAL_KEY_FILE", filepath.Join(folder, "key.pem"))
	t.Setenv("SAMPLAN_DISPOSAL_PUBLIC_KEYS_FILE", filepath.Join(folder, "key.pub.pem"))
	at := filepath.Join(folder, "certificates.jsonl")
	t.Setenv("SAMPLAN_DISPOSAL_CERTIFICATES", at)
	return at
}

// TestDisposalFromTheCommandLine: there is nothing to carry out, and nothing else to do; a file that was altered is refused.
func TestDisposalFromTheCommandLine(t *testing.T) {
	t.Setenv("SAMPLAN_DATABASE_URL", testkit.NewDatabase(t, store.Options{}).URL)
	wantSaid(t, run(t, "disposal", "carry-out"), 1, "", "SAMPLAN_DISPOSAL_CERTIFICATES: missing")
	wantSaid(t, run(t, "disposal", "reapply"), 1, "", "SAMPLAN_DISPOSAL_CERTIFICATES: missing")
	at := withDisposal(t)
	wantSaid(t, run(t, "disposal", "carry-out"), 0, "0 cases were disposed of, 0 dropped off", "")
	wantSaid(t, run(t, "disposal", "reapply"), 0, "0 lists were carried out again, 0 cases disposed of", "")
	wantSaid(t, run(t, "disposal", "-h"), 0, "samplan disposal carry-out", "")
	for _, args := range [][]string{{"disposal"}, {"disposal", "all"}} {
		wantSaid(t, run(t, args...), 1, "", "usage: samplan disposal")
	}
	for _, what := range []string{"carry-out", "reapply"} {
		wantSaid(t, run(t, "disposal", what, "now"), 1, "", `unknown argument "now"`)
	}
	if err := os.WriteFile(at, []byte("{}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"disposal", "carry-out"}, {"disposal", "reapply"}, {"disposal", "reapply", "--from", at}} {
		wantSaid(t, run(t, args...), 1, "", "line 1: the certificates of disposal are not as they were written")
	}
}
