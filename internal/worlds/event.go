package worlds

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// happened are events of every kind about everything that there is, beside those that were written as it was saved: whoever may
// see a thing may be told anything that happens to it.
var happened = []string{
	"SELECT k, p.id, p.id, NULL::uuid FROM plan p, unnest(ARRAY['plan-established', 'plan-ended', 'version-dispatched']) k ORDER BY p.id, k",
	`SELECT k, p.id, p.id, c.id FROM consent c JOIN plan p ON p.child_id = c.child_id, unnest(ARRAY['plan-access-opened', 'plan-access-ended']) k ORDER BY c.id, p.id, k`,
	"SELECT 'call-received', a.id, c.plan_id, NULL::uuid FROM call_addressee a JOIN call c ON c.id = a.call_id ORDER BY a.id",
	"SELECT 'call-answered', c.id, c.plan_id, NULL::uuid FROM call c ORDER BY c.id",
	"SELECT k, m.id, m.plan_id, NULL::uuid FROM meeting m, unnest(ARRAY['meeting-booked', 'meeting-changed', 'meeting-cancelled', 'meeting-closed']) k ORDER BY m.id, k",
	"SELECT k, d.item_id, d.plan_id, NULL::uuid FROM decision d, unnest(ARRAY['decision-asked', 'decision-answered', 'decision-cancelled']) k ORDER BY d.item_id, k",
	"SELECT k, q.id, NULL::uuid, NULL::uuid FROM plan_request q, unnest(ARRAY['plan-request-received', 'plan-request-answered', 'plan-request-withdrawn']) k ORDER BY q.id, k",
}

func (w *World) saveEventsAndCommit(ctx context.Context, tx *sql.Tx) error {
	for _, facts := range happened {
		if _, err := tx.ExecContext(ctx, "INSERT INTO event (kind, about_id, plan_id, through_id) "+facts); err != nil {
			return fmt.Errorf("save events: %w", err)
		}
	}
	if _, err := tx.ExecContext(ctx, "UPDATE event SET at = $1", w.Now()); err != nil {
		return fmt.Errorf("save events: %w", err)
	}
	if err := saveStatistics(ctx, tx); err != nil {
		return err
	}
	return tx.Commit() //nolint:wrapcheck // nothing to add
}

// systemOf lets a system of a unit's principal in that is told of events as that unit, and gives it as a reader.
func (w *World) systemOf(unit string) Reader {
	c := Client{named("client", "system of "+unit), w.principal(unit, w.Day), "KANARIE-system", "s", false, []string{unit}}
	w.Clients = append(slices.Clone(w.Clients), c)
	return Reader{Key: "the system of " + unit, Client: c.ID}
}
