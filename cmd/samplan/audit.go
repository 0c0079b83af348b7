package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"samplan/internal/audit"
	"samplan/internal/config"
	"samplan/internal/store"
)

const auditUsage = `usage: samplan audit key --out FILE           make a key that signs the log; prints the public key
       samplan audit export [--from SEAL] [--to SEAL] [--out FILE]
       samplan audit verify [flags] FILE...      check exported files, offline
       samplan audit weed                        remove entries whose time is over
       samplan audit COMMAND -h tells the flags`

// auditLog is all that operators do with the log.
func auditLog(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New(auditUsage)
	}
	switch rest := args[1:]; args[0] {
	case "key":
		return auditKey(rest, out)
	case "export":
		return auditExport(ctx, rest, out)
	case "verify":
		return auditVerify(rest, out)
	case "weed":
		return auditWeed(ctx, rest, out)
	case "-h", "-help", "--help":
		_, err := fmt.Fprintln(out, auditUsage)
		return err
	}
	return errors.New(auditUsage)
}

// parseAll reads flags on either side of other arguments, and gives the latter.
func parseAll(s *flag.FlagSet, args []string, out io.Writer) ([]string, error) {
	var others []string
	for {
		if err := parse(s, args, out); err != nil {
			return nil, err
		}
		if s.NArg() == 0 {
			return others, nil
		}
		others, args = append(others, s.Arg(0)), s.Args()[1:]
	}
}

// parseAlone reads flags where nothing else belongs.
func parseAlone(s *flag.FlagSet, args []string, out io.Writer) error {
	others, err := parseAll(s, args, out)
	if err == nil && len(others) > 0 {
		return fmt.Errorf("unknown argument %q (%s -h tells the flags)", others[0], s.Name())
	}
	return err
}

func auditKey(args []string, out io.Writer) error {
	return makeKey("samplan audit key", "SAMPLAN_LOG_KEY_FILE", args, out)
}

// makeKey makes a signing key for the setting that will name its file.
func makeKey(command, setting string, args []string, out io.Writer) error {
	s := flag.NewFlagSet(command, flag.ContinueOnError)
	path := s.String("out", "", "file to write the private key to; it must not be there yet")
	if err := parseAlone(s, args, out); err != nil {
		return err
	}
	if *path == "" {
		return fmt.Errorf("--out: name the file for the private key, as %s will", setting)
	}
	secret, public, err := audit.GenerateKey()
	if err != nil {
		return err
	}
	text, err := public.PEM()
	if err != nil {
		return err
	}
	if err := writeNew(*path, secret); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s# key %s; its private half is in %s\n", text, public.ID, *path)
	return err
}

// writeNew writes a file that only its owner can read, and never over another one.
func writeNew(path string, text []byte) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // G304: the operator names the file
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.Write(text)
	return err
}

func auditExport(ctx context.Context, args []string, out io.Writer) (err error) {
	var x audit.Export
	s := flag.NewFlagSet("samplan audit export", flag.ContinueOnError)
	s.Int64Var(&x.From, "from", 1, "first seal")
	s.Int64Var(&x.To, "to", 0, "last seal, moved on to the next one that is signed (default the last one that is signed)")
	path := s.String("out", "", "file to write; it must not be there yet (default standard output)")
	if err := parseAlone(s, args, out); err != nil {
		return err
	}
	url, err := config.LoadSealerURL(os.Environ())
	if err != nil {
		return err
	}
	sealer, err := store.OpenSealer(ctx, url.Reveal())
	if err != nil {
		return err
	}
	defer func() { _ = sealer.Close() }() // nothing is left to lose
	if *path == "" {
		_, err := exportTo(ctx, sealer, x, out)
		return err
	}
	f, err := os.OpenFile(*path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if x, err = exportTo(ctx, sealer, x, f); err != nil {
		return err
	}
	return tellExport(x, *path, out)
}

func exportTo(ctx context.Context, sealer *store.Sealer, x audit.Export, w io.Writer) (audit.Export, error) {
	b := bufio.NewWriterSize(w, 1<<16)
	x, err := sealer.Export(ctx, x, time.Now(), func(l audit.Line) error {
		_, err := b.Write(l.Text())
		return err
	})
	if err != nil {
		return x, err
	}
	return x, b.Flush()
}

func tellExport(x audit.Export, path string, out io.Writer) error {
	var b strings.Builder
	_, _ = fmt.Fprintf(&b, "%s holds seals %d to %d with %d entries", path, x.From, x.To, x.Entries)
	if x.Stubs > 0 {
		_, _ = fmt.Fprintf(&b, " and %d stubs of weeded ones", x.Stubs)
	}
	b.WriteString(".\n")
	if x.Signed < x.To {
		_, _ = fmt.Fprintf(&b, "The seals after %d are not signed yet.\n", x.Signed)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func auditWeed(ctx context.Context, args []string, out io.Writer) error {
	s := flag.NewFlagSet("samplan audit weed (SAMPLAN_DATABASE_URL of samplan_disposal; SAMPLAN_LOG_RETENTION says how many years)", flag.ContinueOnError)
	if err := parseAlone(s, args, out); err != nil {
		return err
	}
	url, err := config.LoadDatabaseURL(os.Environ())
	if err != nil {
		return err
	}
	retention, err := config.LoadRetention(os.Environ())
	if err != nil {
		return err
	}
	d, err := store.OpenDisposal(ctx, url.Reveal())
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing is left to lose
	gone, err := d.Weed(ctx, retention, time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d entries were removed. Their seals still prove.\n", gone)
	return err
}
