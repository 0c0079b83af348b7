//go:build !release

package main

import (
	"context"
	"errors"
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
	data, address, ready, mail string
	today                      civil.Date
	fresh                      bool
}

// dataFlag is shared by everything that has to do with a county.
func dataFlag(s *flag.FlagSet, data *string) {
	home, err := postgres.DefaultDir()
	if err != nil {
		home = "" // asked for below, where --data can still name another
	}
	s.StringVar(data, "data", home, "folder of the county's data")
}

func readDevFlags(args []string, out io.Writer) (devFlags, error) {
	var f devFlags
	s := flag.NewFlagSet("samplan dev", flag.ContinueOnError)
	dataFlag(s, &f.data)
	s.StringVar(&f.address, "addr", "127.0.0.1:0", "loopback address of the API; port 0 takes a free one")
	s.StringVar(&f.mail, "mail", "", "mail server on this machine that takes the county's mails, as 127.0.0.1:1025 (default no mail)")
	today := s.String("today", "", "day on which the county lives from this start on, YYYY-MM-DD (default today)")
	s.StringVar(&f.ready, "ready-file", "", "file to write as JSON when the API is ready")
	s.BoolVar(&f.fresh, "fresh", false, "throw away the data and start anew")
	if err := parse(s, args, out); err != nil {
		return f, err
	}
	if s.NArg() > 0 {
		return f, fmt.Errorf("unknown argument %q (samplan dev -h tells the flags)", s.Arg(0))
	}
	if *today == "" {
		return f, nil
	}
	var err error
	if f.today, err = civil.Parse(*today); err != nil {
		return f, fmt.Errorf("--today %q: want a day as 2020-12-31", *today)
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
	if f.ready != "" {
		_ = os.Remove(f.ready) // one of an earlier run would say too early that this one is ready
	}
	c, err := county.Start(ctx, county.Options{
		Dir: f.data, Fresh: f.fresh, Address: f.address, Today: f.today, Mail: f.mail, Progress: out,
		Logger: slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if running := (*postgres.RunningError)(nil); errors.As(err, &running) {
		return fmt.Errorf("%w; stop it first, or give this one a folder of its own with --data", running)
	}
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

// devToken prints an access token. Flags may stand on either side of the key.
func devToken(ctx context.Context, args []string, out io.Writer) error {
	var data, client string
	s := flag.NewFlagSet("samplan dev token KEY", flag.ContinueOnError)
	dataFlag(s, &data)
	s.StringVar(&client, "client", "", "client that acts for the person, such as portal (default none: the person itself)")
	keys, err := parseAll(s, args, out)
	switch {
	case err != nil:
		return err
	case len(keys) == 0:
		return errors.New("usage: samplan dev token KEY [--client CLIENT] [--data DIR]")
	case len(keys) > 1:
		return fmt.Errorf("unknown argument %q", keys[1])
	}
	token, err := county.AskToken(ctx, data, keys[0], client)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, token)
	return err
}
