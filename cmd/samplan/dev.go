//go:build !release

package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"

	"samplan/internal/civil"
	"samplan/internal/county"
	"samplan/internal/postgres"
)

// devFlags are the flags of samplan dev.
type devFlags struct {
	data, address, today, ready string
	fresh                       bool
}

func readDevFlags(args []string, out io.Writer) (devFlags, error) {
	home, err := postgres.DefaultDir()
	if err != nil {
		home = "" // asked for below, where --data can still name another
	}
	var f devFlags
	s := flag.NewFlagSet("samplan dev", flag.ContinueOnError)
	s.SetOutput(out)
	s.StringVar(&f.data, "data", home, "folder of the county's data")
	s.StringVar(&f.address, "addr", "127.0.0.1:0", "loopback address of the API; port 0 takes a free one")
	s.StringVar(&f.today, "today", "", "day on which the county lives from this start on, YYYY-MM-DD (default today)")
	s.StringVar(&f.ready, "ready-file", "", "file to write as JSON when the API is ready")
	s.BoolVar(&f.fresh, "fresh", false, "throw away the data and start anew")
	if err := s.Parse(args); err != nil {
		return f, err
	}
	if s.NArg() > 0 {
		return f, fmt.Errorf("unknown argument %q", s.Arg(0))
	}
	return f, nil
}

// dev runs the county until it is told to stop.
func dev(ctx context.Context, args []string, out io.Writer) error {
	if len(args) > 0 && args[0] == "token" {
		return devToken(ctx, args[1:], out)
	}
	f, err := readDevFlags(args, out)
	if err != nil {
		return err
	}
	var day civil.Date
	if f.today != "" {
		if day, err = civil.Parse(f.today); err != nil {
			return fmt.Errorf("--today: want YYYY-MM-DD: %w", err)
		}
	}
	c, err := county.Start(ctx, county.Options{
		Dir: f.data, Fresh: f.fresh, Address: f.address, Today: day, Progress: out,
		Logger: slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return err
	}
	return runCounty(ctx, c, f, out)
}

func runCounty(ctx context.Context, c *county.County, f devFlags, out io.Writer) (err error) {
	defer func() {
		if stopped := c.Stop(context.WithoutCancel(ctx)); err == nil {
			err = stopped
		}
	}()
	leave, err := c.Announce(f.data, f.ready)
	if err != nil {
		return err
	}
	defer leave()
	c.Greet(out)
	return c.Run(ctx)
}

func devToken(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: samplan dev token KEY [--data DIR]")
	}
	f, err := readDevFlags(args[1:], out)
	if err != nil {
		return err
	}
	token, err := county.AskToken(ctx, f.data, args[0])
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, token)
	return err
}
