//go:build !release

package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"samplan/internal/bench"
)

// runBench measures the server against the floor.
func runBench(ctx context.Context, args []string, out io.Writer) error {
	s := flag.NewFlagSet("samplan bench", flag.ContinueOnError)
	s.SetOutput(out)
	o := bench.Options{Progress: os.Stderr}
	s.IntVar(&o.Plans, "plans", 20_000, "how many plans of 30 items each are loaded")
	s.DurationVar(&o.For, "for", 20*time.Second, "measuring time per kind of request, server and floor together")
	asJSON := s.Bool("json", false, "print the report as JSON; its times are those with every connection busy")
	gate := s.Bool("gate", false, "fail when a gate (P1-P3, P7) is missed")
	profile := s.String("profile", "", "write CPU profiles of the server to files that begin so, one per kind of request")
	if err := s.Parse(args); err != nil {
		return err
	}
	if s.NArg() > 0 {
		return fmt.Errorf("unknown argument %q", s.Arg(0))
	}
	if o.Plans < 16 || o.For < time.Second {
		return fmt.Errorf("--plans: at least 16; --for: at least 1s")
	}
	o.Profile = *profile
	report, err := bench.Run(ctx, o)
	if err != nil {
		return err
	}
	if err := write(report, out, *asJSON); err != nil {
		return err
	}
	if missed := report.Missed(); *gate && len(missed) > 0 {
		return fmt.Errorf("gates missed: %s", strings.Join(missed, ", "))
	}
	return nil
}

func write(r bench.Report, out io.Writer, asJSON bool) error {
	if asJSON {
		return r.JSON(out)
	}
	return r.Print(out)
}
