package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"samplan/internal/audit"
)

const verifyUsage = `Usage: samplan audit verify [flags] FILE...

Checks exported files in the order in which they are given, without server and without settings, and tells what is wrong,
with file, line, seal and entry. What it found stands on standard output. Exit code:
  0  everything is proved
  1  it could not be checked: a file cannot be read, a flag is wrong
  3  something is wrong with the log

`

// errNotProved ends verify with a code of its own, so that a script can tell what is wrong from a wrong path.
var (
	errNotProved    = errors.New("not proved")
	errLogNotProved = fmt.Errorf("the log is %w", errNotProved)
)

// many is a flag that can be given several times.
type many []string

func (m *many) String() string { return strings.Join(*m, ", ") }

// Set adds one.
func (m *many) Set(v string) error { *m = append(*m, v); return nil }

func auditVerify(args []string, out io.Writer) error {
	var keys, pins many
	o := audit.VerifyOptions{Now: time.Now()}
	s := flag.NewFlagSet("samplan audit verify", flag.ContinueOnError)
	s.Var(&keys, "key", "file with a public key that is known to be right, as samplan audit key prints it; can be given several times")
	s.Var(&pins, "checkpoint", "file with a checkpoint that was kept elsewhere: one such line of an export, or of the server's own log; can be given several times")
	s.Int64Var(&o.From, "from", 1, "seal that the files are to begin with")
	s.BoolVar(&o.Unsigned, "unsigned", false, "accept seals after the last checkpoint, which anybody could have made")
	s.IntVar(&o.Retention, "retention", audit.DefaultRetention, "years that an entry is kept at least; one that was weeded earlier is a fault")
	s.Usage = func() {
		_, _ = io.WriteString(s.Output(), verifyUsage)
		s.PrintDefaults()
	}
	files, err := parseAll(s, args, out)
	if err != nil {
		return err
	}
	if len(files) == 0 || o.From < 1 || o.Retention < 1 {
		return errors.New("name the exported files; --from and --retention are at least 1 (samplan audit verify -h tells the flags)")
	}
	if o.Keys, err = readEach(keys, audit.ReadPublicKeys); err != nil {
		return err
	}
	if o.Pins, err = readEach(pins, oneCheckpoint); err != nil {
		return err
	}
	report, err := verifyFiles(audit.NewVerifier(o), files)
	if err != nil {
		return err
	}
	if err := tellReport(report, out); err != nil {
		return err
	}
	if !report.IsProved() {
		return errLogNotProved
	}
	return nil
}

func oneCheckpoint(text []byte) ([]audit.Signed, error) {
	c, err := audit.ReadCheckpoint(text)
	return []audit.Signed{c}, err
}

// readEach reads all files of one flag.
func readEach[T any](files []string, read func([]byte) ([]T, error)) ([]T, error) {
	var all []T
	for _, name := range files {
		text, err := os.ReadFile(name) //nolint:gosec // G304: the operator names the file
		if err != nil {
			return nil, fmt.Errorf("read: %w", err)
		}
		some, err := read(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, some...)
	}
	return all, nil
}

func verifyFiles(v *audit.Verifier, files []string) (audit.Report, error) {
	for _, name := range files {
		if err := verifyFile(v, name); err != nil {
			return audit.Report{}, err
		}
	}
	return v.Finish(), nil
}

func verifyFile(v *audit.Verifier, name string) error {
	f, err := os.Open(name) //nolint:gosec // G304: the operator names the file
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	return v.Read(name, f)
}

// tellReport says first what was seen, then what is wrong, then the verdict.
func tellReport(r audit.Report, out io.Writer) error {
	var b strings.Builder
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(&b, format+"\n", args...) }
	say("Seals %d to %d: %d entries, %d in all since the log began.", r.First, r.Last, r.Entries, r.Size)
	if r.Stubs > 0 {
		say("%d entries were weeded; their stubs are counted, and what they said is gone.", r.Stubs)
	}
	for _, e := range r.Epochs {
		say("Epoch %d begins with seal %d: %s.", e.Number, e.Seal, e.Begins)
	}
	if c := r.LastCheckpoint; c != nil {
		say("%d checkpoints; the last good one, of %s, signs seal %d of %s with key %s.", r.Checkpoints, c.At, c.Seal, c.Origin, c.Key)
	}
	if !r.Pinned && len(r.Keys) > 0 {
		say("The keys come from the files themselves. Whoever made the files could have made them: give the right one with --key.")
	}
	for _, f := range r.Findings {
		say("WRONG  %s", f)
	}
	if r.More > 0 {
		say("WRONG  and %d more", r.More)
	}
	switch {
	case r.IsProved() && r.Signed < r.Last:
		say("Nothing is wrong. The seals after %d are not signed, and prove nothing yet.", r.Signed)
	case r.IsProved():
		say("Proved: nothing was changed, removed, added, moved or cut off.")
	}
	_, err := io.WriteString(out, b.String())
	return err
}
