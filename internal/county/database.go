//go:build !release

package county

import (
	"context"
	"database/sql"
	"fmt"

	"samplan/internal/postgres"
)

// ensureDatabase makes the county's database where it is missing. On a server that somebody else runs, fresh drops it;
// a private server has already begun anew.
func ensureDatabase(ctx context.Context, server *postgres.Server, fresh bool) error {
	admin, err := sql.Open("pgx", server.URL("", ""))
	if err != nil {
		return fmt.Errorf("open server: %w", err)
	}
	defer func() { _ = admin.Close() }() // nothing is left to lose
	if fresh && !server.IsPrivate() {
		if _, err := admin.ExecContext(ctx, "DROP DATABASE IF EXISTS "+database+" WITH (FORCE)"); err != nil {
			return fmt.Errorf("drop database: %w", err)
		}
	}
	var isThere bool
	if err := admin.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", database).Scan(&isThere); err != nil {
		return fmt.Errorf("look for database: %w", err)
	}
	if isThere {
		return nil
	}
	if _, err := admin.ExecContext(ctx, "CREATE DATABASE "+database); err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	return nil
}
