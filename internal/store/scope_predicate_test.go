package store_test

import (
	"database/sql"

	"github.com/google/uuid"

	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// byPredicate runs the predicates past every fence, as the owner, with the settings that the door makes.
func byPredicate(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader, change func(string) string) rows {
	var v rows
	asReader(t, d.Owner, w, r, "postgres", func(tx *sql.Tx) {
		v = chosen(t, tx, w, r, change)
	})
	return v.sorted()
}

// byPredicateAfter runs the predicates after something was done in the same transaction.
func byPredicateAfter(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader, first func(*sql.Tx)) rows {
	var v rows
	asReader(t, d.Owner, w, r, "postgres", func(tx *sql.Tx) {
		first(tx)
		v = chosen(t, tx, w, r, func(sql string) string { return sql })
	})
	return v.sorted()
}

// byFence reads every item that row-level security lets through, plan by plan.
func byFence(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader) []uuid.UUID {
	var all []uuid.UUID
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		for _, p := range w.Plans {
			open(t, tx, p.ID)
			all = append(all, idsFrom(t, tx, "SELECT id FROM item WHERE plan_id = $1", p.ID)...)
		}
	})
	return all
}
