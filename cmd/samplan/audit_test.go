package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samplan/internal/audit"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m, nil) }

func keyFiles(t *testing.T, name string) (signer *audit.Signer, public string) {
	t.Helper()
	private := filepath.Join(t.TempDir(), name+".pem")
	made := run(t, "audit", "key", "--out", private)
	if made.code != 0 || !strings.HasPrefix(made.out, "-----BEGIN PUBLIC KEY-----") || strings.Contains(made.out, "PRIVATE") {
		t.Fatalf("got %+v", made)
	}
	text, err := os.ReadFile(private)
	if err != nil {
		t.Fatal(err)
	}
	if signer, err = audit.ReadSigner(text); err != nil {
		t.Fatal(err)
	}
	return signer, fileWith(t, made.out)
}

func fileWith(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sealAll seals whatever is committed; transactions of other tests can hold it up.
func sealAll(t *testing.T, s *store.Sealer, signer *audit.Signer) {
	t.Helper()
	for range 1000 {
		p, err := s.Pass(t.Context(), audit.Order{Now: time.Now(), Origin: "https://samplan.example", Signer: signer})
		if err != nil {
			t.Fatal(err)
		}
		if p.Oldest.IsZero() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("entries wait for their seal")
}

// TestAuditFromTheCommandLine takes a log through its life as an operator does.
func TestAuditFromTheCommandLine(t *testing.T) {
	d := testkit.NewDatabase(t, store.Options{})
	write := func(at string) {
		if _, err := d.Owner.ExecContext(t.Context(), `INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind)
		  VALUES (gen_random_uuid(), $1::timestamptz, gen_random_uuid(), 'GetPlan', 'done', 'staff')`, at); err != nil {
			t.Fatal(err)
		}
	}
	sealer, err := store.OpenSealer(t.Context(), d.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = sealer.Close() })
	signer, public := keyFiles(t, "log")
	_, other := keyFiles(t, "other")
	t.Setenv("SAMPLAN_LOG_DATABASE_URL", d.URL)
	t.Setenv("SAMPLAN_DATABASE_URL", d.URL)
	t.Setenv("SAMPLAN_LOG_RETENTION", "")
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }

	wantSaid(t, run(t, "audit", "export"), 1, "", "nothing is sealed yet")
	write("2019-05-05")
	write(time.Now().Format(time.DateOnly))
	sealAll(t, sealer, signer)
	wantSaid(t, run(t, "audit", "export", "--out", file("one.jsonl")), 0, "holds seals 1 to 1 with 2 entries.", "")
	wantSaid(t, run(t, "audit", "export", "--out", file("one.jsonl")), 1, "", "exists")
	wantSaid(t, run(t, "audit", "verify", file("one.jsonl")), 0, "The keys come from the files themselves", "")
	wantSaid(t, run(t, "audit", "verify", file("one.jsonl"), "--key", public), 0, "Proved: nothing was changed, removed, added, moved or cut off.", "")
	wantSaid(t, run(t, "audit", "verify", "--key", other, file("one.jsonl")), 3, "which is not among those given", "the log is not proved")

	sealAll(t, sealer, signer)
	wantSaid(t, run(t, "audit", "weed"), 0, "1 entries were removed", "")
	sealAll(t, sealer, signer)
	all := run(t, "audit", "export")
	wantSaid(t, all, 0, `"kind":"stub"`, "")
	wantSaid(t, run(t, "audit", "verify", fileWith(t, all.out)), 0, "1 entries were weeded", "")

	lines := strings.SplitAfter(strings.TrimSpace(all.out), "\n")
	last := fileWith(t, lines[len(lines)-1])
	wantSaid(t, run(t, "audit", "verify", "--checkpoint", last, fileWith(t, all.out)), 0, "Proved", "")
	wantSaid(t, run(t, "audit", "verify", "--checkpoint", last, file("one.jsonl")), 3, "WRONG  the log is cut off", "the log is not proved")
	changed := fileWith(t, strings.Replace(all.out, `"outcome":"done"`, `"outcome":"dune"`, 1))
	wantSaid(t, run(t, "audit", "verify", changed), 3, "the entry was changed", "the log is not proved")

	wantSaid(t, run(t, "audit", "export", "--from", "2", "--out", file("two.jsonl")), 0, "holds seals 2 to", "")
	wantSaid(t, run(t, "audit", "verify", file("one.jsonl"), file("two.jsonl")), 0, "Seals 1 to", "")
	wantSaid(t, run(t, "audit", "verify", file("two.jsonl")), 3, "the log was cut off in front", "")
	wantSaid(t, run(t, "audit", "verify", file("two.jsonl"), "--from", "2"), 0, "Proved", "")
}

// wantSaid compares with what was printed; complaints that are not wanted are wrong.
func wantSaid(t *testing.T, got said, code int, out, complaints string) {
	t.Helper()
	if got.code != code || !strings.Contains(got.out, out) || !strings.Contains(got.complaints, complaints) || code == 0 && got.complaints != "" {
		t.Errorf("want %d %q %q, got %+v", code, out, complaints, got)
	}
}

func TestAuditRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"nothing":            {nil, "usage: samplan audit key"},
		"something else":     {[]string{"prove"}, "usage: samplan audit key"},
		"a key for no file":  {[]string{"key"}, "--out: name the file"},
		"a key over another": {[]string{"key", "--out", fileWith(t, "x")}, "exists"},
		"a key with a word":  {[]string{"key", "now"}, `unknown argument "now"`},
		"no file":            {[]string{"verify"}, "name the exported files"},
		"a file not there":   {[]string{"verify", "/nowhere/at/all"}, "no such file"},
		"a key that is none": {[]string{"verify", "x", "--key", fileWith(t, "x")}, "want Ed25519 public keys"},
		"no checkpoint":      {[]string{"verify", "x", "--checkpoint", fileWith(t, "x")}, "read JSON"},
		"an unknown flag":    {[]string{"verify", "--frm", "2"}, "-h tells the flags"},
		"a weeding of words": {[]string{"weed", "all"}, `unknown argument "all"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wantSaid(t, run(t, append([]string{"audit"}, c.args...)...), 1, "", c.want)
		})
	}
	wantSaid(t, run(t, "audit", "verify", "-h"), 0, "Exit code:", "")
	wantSaid(t, run(t, "audit", "-h"), 0, "samplan audit export", "")
	wantSaid(t, run(t, "audit", "verify", fileWith(t, "x\n")), 3, "WRONG", "the log is not proved")
}
