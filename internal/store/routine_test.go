package store_test

import (
	"encoding/json"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/routine"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// keep writes a version of a principal's own past every fence, as if it had been loaded.
func keep(t *testing.T, d testkit.Database, principal, code string, number int, from string, own func(*routine.Profile)) {
	t.Helper()
	all, err := routine.BuiltIns()
	if err != nil {
		t.Fatal(err)
	}
	base, _ := routine.Among(all)(routine.Base{Code: "national", Version: 1})
	p := base.Profile
	p.Code, p.Version, p.ValidFrom = code, number, civil.MustParse(from)
	own(&p)
	whole, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	exec(t, d, `INSERT INTO routine_version (id, principal_id, code, number, valid_from, document, whole, loaded_by, created_at)
	  SELECT $1, $2, $3, $4, $5::date, '{}', $6, id, $5::date FROM person WHERE staff_name IS NOT NULL LIMIT 1`,
		id.NewRoutine(), demo.PrincipalID(principal), code, number, from, string(whole))
}

func childFrom(age int) func(*routine.Profile) {
	return func(p *routine.Profile) { p.Ages.ChildSeesFrom.Number = age }
}

func choose(t *testing.T, d testkit.Database, principal, code, on, from string) {
	t.Helper()
	exec(t, d, "INSERT INTO routine_choice (id, principal_id, code, valid_from, chosen_on, created_at) VALUES ($1, $2, $3, $4::date, $5::date, $5::date)",
		id.NewRoutineChoice(), demo.PrincipalID(principal), code, from, on)
}

func exec(t *testing.T, d testkit.Database, query string, args ...any) {
	t.Helper()
	if _, err := d.Owner.ExecContext(t.Context(), query, args...); err != nil {
		t.Fatal(err)
	}
}

// TestR16AgesAreThoseOfTheVersionInForce: of the principal's own profile, on the day, and of nobody else's.
func TestR16AgesAreThoseOfTheVersionInForce(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	keep(t, d, "karlskrona", "karlskrona", 1, "2021-03-01", childFrom(12))
	keep(t, d, "karlskrona", "karlskrona", 2, "2022-03-01", childFrom(15))
	keep(t, d, "ronneby", "karlskrona", 1, "2020-01-01", childFrom(17)) // another's of the same name
	choose(t, d, "karlskrona", "karlskrona", "2021-01-01", "2021-06-01")
	choose(t, d, "karlskrona", "national", "2021-02-01", "2023-01-01")
	choose(t, d, "karlskrona", "karlskrona", "2023-05-01", "2024-01-01")
	for _, c := range []struct {
		unit, day string
		want      int
	}{
		{"ka-bof", "2021-05-31", 0},
		{"ka-bof", "2021-06-01", 12},
		{"ka-bof", "2022-02-28", 12},
		{"ka-bof", "2022-03-01", 15},
		{"ka-bof", "2023-01-01", 0},
		{"ka-bof", "2024-01-01", 15},
		{"ro-bof", "2022-03-01", 0},
		{"hs", "2022-03-01", 0},
	} {
		got := -1
		tx, err := d.Owner.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		run(t, tx, "SELECT set_config('app.today', $1, true)", c.day)
		if err := tx.QueryRowContext(t.Context(), "SELECT child_from FROM app_family_ages($1)", demo.UnitID(c.unit)).Scan(&got); err != nil {
			t.Fatal(err)
		}
		_ = tx.Rollback() // nothing was to be kept
		if got != c.want {
			t.Errorf("%s on %s: a child sees from %d, want %d", c.unit, c.day, got, c.want)
		}
	}
	for _, statement := range []string{"UPDATE routine_version SET number = 9", "DELETE FROM routine_version", "UPDATE routine_choice SET code = 'x'"} {
		if _, err := d.Owner.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("%s: a version can be changed", statement)
		}
	}
}
