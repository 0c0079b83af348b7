package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/config"
	"samplan/internal/store"
)

const shadowUsage = "usage: samplan policy shadow --from DATE [--to DATE] [--roles FILE] [--walls FILE]"

// policyShadow runs the log of some days against a candidate policy and prints what would have been decided otherwise. It
// asks as the role that migrates, and sees numbers alone.
func policyShadow(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 || args[0] != "shadow" {
		return errors.New(shadowUsage)
	}
	f, err := readShadowFlags(args[1:], out)
	if err != nil {
		return err
	}
	candidate, err := access.Candidate(f.roles, f.walls)
	if err != nil {
		return fmt.Errorf("read candidate: %w", err)
	}
	current, err := access.Load()
	if err != nil {
		return fmt.Errorf("read policy: %w", err)
	}
	url, err := config.LoadDatabaseURL(os.Environ())
	if err != nil {
		return err
	}
	uses, err := store.Tally(ctx, url.Reveal(), f.from.Start(), f.to.AddDays(1).Start())
	if err != nil {
		return err
	}
	return printShadow(out, current.Shadow(candidate, uses), uses)
}

type shadowFlags struct {
	roles, walls string // the texts of the candidate's files; empty: as today
	from, to     civil.Date
}

func readShadowFlags(args []string, out io.Writer) (f shadowFlags, err error) {
	s := flag.NewFlagSet("samplan policy shadow", flag.ContinueOnError)
	roles := s.String("roles", "", "file in the place of policy/roles.csv")
	walls := s.String("walls", "", "file in the place of policy/walls.csv")
	from := s.String("from", "", "first day of the log, YYYY-MM-DD")
	to := s.String("to", "", "last day of the log (default --from)")
	if err := parse(s, args, out); err != nil {
		return f, err
	}
	if s.NArg() > 0 || *from == "" || *roles == "" && *walls == "" {
		return f, errors.New(shadowUsage + "; name at least one of the files")
	}
	if *to == "" {
		*to = *from
	}
	if f.from, err = civil.Parse(*from); err == nil {
		f.to, err = civil.Parse(*to)
	}
	if err != nil || f.to.Before(f.from) {
		return f, fmt.Errorf("--from %q, --to %q: want days as 2020-12-31, in order", *from, *to)
	}
	for file, text := range map[string]*string{*roles: &f.roles, *walls: &f.walls} {
		if file == "" {
			continue
		}
		read, err := os.ReadFile(file) //nolint:gosec // G304: the operator names it
		if err != nil {
			return f, fmt.Errorf("read candidate: %w", err)
		}
		*text = string(read)
	}
	return f, nil
}

// printShadow prints a line for each way of using the policy that would be decided otherwise.
func printShadow(out io.Writer, all []access.Difference, uses []access.Use) error {
	var tried int64
	for _, u := range uses {
		tried += max(u.Requests, u.Objects)
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(t, "would be\trole\toperation\tpermission\treach\twall\trequests\tthings\tparagraph today") // Flush tells the error
	for _, d := range all {
		wall := ""
		if d.Verdict == access.Walled {
			wall = d.Giver + " > " + d.Receiver + " by " + d.Ground
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t%s\n",
			d.Verdict, d.Role, d.Operation, d.Permission, d.Reach, wall, d.Requests, d.Objects, d.Law)
	}
	_, _ = fmt.Fprintf(t, "%d different decisions, of %d logged uses. What the candidate would newly show is in no log.\n", len(all), tried)
	return t.Flush()
}
