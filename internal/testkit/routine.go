package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
)

// ChangeRoutines sets a number in every routine profile, as if it had always been so: a path of names into the whole, as
// Postgres writes one.
func ChangeRoutines(t testing.TB, owner *sql.DB, path string, to int) {
	t.Helper()
	if err := TryRoutines(t.Context(), owner, path, to); err != nil {
		t.Fatal(err)
	}
}

// TryRoutines is ChangeRoutines where it may fail.
func TryRoutines(ctx context.Context, owner *sql.DB, path string, to int) error {
	tx, err := owner.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("change routine profiles: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	// Without triggers, since a version never changes.
	if _, err := tx.ExecContext(ctx, "SET LOCAL session_replication_role = replica"); err != nil {
		return fmt.Errorf("change routine profiles: %w", err)
	}
	if _, err := tx.ExecContext(ctx, "UPDATE routine_version SET whole = jsonb_set(whole, $1, to_jsonb($2::int))", path, to); err != nil {
		return fmt.Errorf("change routine profiles: %w", err)
	}
	return tx.Commit() //nolint:wrapcheck // nothing to add
}
