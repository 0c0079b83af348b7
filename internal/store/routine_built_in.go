package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"samplan/internal/routine"
)

// errChanged: a version never changes. Whoever edits a file of one that is out gives it the next number.
var errChanged = errors.New("a routine profile that comes with the program differs from the version of it that is kept")

// keepBuiltIns adds the routine profiles that come with the program and are not there yet.
func keepBuiltIns(ctx context.Context, db *sql.DB) error {
	all, err := routine.BuiltIns()
	if err != nil {
		return fmt.Errorf("read routine profiles: %w", err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("keep routine profiles: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	if _, err := tx.ExecContext(ctx, "SET LOCAL ROLE samplan_owner"); err != nil {
		return fmt.Errorf("keep routine profiles: %w", err)
	}
	for i := range all {
		if err := keepBuiltIn(ctx, tx, &all[i]); err != nil {
			return fmt.Errorf("keep routine profile %s: %w", all[i].Profile.Code, err)
		}
	}
	return tx.Commit() //nolint:wrapcheck // nothing to add
}

func keepBuiltIn(ctx context.Context, tx *sql.Tx, v *routine.Version) error {
	whole, err := json.Marshal(v.Profile)
	if err != nil {
		return err //nolint:wrapcheck // the caller says which
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO routine_version (id, code, number, valid_from, document, whole, created_at)
	  VALUES ($1, $2, $3, $4::date, $5, $6, $4::date) ON CONFLICT DO NOTHING`,
		v.ID, v.Profile.Code, v.Profile.Version, v.Profile.ValidFrom, v.Document, string(whole))
	if err != nil {
		return err //nolint:wrapcheck // the caller says which
	}
	var kept string
	if err := tx.QueryRowContext(ctx, "SELECT document FROM routine_version WHERE id = $1", v.ID).Scan(&kept); err != nil {
		return err //nolint:wrapcheck // the caller says which
	}
	if kept != v.Document {
		return errChanged
	}
	return nil
}
