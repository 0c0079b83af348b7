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
	"samplan/internal/disposal"
	"samplan/internal/store"
)

const disposalUsage = `usage: samplan disposal carry-out              weed what two people decided on more than a day ago, and keep the certificates
       samplan disposal reapply [--from FILE]  weed again what a restored database holds again, as the certificates say
SAMPLAN_DATABASE_URL of samplan_disposal, SAMPLAN_DISPOSAL_CERTIFICATES, SAMPLAN_DISPOSAL_PUBLIC_KEYS_FILE; to carry out SAMPLAN_DISPOSAL_KEY_FILE`

// disposals carries out what was decided in the service, and carries it out again after a restore.
func disposals(ctx context.Context, args []string, out io.Writer) error {
	if isHelp(args) {
		_, err := fmt.Fprintln(out, disposalUsage)
		return err
	}
	switch {
	case len(args) > 0 && args[0] == "carry-out":
		return carryOut(ctx, args[1:], out)
	case len(args) > 0 && args[0] == "reapply":
		return reapply(ctx, args[1:], out)
	}
	return errors.New(disposalUsage)
}

func carryOut(ctx context.Context, args []string, out io.Writer) error {
	if err := parseAlone(flag.NewFlagSet("samplan disposal carry-out", flag.ContinueOnError), args, out); err != nil {
		return err
	}
	c, signer, err := config.LoadDisposal(os.Environ(), true)
	if err != nil {
		return err
	}
	book := disposal.Book{Path: c.Certificates, Keys: c.Keys, Signer: signer}
	d, waiting, err := openDisposal(ctx, book)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing is left to lose
	if n := len(waiting); n > 0 {
		if _, err := fmt.Fprintf(out, "%d certificates are of lists that this database has not carried out. After a restore: samplan disposal reapply.\n", n); err != nil {
			return err
		}
	}
	clocks, err := disposal.Clocks()
	if err != nil {
		return err
	}
	now := time.Now()
	disposed, dropped, err := d.CarryOut(ctx, now, clocks, func(list []byte) (int, string, error) {
		k, err := book.Add(list, now)
		return k.Number, k.Hash, err
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d cases were disposed of, %d dropped off their lists.\n", disposed, dropped)
	return err
}

func reapply(ctx context.Context, args []string, out io.Writer) error {
	s := flag.NewFlagSet("samplan disposal reapply", flag.ContinueOnError)
	from := s.String("from", "", "the certificates, when they lie elsewhere than SAMPLAN_DISPOSAL_CERTIFICATES says")
	if err := parseAlone(s, args, out); err != nil {
		return err
	}
	c, _, err := config.LoadDisposal(os.Environ(), false)
	if err != nil {
		return err
	}
	if *from != "" {
		c.Certificates = *from
	}
	d, waiting, err := openDisposal(ctx, disposal.Book{Path: c.Certificates, Keys: c.Keys})
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing is left to lose
	disposed := 0
	for _, k := range waiting {
		n, err := d.Reapply(ctx, k, time.Now())
		if err != nil {
			return err
		}
		disposed += n
	}
	_, err = fmt.Fprintf(out, "%d lists were carried out again, %d cases disposed of.\n", len(waiting), disposed)
	return err
}

// openDisposal connects, proves the file, and finds what of it this database has not carried out.
func openDisposal(ctx context.Context, book disposal.Book) (*store.Disposal, disposal.Chain, error) {
	all, err := book.Read()
	if err != nil {
		return nil, nil, err
	}
	url, err := config.LoadDatabaseURL(os.Environ())
	if err != nil {
		return nil, nil, err
	}
	d, err := store.OpenDisposal(ctx, url.Reveal())
	if err != nil {
		return nil, nil, err
	}
	done, err := d.Certificates(ctx)
	if err == nil {
		all, err = all.Waiting(done)
	}
	if err != nil {
		_ = d.Close() // the error above is the one that counts
		return nil, nil, err
	}
	return d, all, nil
}
