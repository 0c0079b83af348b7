package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"testing"

	"github.com/google/uuid"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// TestR24R27DecisionsEqualOracle: in many worlds, each reader is given of each item just those disclosures and withholdings
// that the oracle allows, and by the fence alone nobody of the family gets a row that tells of either.
func TestR24R27DecisionsEqualOracle(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	const most = 12
	disclosures, withholdings := 0, 0
	for seed := uint64(1); seed <= most; seed++ {
		w := worlds.New(worlds.Seed(seed), fmt.Sprint("decisions ", seed))
		if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
			t.Fatal(err)
		}
		for _, r := range w.Readers() {
			if r.IsCitizen() {
				wantNoRows(t, d, w, r)
				continue
			}
			a, b := decisions(t, d, w, r)
			disclosures, withholdings = disclosures+a, withholdings+b
		}
		if err := worlds.Clear(t.Context(), d.Eraser); err != nil {
			t.Fatal(err)
		}
	}
	if disclosures == 0 || withholdings == 0 {
		t.Errorf("%d disclosures and %d withholdings were seen", disclosures, withholdings)
	}
}

func decisions(t *testing.T, d testkit.Database, w *worlds.World, r worlds.Reader) (disclosures, withholdings int) {
	t.Helper()
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		wantOwnRows(t, d, w, r)
		g, _ := access.Allow[access.ReadDisclosure](matrix, a) // the zero grant opens nothing
		h, _ := access.Allow[access.ReadWithholding](matrix, a)
		all := page.Page{Number: 1, Limit: 100}
		for _, i := range w.Items {
			var got, want int
			if rows, n, err := d.Store.ListDisclosures(ctx, g, id.ItemOf(i.ID), all); err == nil {
				got = n
				for _, v := range rows {
					if receives := r.Unit != "" && v.Reason.IsZero(); receives != v.DecidedBy.IsZero() || receives != v.Tried.IsZero() {
						t.Errorf("%s: half of the reasons: %+v", r.Key, v)
					}
				}
			}
			for _, v := range w.Disclosures {
				if v.Item == i.ID && w.SeesDisclosure(r, v) {
					want++
				}
			}
			if got != want {
				t.Errorf("%s, %s, item %s: %d disclosures, the oracle says %d", w.Day, r.Key, i.ID, got, want)
			}
			disclosures += got
			got, want = 0, 0
			if _, n, err := d.Store.ListWithholdings(ctx, h, id.ItemOf(i.ID), all); err == nil {
				got = n
			}
			if w.SeesWithholding(r, i) {
				want = len(i.Withheld)
			}
			if got != want {
				t.Errorf("%s, %s, item %s: %d withholdings, the oracle says %d", w.Day, r.Key, i.ID, got, want)
			}
			withholdings += got
		}
		return nil
	})
	return disclosures, withholdings
}

// wantOwnRows asks the table itself: the fence keeps the giver's row, with its reasons, from the receiver.
func wantOwnRows(t *testing.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	t.Helper()
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		for _, v := range idsFrom(t, tx, "SELECT id FROM disclosure") {
			for _, of := range w.Disclosures {
				if of.ID == v && !w.IsWithin(r, worlds.Item{Unit: of.From}) {
					t.Errorf("%s gets the row of a disclosure by %s", r.Key, of.From)
				}
			}
		}
	})
}

// wantNoRows asks the tables themselves, as the server's role in a citizen's request. A child gets what it has asked for itself (R27).
func wantNoRows(t *testing.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	t.Helper()
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		for _, table := range []string{"disclosure", "known_disclosure", "withholding WHERE NOT (asked AND decided_by = app_person())", "item_subject"} {
			var n int
			if err := tx.QueryRowContext(t.Context(), "SELECT count(*) FROM "+table).Scan(&n); err != nil || n > 0 {
				t.Errorf("%s gets %d rows of %s: %v", r.Key, n, table, err)
			}
		}
	})
}

// TestR22NamesAreForTheNamed: the functions behind named readers give nothing to who is not named, of what is not for named
// persons, or across a wall; and name nobody for what another unit holds.
func TestR22NamesAreForTheNamed(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	seen := 0
	for seed := uint64(1); seed <= 12; seed++ {
		w := worlds.New(worlds.Seed(seed), fmt.Sprint("names ", seed))
		for n := range w.Items { // lists that were left behind count for nothing
			if i := &w.Items[n]; len(i.Named) == 0 {
				i.Named = []uuid.UUID{worlds.StaffOf(i.Unit)[0].Person}
			}
		}
		if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
			t.Fatal(err)
		}
		for _, r := range w.Readers() {
			asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) { seen += namesFor(t, tx, w, r) })
		}
		if err := worlds.Clear(t.Context(), d.Eraser); err != nil {
			t.Fatal(err)
		}
	}
	if seen == 0 {
		t.Error("nobody saw a name")
	}
}

func namesFor(t *testing.T, tx *sql.Tx, w *worlds.World, r worlds.Reader) (seen int) {
	t.Helper()
	for _, i := range w.Items {
		want := 0
		if i.Visibility == "named" && w.IsWithin(r, i) {
			want = len(i.Named)
		}
		names := idsFrom(t, tx, "SELECT app_named_readers($1)", i.ID)
		if len(names) != want {
			t.Errorf("%s, %s item %s of %s: %d names, want %d", r.Key, i.Visibility, i.ID, i.Unit, len(names), want)
		}
		seen += len(names)
		if i.Unit == r.Unit {
			continue
		}
		run(t, tx, "SELECT app_name_readers($1, ARRAY[$2]::uuid[])", i.ID, r.Person)
		if got := idsFrom(t, tx, "SELECT app_named_readers($1)", i.ID); len(got) != want {
			t.Errorf("%s named somebody for an item of %s", r.Key, i.Unit)
		}
	}
	return seen
}

// TestR27NoUnitOfFamilyCounselling: its secrecy is absolute (OSL 26:3), so no unit of it can be entered that would hold notes.
func TestR27NoUnitOfFamilyCounselling(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	insert := func(class string) error {
		_, err := d.Owner.ExecContext(t.Context(), "INSERT INTO unit (id, name, secrecy_class) VALUES (gen_random_uuid(), 'Familjerådgivningen', $1)", class)
		return err
	}
	for _, class := range []string{"family-counselling", "absolute", ""} {
		if insert(class) == nil {
			t.Errorf("a unit of class %q is taken", class)
		}
	}
	for _, class := range access.Classes {
		if err := insert(class.String()); err != nil {
			t.Error(err)
		}
	}
}
