package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// TestStoreEqualsOracleR26R37R38 is net 7: in any world, what a reader gets is what the oracle says. To save a world costs
// more than to ask for one thing in it, so each is asked for everything: a noun with an oracle has its comparison here.
func TestStoreEqualsOracleR26R37R38(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, d)
		told += compareExtracts(t, d, w) // first: the log tells of all that is asked below
		for _, compare := range []func(*rapid.T, testkit.Database, *worlds.World, worlds.Reader){
			compareScope, compareConsents, compareApart, compareRequests, compareDeviations, compareForums, compareOffers, compareLeadOffers, compareTransitions, compareDeadlines, compareBroken, compareOpened,
		} {
			for _, r := range readersOf(t, w) {
				compare(t, d, w, r)
			}
		}
		compareAsked(t, d, w)
	})
	if told == 0 {
		t.Error("nobody was told anything")
	}
}

func prepare(t testing.TB, d testkit.Database) {
	t.Helper()
	if err := worlds.Prepare(t.Context(), d.Owner); err != nil {
		t.Fatal(err)
	}
}

// drawn are dice that rapid can shrink.
type drawn struct{ t *rapid.T }

func (d drawn) Roll(n int) int { return rapid.IntRange(0, n-1).Draw(d.t, "roll") }

func drawWorld(t *rapid.T, d testkit.Database) *worlds.World {
	w := worlds.New(drawn{t}, "net 7")
	if err := worlds.Clear(t.Context(), d.Eraser); err != nil {
		t.Fatal(err)
	}
	if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatal(err)
	}
	return w
}

func readersOf(t *rapid.T, w *worlds.World) []worlds.Reader {
	all := w.Readers()
	return rapid.SliceOfNDistinct(rapid.SampledFrom(all), 2, 2, func(r worlds.Reader) string { return r.Key }).Draw(t, "readers")
}

// rows are what one reader gets of a world.
type rows struct {
	Plans   []uuid.UUID
	Parties []uuid.UUID
	Items   []uuid.UUID
	// Placeless are those of the items that do not tell who holds them, Places the words on where a child is.
	Placeless, Places []uuid.UUID
}

// compareScope: what a reader gets through the store and row-level security, what the predicates choose by themselves, and
// what the oracle says are the same; and row-level security by itself lets through all of that and nothing beyond the walls.
func compareScope(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	want := byOracle(w, r)
	if diff := cmp.Diff(want, throughStore(t, d, w, r)); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	predicate := byPredicate(t, d, w, r, func(sql string) string { return sql })
	if diff := cmp.Diff(want, predicate); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and predicate (+): %s", w.Day, r.Key, diff)
	}
	compareFencedPlaces(t, d, w, r, want)
	fenced := byFence(t, d, w, r)
	for _, i := range want.Items {
		if !slices.Contains(fenced, i) {
			t.Fatalf("%s, %s: the fence hides item %s", w.Day, r.Key, i)
		}
	}
	for _, i := range w.Items {
		if slices.Contains(fenced, i.ID) && !isInsideWalls(w, r, i) {
			t.Fatalf("%s, %s: the fence lets item %s through", w.Day, r.Key, i.ID)
		}
	}
}

// isInsideWalls tells what the fence may let through: it knows domains, consents and families, and no roles or needs.
func isInsideWalls(w *worlds.World, r worlds.Reader, i worlds.Item) bool {
	return w.SeesItem(r, i) || !r.IsCitizen() && (w.IsWithin(r, i) || w.Reaches(r.Unit, i, w.Plan(i.Plan)))
}

func byOracle(w *worlds.World, r worlds.Reader) rows {
	var v rows
	for _, p := range w.Plans {
		if w.SeesPlan(r, p) {
			v.Plans = append(v.Plans, p.ID)
		}
	}
	for _, y := range w.Parties {
		if w.SeesParty(r, y) {
			v.Parties = append(v.Parties, y.ID)
		}
	}
	for _, i := range w.Items {
		if w.SeesItem(r, i) {
			v.Items = append(v.Items, i.ID)
			if !w.SeesHolder(r, i) {
				v.Placeless = append(v.Placeless, i.ID)
			}
		}
	}
	v.Places = placesByOracle(w, r)
	return v.sorted()
}

func (v rows) sorted() rows {
	for _, ids := range [][]uuid.UUID{v.Plans, v.Parties, v.Items, v.Placeless, v.Places} {
		slices.SortFunc(ids, func(a, b uuid.UUID) int { return strings.Compare(a.String(), b.String()) })
	}
	return v
}

// throughStore asks as a request does, list and single reads both; where they differ that is a difference too.
func throughStore(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) rows {
	var v rows
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadPlan](matrix, a)
		if err != nil {
			return nil // a role that sees no plans gets none
		}
		m, _ := access.Allow[access.ReadItem](matrix, a) // the zero grant opens nothing
		listed, total, err := d.Store.ListPlans(ctx, g, planStatus, page.Page{Number: 1, Limit: 100})
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d plans tells of %d: %v", len(listed), total, err)
		}
		if none, all, err := d.Store.ListPlans(ctx, g, planStatus, page.Page{Number: 9, Limit: 100}); err != nil || len(none) > 0 || all != total {
			t.Fatalf("beyond the end of a list of %d plans: %d, and it tells of %d: %v", total, len(none), all, err)
		}
		for _, p := range listed {
			v.Plans = append(v.Plans, p.ID.UUID())
		}
		for _, p := range w.Plans {
			v.see(ctx, t, d, g, m, p)
		}
		if !m.IsZero() {
			v.find(ctx, t, d, m, w)
			v.search(ctx, t, d, g, m)
		}
		v.Places = placesThroughStore(ctx, t, d, a, w)
		return nil
	})
	return v.sorted()
}

func (v *rows) see(ctx context.Context, t *rapid.T, d testkit.Database, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], p worlds.Plan) {
	view, err := d.Store.ViewPlan(ctx, g, m, id.PlanOf(p.ID))
	if err != nil && !fault.Is(err, fault.NotFound) {
		t.Fatal(err)
	}
	if (err == nil) != slices.Contains(v.Plans, p.ID) {
		t.Fatalf("plan %s: list and single read differ", p.ID)
	}
	for _, y := range view.Parties {
		v.Parties = append(v.Parties, y.ID.UUID())
	}
	for _, i := range view.Items { // none without a grant to read items
		if _, err := d.Store.FindItem(ctx, m, i.ID); err != nil {
			t.Fatalf("item %s: in the plan, but not by itself: %v", i.ID, err)
		}
	}
}

func (v *rows) find(ctx context.Context, t *rapid.T, d testkit.Database, m access.Grant[access.ReadItem], w *worlds.World) {
	for _, i := range w.Items {
		found, err := d.Store.FindItem(ctx, m, id.ItemOf(i.ID))
		if err != nil && !fault.Is(err, fault.NotFound) {
			t.Fatal(err)
		}
		if err == nil {
			v.Items = append(v.Items, i.ID)
		}
		if err == nil && found.Placeless {
			v.Placeless = append(v.Placeless, i.ID)
		}
	}
}

// search finds the word that every item has in exactly those items that are found one by one, whoever else has it.
func (v *rows) search(ctx context.Context, t *rapid.T, d testkit.Database, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem]) {
	var found []uuid.UUID
	hits, total, err := d.Store.Search(ctx, g, m, access.Grant[access.ReadChild]{}, plan.NewSearch("kanarie"), page.Page{Number: 1, Limit: 1000})
	if err != nil || total != len(hits) {
		t.Fatalf("%d hits, and it tells of %d: %v", len(hits), total, err)
	}
	for _, h := range hits {
		found = append(found, h.Item.ID.UUID())
	}
	if diff := cmp.Diff(rows{Items: v.Items}.sorted(), rows{Items: found}.sorted()); diff != "" {
		t.Fatalf("one by one (-) and searched for (+): %s", diff)
	}
}

func serve(t fatal, d testkit.Database, w *worlds.World, r worlds.Reader, do func(context.Context, access.Actor) error) {
	_, err := d.Store.Serve(t.Context(), requestOf(w.Day, r), func(ctx context.Context, a access.Actor) (session.Answer, error) {
		return session.Answer{Status: 200}, do(ctx, a)
	})
	if err != nil {
		t.Fatalf("serve: %v", err)
	}
}

// fatal is what tests and properties have in common.
type fatal interface {
	Context() context.Context
	Fatalf(string, ...any)
}

func requestOf(day civil.Date, r worlds.Reader) session.Request {
	return session.Request{
		ID: id.NewRequest(), Operation: "GetPlan", Credentials: r.Credentials(), Assignment: r.Assignment,
		Now: day.Start().Add(12 * time.Hour), Today: day,
	}
}
