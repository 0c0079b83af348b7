package store_test

import (
	"database/sql"

	"github.com/google/uuid"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// byPredicate runs the predicates past every fence, as the owner, with the settings that the door makes.
func byPredicate(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader, change func(string) string) rows {
	var v rows
	plans, items := reachesOf(r)
	asReader(t, d.Owner, w, r, "postgres", func(tx *sql.Tx) {
		v = chosen(t, tx, w, change(store.PlansWithin(plans)), change(store.ItemsWithin(items)))
	})
	return v.sorted()
}

// byPredicateAfter runs the predicates after something was done in the same transaction.
func byPredicateAfter(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader, first func(*sql.Tx)) rows {
	var v rows
	plans, items := reachesOf(r)
	asReader(t, d.Owner, w, r, "postgres", func(tx *sql.Tx) {
		first(tx)
		v = chosen(t, tx, w, store.PlansWithin(plans), store.ItemsWithin(items))
	})
	return v.sorted()
}

func chosen(t fatal, tx *sql.Tx, w *worlds.World, plans, items string) rows {
	v := rows{Plans: idsFrom(t, tx, plans)}
	for _, p := range w.Plans {
		open(t, tx, p.ID)
		v.Items = append(v.Items, idsFrom(t, tx, items, p.ID)...)
	}
	return v
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
