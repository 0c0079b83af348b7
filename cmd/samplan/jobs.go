package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"samplan/internal/config"
	"samplan/internal/store"
)

const jobsUsage = `usage: samplan jobs list [--state STATE,...] [--most N]   how many jobs there are, and the newest that wait or failed
       samplan jobs retry NUMBER...                       try jobs again at once
       samplan jobs discard NUMBER...                     throw jobs away`

// waiting are the states that an operator wants to see: what failed for good, what failed for now.
const waiting = "discarded,cancelled,retryable"

// jobs lets an operator look at the queue (SAMPLAN_JOB_DATABASE_URL): numbers, kinds and codes, no content.
func jobs(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New(jobsUsage)
	}
	s := flag.NewFlagSet("samplan jobs "+args[0], flag.ContinueOnError)
	states := s.String("state", waiting, "states to list")
	most := s.Int("most", 50, "jobs to list at most")
	numbers, err := parseAll(s, args[1:], out)
	if err != nil {
		return err
	}
	url, err := config.LoadWorkerURL(os.Environ())
	if err != nil {
		return err
	}
	q, err := store.OpenQueue(ctx, url.Reveal(), store.QueueOptions{})
	if err != nil {
		return err
	}
	defer func() { _ = q.Close() }() // nothing is left to lose
	switch args[0] {
	case "list":
		return listJobs(ctx, q, strings.Split(*states, ","), *most, out)
	case "retry":
		return eachJob(ctx, numbers, q.Retry)
	case "discard":
		return eachJob(ctx, numbers, q.Discard)
	}
	return errors.New(jobsUsage)
}

func listJobs(ctx context.Context, q *store.Queue, states []string, most int, out io.Writer) error {
	counts, err := q.Counts(ctx)
	if err != nil {
		return err
	}
	rows, err := q.List(ctx, states, most)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(w, "KIND\tSTATE\tJOBS") // Flush tells what went wrong
	for _, c := range counts {
		_, _ = fmt.Fprintf(w, "%s\t%s\t%d\n", c.Kind, c.State, c.Number)
	}
	_, _ = fmt.Fprintln(w, "\nNUMBER\tKIND\tSTATE\tTRIED\tNEXT\tCODE")
	for _, r := range rows {
		_, _ = fmt.Fprintf(w, "%d\t%s\t%s\t%d of %d\t%s\t%s\n", r.ID, r.Kind, r.State, r.Attempt, r.MostAttempts, r.Next.UTC().Format(time.RFC3339), r.Code)
	}
	return w.Flush()
}

func eachJob(ctx context.Context, numbers []string, do func(context.Context, int64) error) error {
	if len(numbers) == 0 {
		return errors.New(jobsUsage)
	}
	for _, text := range numbers {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return fmt.Errorf("%q is not the number of a job", text)
		}
		if err := do(ctx, n); err != nil {
			return fmt.Errorf("job %d: %w", n, err)
		}
	}
	return nil
}
