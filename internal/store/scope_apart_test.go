package store_test

import (
	"context"
	"database/sql"
	"slices"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/concern"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/known"
	"samplan/internal/page"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// apartRows are what one reader gets of what lies apart (R15, R25, R26).
type apartRows struct{ Concerns, Questions, Custody []uuid.UUID }

// compareApart is for concern reports, questions and decisions: what lists and single reads give is what the oracle says;
// and row-level security by itself stays within the two units.
func compareApart(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	if diff := cmp.Diff(apartByOracle(w, r), apartThroughStore(t, d, w, r)); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	fenced := fencedConcerns(t, d, w, r)
	for _, c := range w.Concerns {
		if isSide := !r.IsCitizen() && (r.Unit == c.From || r.Unit == c.To); slices.Contains(fenced, c.ID) != isSide {
			t.Fatalf("%s, %s: the fence shows report %s: %t", w.Day, r.Key, c.ID, !isSide)
		}
	}
}

func (v apartRows) sorted() apartRows {
	p := rows{Plans: v.Concerns, Parties: v.Questions, Items: v.Custody}.sorted()
	return apartRows{p.Plans, p.Parties, p.Items}
}

func apartByOracle(w *worlds.World, r worlds.Reader) apartRows {
	var v apartRows
	for _, c := range w.Concerns {
		if w.SeesConcern(r, c) {
			v.Concerns = append(v.Concerns, c.ID)
		}
	}
	for _, q := range w.Questions {
		if w.SeesQuestion(r, q) {
			v.Questions = append(v.Questions, q.ID)
		}
	}
	for _, c := range w.Custody {
		if w.SeesCustody(r, c) {
			v.Custody = append(v.Custody, c.ID)
		}
	}
	return v.sorted()
}

func apartThroughStore(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) apartRows {
	var v apartRows
	all := page.Page{Number: 1, Limit: 100}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadConcern](matrix, a)
		if err != nil {
			return nil // a role that sees no reports sees no questions and decisions either
		}
		for _, side := range []concern.Direction{concern.Sent, concern.Received} {
			listed, total, err := d.Store.ListConcerns(ctx, g, side, all)
			if err != nil || total != len(listed) {
				t.Fatalf("list of %d reports tells of %d: %v", len(listed), total, err)
			}
			for _, c := range listed {
				v.Concerns = append(v.Concerns, c.ID.UUID())
			}
		}
		for _, c := range w.Concerns {
			if _, err := d.Store.FindConcern(ctx, g, id.ConcernOf(c.ID)); (err == nil) != slices.Contains(v.Concerns, c.ID) || err != nil && !fault.Is(err, fault.NotFound) {
				t.Fatalf("report %s: list and single read differ: %v", c.ID, err)
			}
		}
		v.questions(ctx, t, d, a, all)
		return v.decisions(ctx, d, a, w, all)
	})
	return v.sorted()
}

func (v *apartRows) questions(ctx context.Context, t *rapid.T, d testkit.Database, a access.Actor, all page.Page) {
	g, err := access.Allow[access.ReadKnown](matrix, a)
	if err != nil {
		t.Fatal(err)
	}
	for _, side := range []known.Direction{known.Sent, known.Received} {
		listed, total, err := d.Store.ListKnownQuestions(ctx, g, side, all)
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d questions tells of %d: %v", len(listed), total, err)
		}
		for _, q := range listed {
			v.Questions = append(v.Questions, q.ID.UUID())
			if q.Reason.IsZero() == bool(side) {
				t.Fatalf("question %s, sent %t: reason %t", q.ID, side, !q.Reason.IsZero())
			}
		}
	}
}

func (v *apartRows) decisions(ctx context.Context, d testkit.Database, a access.Actor, w *worlds.World, all page.Page) error {
	g, err := access.Allow[access.ReadCustodyDecision](matrix, a)
	if err != nil {
		return err
	}
	for _, h := range w.People {
		listed, _, err := d.Store.ListCustody(ctx, g, id.PersonOf(h.ID), all)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		for _, c := range listed {
			v.Custody = append(v.Custody, c.ID.UUID())
		}
	}
	return nil
}

// fencedConcerns reads every report that row-level security lets through.
func fencedConcerns(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader) (ids []uuid.UUID) {
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) { ids = idsFrom(t, tx, "SELECT id FROM concern_report") })
	return ids
}
