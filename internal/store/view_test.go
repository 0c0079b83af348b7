package store_test

import (
	"database/sql"
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// fenced says of each view that stands for fences what its rows are, asked of the tables behind their own fences.
var fenced = map[string]string{
	"known_child": `SELECT f.child_id, f.valid, f.given_name, f.family_name, ch.protection FROM case_file f JOIN person ch ON ch.id = f.child_id
	  WHERE f.unit_id = app_unit()`,
	"staff":       `SELECT id, staff_name FROM person WHERE staff_name IS NOT NULL`,
	"own_party":   `SELECT id, plan_id, unit_id, state FROM party WHERE unit_id = ANY (app_own_units())`,
	"known_party": `SELECT id, plan_id, unit_id, added_by_unit_id FROM party WHERE unit_id = ANY (app_own_units()) OR added_by_unit_id = ANY (app_own_units())`,
}

// TestViewsShowWhatTheFencesShow: for every reader of some worlds, row for row.
func TestViewsShowWhatTheFencesShow(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	for seed := range 4 {
		d := testkit.NewDatabase(t, store.Options{})
		prepare(t, d)
		w := worlds.New(worlds.Seed(uint64(seed)), "views")
		if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
			t.Fatal(err)
		}
		for _, r := range w.Readers() {
			asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
				for view, rows := range fenced {
					var n, differ int
					question := `SELECT (SELECT count(*) FROM ` + view + `), (SELECT count(*) FROM ((TABLE ` + view + ` EXCEPT ALL (` + rows + `))
					  UNION ALL ((` + rows + `) EXCEPT ALL TABLE ` + view + `)) d)`
					if err := tx.QueryRowContext(t.Context(), question).Scan(&n, &differ); err != nil {
						t.Fatalf("%s: %v", view, err)
					}
					if differ > 0 {
						t.Errorf("seed %d, %s: of %d rows of %s %d differ from those of the tables", seed, r.Key, n, view, differ)
					}
					seen[view] += n
				}
			})
		}
	}
	for view := range fenced {
		if seen[view] == 0 {
			t.Errorf("no reader saw a row of %s: nothing was compared", view)
		}
	}
}
