package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"samplan/migrations"
)

// ErrOldSchema says that the database lacks steps that this program needs.
var ErrOldSchema = errors.New("the database is older than this program: run samplan migrate up")

// Migrate brings the database at url to the newest schema, with the routine profiles that come with the program; two at
// once wait for each other. The role needs to be able to create roles the first time. goose does the steps: one file each,
// embedded, forward only.
func Migrate(ctx context.Context, url string) error {
	return withGoose(url, func(p *goose.Provider, db *sql.DB) error {
		if _, err := p.Up(ctx); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		return keepBuiltIns(ctx, db)
	})
}

func withGoose(url string, do func(*goose.Provider, *sql.DB) error) error {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	defer func() { _ = db.Close() }() // nothing is left to lose
	l, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return fmt.Errorf("make migration lock: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, migrations.FS, goose.WithSessionLocker(l))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	return do(p, db)
}

// CheckSchema says ErrOldSchema when a step is missing. A newer database is fine: it is how a release rolls out.
func (s *Store) CheckSchema(ctx context.Context) error {
	var newest int64
	for _, v := range migrationVersions() {
		newest = max(newest, v)
	}
	var have int64
	if err := s.pool.QueryRowContext(ctx, "SELECT version FROM schema_version").Scan(&have); err != nil {
		return fmt.Errorf("read schema version: %w", err)
	}
	if have < newest {
		return ErrOldSchema
	}
	return nil
}

func migrationVersions() []int64 {
	files, err := migrations.FS.ReadDir(".")
	if err != nil {
		return nil // an embedded folder can always be read
	}
	all := make([]int64, 0, len(files))
	for _, f := range files {
		if v, err := goose.NumericComponent(f.Name()); err == nil {
			all = append(all, v)
		}
	}
	return all
}
