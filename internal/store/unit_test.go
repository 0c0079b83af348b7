package store_test

import (
	"slices"
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
)

// TestEachRequestHasItsOwnConnection: GORM and pgx work in the same transaction, and never in another request's.
func TestEachRequestHasItsOwnConnection(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	gorm, pgx, err := d.Store.Backends(t.Context(), 4)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(gorm, pgx) {
		t.Errorf("GORM runs on %v, pgx on %v", gorm, pgx)
	}
	slices.Sort(pgx)
	if len(slices.Compact(pgx)) != 4 {
		t.Errorf("four requests share connections: %v", pgx)
	}
}
