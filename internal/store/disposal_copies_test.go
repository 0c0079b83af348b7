package store_test

import (
	"database/sql"
	"slices"
	"strings"
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// all weeds one holder's copy about a child after the other's, and tells of the first word that is where it should not be, or is not
// where it was.
func (d *disposing) all(child string, dice worlds.Dice) string {
	d.t.Helper()
	for {
		holders := d.holders(child, worlds.ID{}.String())
		if len(holders) == 0 {
			return ""
		}
		unit := holders[dice.Roll(len(holders))]
		toGo, toStay := d.toGo(child, unit)
		d.weed(unit, child)
		now := d.everything()
		for _, h := range toGo {
			if strings.Contains(now, h.word) {
				return "is still there: " + h.table
			}
		}
		for _, h := range toStay {
			if !strings.Contains(now, h.word) {
				return "is gone: " + h.table
			}
		}
	}
}

// newDisposing looks at a database for worlds. Words of people in a table that nobody has spoken of fail the test.
func newDisposing(t *testing.T) (*disposing, testkit.Database) {
	t.Helper()
	db := testkit.NewDatabase(t, store.Options{})
	prepare(t, db)
	d := &disposing{t: t, owner: db.Owner, words: map[string][]string{}}
	for _, name := range names(t, db.Owner, everyText) {
		table, column, _ := strings.Cut(name, ".")
		d.words[table] = append(d.words[table], column)
		if _, ok := heldBy[table]; !ok && !slices.Contains(wordless, table) {
			t.Fatalf("nobody has said who holds the words in %s", name)
		}
	}
	return d, db
}

func (d *disposing) exec(db *sql.DB, statement string) {
	d.t.Helper()
	if _, err := db.ExecContext(d.t.Context(), statement); err != nil {
		d.t.Fatalf("%s: %v", statement, err)
	}
}

// of draws a world, and gives a child that somebody has a case about.
func (d *disposing) of(db testkit.Database, seed uint64) string {
	d.t.Helper()
	w := worlds.New(worlds.Seed(seed), "disposal")
	if err := worlds.Clear(d.t.Context(), db.Eraser); err != nil {
		d.t.Fatal(err)
	}
	if err := w.Save(d.t.Context(), db.Owner, db.Eraser); err != nil {
		d.t.Fatal(err)
	}
	d.exec(db.Eraser, "TRUNCATE disposal_case, disposal_decision, disposal_run, job.river_job")
	d.day = w.Day.String()
	d.plant(db.Eraser)
	return w.Files[worlds.Seed(seed).Roll(len(w.Files))].Child.String()
}

// TestR56NoOtherHoldersCopyChanges: in random worlds, one holder after the other weeds its copy about a child. Each time every word that
// it alone held is gone from every table, file, job and log, and every other word is where it was; after the last one nothing is left.
func TestR56NoOtherHoldersCopyChanges(t *testing.T) {
	t.Parallel()
	d, db := newDisposing(t)
	for seed := range uint64(8) {
		if what := d.all(d.of(db, seed), worlds.Seed(seed)); what != "" {
			t.Fatalf("world %d: a word that %s", seed, what)
		}
	}
}

// TestR56BrokenDisposalsAreFound plants mistakes: something of the own copy forgotten, and something of another's taken along.
func TestR56BrokenDisposalsAreFound(t *testing.T) {
	t.Parallel()
	d, db := newDisposing(t)
	for name, breakage := range map[string][2]string{
		"is still there": {"app_dispose_records", "DELETE FROM relation WHERE child_id = p_child AND unit_id = p_unit;"},
		"is gone":        {"app_dispose_items", "i.owner_unit_id = p_unit AND"},
	} {
		body := texts(t, db.Owner, "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = $1", breakage[0])[0]
		d.exec(db.Owner, strings.Replace(body, breakage[1], "", 1))
		found := ""
		for seed := uint64(0); found == "" && seed < 12; seed++ {
			found = d.all(d.of(db, seed), worlds.Seed(seed))
		}
		if !strings.HasPrefix(found, name) {
			t.Errorf("%s: found %q", name, found)
		}
		d.exec(db.Owner, body)
	}
}
