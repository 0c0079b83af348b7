package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"samplan/internal/config"
	"samplan/internal/store"
)

const disposalUsage = `usage: samplan disposal carry-out    weed what two people decided on more than a day ago (SAMPLAN_DATABASE_URL of samplan_disposal)`

// disposals carries out what was decided in the service.
func disposals(ctx context.Context, args []string, out io.Writer) error {
	if isHelp(args) {
		_, err := fmt.Fprintln(out, disposalUsage)
		return err
	}
	if len(args) == 0 || args[0] != "carry-out" {
		return errors.New(disposalUsage)
	}
	s := flag.NewFlagSet("samplan disposal carry-out", flag.ContinueOnError)
	if err := parseAlone(s, args[1:], out); err != nil {
		return err
	}
	url, err := config.LoadDatabaseURL(os.Environ())
	if err != nil {
		return err
	}
	d, err := store.OpenDisposal(ctx, url.Reveal())
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing is left to lose
	disposed, dropped, err := d.CarryOut(ctx, time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d cases were disposed of, %d dropped off their lists.\n", disposed, dropped)
	return err
}
