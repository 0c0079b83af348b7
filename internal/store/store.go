package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// Store keeps the data. Its fields are private: only the door gives out a transaction.
type Store struct {
	db      *gorm.DB
	pool    *sql.DB
	observe func(operation string, statements int)
	files   Files

	eventDays int
}

// Options for Open.
type Options struct {
	MaxConnections int // 16 when zero
	// Observe, when set, is told after each request how many SQL statements it took (quality goal P6).
	Observe func(operation string, statements int)
	// Files keeps the files of attachments; nil keeps them in the database.
	Files Files
	// EventDays is how long events are kept; usualEventDays when zero.
	EventDays int
}

// usualEventDays is long enough for a system that was away over a summer.
const usualEventDays = 90

// limits of every connection: nothing waits for ever (quality D11).
var limits = map[string]string{
	"application_name":                    "samplan",
	"statement_timeout":                   "4000",
	"lock_timeout":                        "2000",
	"idle_in_transaction_session_timeout": "10000",
	"timezone":                            "UTC",
	"jit":                                 "off",
	"plan_cache_mode":                     "force_generic_plan",
}

// Open connects to the database as the server's role. It does not migrate.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("read database address: %w", err)
	}
	for k, v := range limits {
		cfg.RuntimeParams[k] = v
	}
	cfg.Tracer = statementCounter{}
	pool := stdlib.OpenDB(*cfg)
	if o.MaxConnections == 0 {
		o.MaxConnections = 16
	}
	pool.SetMaxOpenConns(o.MaxConnections)
	pool.SetMaxIdleConns(o.MaxConnections)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	// ParameterizedQueries keeps values out of messages; nothing is logged all the same.
	db, err := gorm.Open(postgres.New(postgres.Config{Conn: pool}), &gorm.Config{
		SkipDefaultTransaction: true, DisableAutomaticPing: true, TranslateError: true, Logger: logger.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("open data layer: %w", err)
	}
	if err := pool.PingContext(ctx); err != nil {
		return nil, fmt.Errorf("reach database: %w", err)
	}
	return &Store{db: db, pool: pool, observe: o.Observe, files: o.Files, eventDays: cmp.Or(o.EventDays, usualEventDays)}, nil
}

// Close lets go of every connection.
func (s *Store) Close() error { return s.pool.Close() }
