package store_test

import (
	"context"
	"database/sql"
	"slices"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

func placesByOracle(w *worlds.World, r worlds.Reader) []uuid.UUID {
	var all []uuid.UUID
	for _, p := range w.Places {
		if w.SeesWhereabouts(r, p) {
			all = append(all, p.ID)
		}
	}
	return all
}

// placesThroughStore asks for the whereabouts of every child; who may not know them is told that there is no such child.
func placesThroughStore(ctx context.Context, t *rapid.T, d testkit.Database, a access.Actor, w *worlds.World) []uuid.UUID {
	g, err := access.Allow[access.ReadWhereabouts](matrix, a)
	if err != nil {
		return nil
	}
	var all []uuid.UUID
	for _, h := range w.People {
		rows, total, err := d.Store.ListWhereabouts(ctx, g, id.PersonOf(h.ID), page.Page{Number: 1, Limit: 100})
		if err != nil && !fault.Is(err, fault.NotFound) || total != len(rows) {
			t.Fatalf("list of %d words tells of %d: %v", len(rows), total, err)
		}
		for _, p := range rows {
			all = append(all, p.ID.UUID())
		}
	}
	return all
}

// compareFencedPlaces: row-level security by itself lets through all that the reader sees, and beyond it no word of
// another unit, and none of a place that is closed to the reader.
func compareFencedPlaces(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader, want rows) {
	var fenced []uuid.UUID
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) { fenced = idsFrom(t, tx, "SELECT id FROM whereabouts") })
	for _, p := range w.Places {
		through := slices.Contains(fenced, p.ID)
		if slices.Contains(want.Places, p.ID) && !through {
			t.Fatalf("%s, %s: the fence hides the word %s", w.Day, r.Key, p.ID)
		}
		if through && (p.Unit != r.Unit || !w.KnowsPlace(r, p.Child)) {
			t.Fatalf("%s, %s: the fence lets the word %s through", w.Day, r.Key, p.ID)
		}
	}
}

// chosen is what the predicates choose in the transaction, after a change to them.
func chosen(t fatal, tx *sql.Tx, w *worlds.World, r worlds.Reader, change func(string) string) rows {
	plans, items, places := reachesOf(r)
	v := rows{Plans: idsFrom(t, tx, change(store.PlansWithin(plans))), Places: idsFrom(t, tx, change(store.PlacesWithin(places)))}
	for _, p := range w.Plans {
		open(t, tx, p.ID)
		v.Items = append(v.Items, idsFrom(t, tx, change(store.ItemsWithin(items)), p.ID)...)
		v.Placeless = append(v.Placeless, idsFrom(t, tx, change(store.PlacelessWithin(items)), p.ID)...)
		if slices.Contains(v.Plans, p.ID) {
			v.Parties = append(v.Parties, idsFrom(t, tx, change(store.PartiesWithin(plans)), p.ID)...)
		}
	}
	return v
}
