package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"samplan/openapi/client"
)

// rowsAtOnce is the longest page that the service gives.
const rowsAtOnce = 100

func listRoutines(ctx context.Context, api *client.API, out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	limit := rowsAtOnce
	for page := 1; ; page++ {
		list, err := client.Read[client.RoutineProfileList](api.ListRoutineProfiles(ctx, &client.ListRoutineProfilesParams{Page: &page, Limit: &limit}))
		if err != nil {
			return err
		}
		for _, r := range list.RoutineProfiles {
			whose, inForce := "built in", ""
			if r.IsOwn {
				whose = "own"
			}
			if r.IsInForce {
				inForce = "in force"
			}
			_, _ = fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\t%s\n", r.Code, r.Version, r.ValidFrom, whose, r.Names.Sv, inForce) // Flush tells
		}
		if len(list.RoutineProfiles) < rowsAtOnce {
			return w.Flush()
		}
	}
}

func routineIn(path string) (string, error) {
	text, err := os.ReadFile(path) //nolint:gosec // G304: the operator names the file
	if err != nil {
		return "", fmt.Errorf("read: %w", err)
	}
	return string(text), nil
}

func checkRoutine(ctx context.Context, api *client.API, path string, out io.Writer) error {
	text, err := routineIn(path)
	if err != nil {
		return err
	}
	check, err := client.Read[client.RoutineCheck](api.CheckRoutineProfile(ctx, &client.CheckRoutineProfileParams{}, client.NewRoutineProfile{Document: text}))
	if err != nil {
		return err
	}
	for _, f := range check.Faults {
		if _, err := fmt.Fprintf(out, "WRONG  %s: %s\n", f.Pointer, f.Code); err != nil {
			return err
		}
	}
	if n := len(check.Faults); n > 0 {
		return fmt.Errorf("%s has %d faults", path, n)
	}
	_, err = fmt.Fprintf(out, "%s can be loaded.\n", path)
	return err
}

func loadRoutine(ctx context.Context, api *client.API, path string, out io.Writer) error {
	text, err := routineIn(path)
	if err != nil {
		return err
	}
	r, err := client.Read[client.RoutineProfile](api.LoadRoutineProfile(ctx, &client.LoadRoutineProfileParams{}, client.NewRoutineProfile{Document: text}))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s version %d is loaded, and can be worked by from %s.\n", r.Code, r.Version, r.ValidFrom)
	return err
}
