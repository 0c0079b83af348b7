package store

import (
	"bytes"
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

var errStep = errors.New("a step has a number and goes up alone")

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
	whole, names, err := wholeSteps()
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, migrations.FS, goose.WithSessionLocker(l),
		goose.WithGoMigrations(whole...), goose.WithExcludeNames(names))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	return do(p, db)
}

// wholeSteps are the steps that run in a transaction, and their files. The database gets such a file as it is: to take it apart, line by
// line, and send each statement alone costs more than most of them do. Only what may not run in a transaction is left to goose.
func wholeSteps() (steps []*goose.Migration, names []string, err error) {
	files, err := migrations.FS.ReadDir(".")
	if err != nil {
		return nil, nil, fmt.Errorf("read migrations: %w", err)
	}
	for _, f := range files {
		text, err := migrations.FS.ReadFile(f.Name())
		if err != nil {
			return nil, nil, fmt.Errorf("read migrations: %w", err)
		}
		if bytes.Contains(text, []byte("-- +goose NO TRANSACTION")) {
			continue
		}
		version, err := goose.NumericComponent(f.Name())
		if err != nil || !isForward(text) {
			return nil, nil, fmt.Errorf("%w: %s", errStep, f.Name())
		}
		steps = append(steps, goose.NewGoMigration(version, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, string(text)); err != nil {
				return fmt.Errorf("%s: %w", f.Name(), err)
			}
			return nil
		}}, nil))
		names = append(names, f.Name())
	}
	return steps, names, nil
}

// isForward tells whether a file goes up, and nowhere else.
func isForward(text []byte) bool {
	return bytes.HasPrefix(text, []byte("-- +goose Up\n")) && !bytes.Contains(text, []byte("+goose Down")) && !bytes.Contains(text, []byte("+goose ENVSUB"))
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
