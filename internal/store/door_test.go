package store_test

import (
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
)

func TestSchemaIsCurrent(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	if err := d.Store.CheckSchema(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := d.Store.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
}
