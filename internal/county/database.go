//go:build !release

package county

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"samplan/internal/postgres"
)

// half is the database's own comment until its stories are told: whoever stopped the first start in the middle gets a
// whole county from the next one.
const half = "half a county"

// ensureDatabase makes the county's database where it is missing or was left half. On a server that somebody else runs,
// fresh drops it; a private server has already begun anew.
func ensureDatabase(ctx context.Context, server *postgres.Server, fresh bool) error {
	admin, err := sql.Open("pgx", server.URL("", ""))
	if err != nil {
		return fmt.Errorf("open server: %w", err)
	}
	defer func() { _ = admin.Close() }() // nothing is left to lose
	isThere, isHalf, err := findDatabase(ctx, admin)
	if err != nil {
		return err
	}
	if isThere && !isHalf && (!fresh || server.IsPrivate()) {
		return nil
	}
	for _, statement := range []string{
		"DROP DATABASE IF EXISTS " + database + " WITH (FORCE)", "CREATE DATABASE " + database, "COMMENT ON DATABASE " + database + " IS '" + half + "'",
	} {
		if _, err := admin.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("create database: %w", err)
		}
	}
	return nil
}

func findDatabase(ctx context.Context, admin *sql.DB) (isThere, isHalf bool, err error) {
	var note sql.NullString
	err = admin.QueryRowContext(ctx, "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1", database).Scan(&note)
	if errors.Is(err, sql.ErrNoRows) {
		return false, false, nil
	}
	if err != nil {
		return false, false, fmt.Errorf("look for database: %w", err)
	}
	return true, note.String == half, nil
}

// markWhole says that everything has been loaded.
func markWhole(ctx context.Context, owner *sql.DB) error {
	if _, err := owner.ExecContext(ctx, "COMMENT ON DATABASE "+database+" IS NULL"); err != nil {
		return fmt.Errorf("mark database: %w", err)
	}
	return nil
}
