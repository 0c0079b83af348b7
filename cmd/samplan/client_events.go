package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"samplan/openapi/client"
)

// listEvents tells what has happened since a cursor, and with which cursor to ask next.
func listEvents(ctx context.Context, api *client.API, cursor string, out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	limit := rowsAtOnce
	for {
		p := client.FollowEventsParams{Limit: &limit}
		if cursor != "" {
			p.Cursor = &cursor
		}
		feed, err := client.Read[client.EventFeed](api.FollowEvents(ctx, &p))
		if err != nil {
			return err
		}
		for _, e := range feed.Events {
			_, _ = fmt.Fprintf(w, "%s\t%s\t%s %s\n", e.Time.UTC().Format(time.RFC3339), e.Type, e.Data.Resource, e.Subject) // Flush tells
		}
		if feed.Cursor != nil {
			cursor = *feed.Cursor
		}
		if len(feed.Events) < rowsAtOnce {
			break
		}
	}
	if err := w.Flush(); err != nil || cursor == "" {
		return err
	}
	_, err := fmt.Fprintf(out, "Ask next with the cursor %s\n", cursor)
	return err
}
