package store_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// TestWeed: what is past its day goes, in as many batches as it takes; what may still be asked for stays, also for the
// server's own role.
func TestWeed(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	person := id.NewPerson()
	for _, s := range []string{
		"INSERT INTO person (id, staff_name) VALUES ('" + person.String() + "', 'Karin')",
		`INSERT INTO idempotency_key (key_hash, person_id, body_hash, status, headers, answer, created_at)
		   SELECT sha256(n::text::bytea), '` + person.String() + `', sha256(''), 200, '{}', '', now() - make_interval(hours => CASE WHEN n <= 1203 THEN 25 ELSE 23 END)
		     FROM generate_series(1, 1205) n`,
	} {
		if _, err := d.Owner.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time there is nothing to do
		if err := d.Store.Weed(t.Context(), civil.MustParse("2020-12-15")); err != nil {
			t.Fatal(err)
		}
		var all, old int
		err := d.Owner.QueryRowContext(t.Context(),
			"SELECT count(*), count(*) FILTER (WHERE created_at < now() - interval '24 hours') FROM idempotency_key").Scan(&all, &old)
		if err != nil || all != 2 || old != 0 {
			t.Errorf("%d answers are kept, %d of them past their day, %v", all, old, err)
		}
	}
}
