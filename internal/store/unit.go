package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/session"
)

const (
	begin    = "begin"
	commit   = "commit"
	rollback = "rollback"
)

// unit is the transaction of one request: the connection, who asks, and what the log will say.
type unit struct {
	request session.Request
	actor   access.Actor
	log     logEntry
	kept    kept
	files   Files
	later   []step // go with the next round trip, at the latest with the commit
	sql     *sql.Conn
	pgx     *pgx.Conn
	gorm    *gorm.DB
	done    bool
}

// open takes a connection. GORM and pgx use the same one, so they are in the same transaction, which the door begins and
// ends by itself.
func (s *Store) open(ctx context.Context, r session.Request) (*unit, error) {
	conn, err := s.pool.Conn(ctx)
	if err != nil {
		return nil, translate(err)
	}
	u := &unit{request: r, sql: conn, files: s.files}
	if err := conn.Raw(u.take); err != nil {
		_ = conn.Close() // the error below is the one that counts
		return nil, translate(err)
	}
	return u, nil
}

// take keeps the pgx connection inside a connection of the pool.
func (u *unit) take(driverConn any) error {
	c, ok := driverConn.(*stdlib.Conn)
	if !ok {
		return fmt.Errorf("the pool holds a %T, not a connection of pgx", driverConn)
	}
	u.pgx = c.Conn()
	return nil
}

// data gives the GORM handle of the transaction, made when it is first wanted.
func (u *unit) data(ctx context.Context, s *Store) *gorm.DB {
	if u.gorm == nil {
		// With a context the session has a statement of its own. Without one it shares that of the whole store, and every
		// request would run on the connection, and under the name, of the one that came last.
		u.gorm = s.db.Session(&gorm.Session{NewDB: true, Context: ctx, SkipDefaultTransaction: true})
		u.gorm.Statement.ConnPool = u.sql
	}
	return u.gorm.WithContext(ctx)
}

// close ends what was not committed and gives the connection back. A broken connection is thrown away by database/sql.
func (u *unit) close() {
	if !u.done {
		// The request's own context may be over; the rollback must still be said.
		ctx, cancel := context.WithTimeout(context.Background(), rollbackTime)
		defer cancel()
		_, _ = u.pgx.Exec(ctx, rollback) // a connection that cannot roll back is closed by its reset
	}
	_ = u.sql.Close() // gives it back to the pool
}

type unitKey struct{}

var errOutside = errors.New("store used outside the door, or for another actor than the one who came through it")

// within gives the transaction that the door opened, to the holder of a grant for the same actor. It is the only way in.
func within[P access.Permission](ctx context.Context, g access.Grant[P]) (*unit, error) {
	u, ok := ctx.Value(unitKey{}).(*unit)
	if !ok || u.done || g.Actor().Request() != u.actor.Request() || g.Actor().Person() != u.actor.Person() {
		return nil, fault.Wrap(fault.CodeInternal, errOutside)
	}
	if g.IsZero() {
		return nil, fault.New(fault.CodeNotFound)
	}
	return u, nil
}

// afterwards keeps statements for the next round trip: that of the log entry and the commit, when nothing comes between. A
// commit in the same batch does not wait for what they answer, so they must be such that either work or raise an error.
func (u *unit) afterwards(steps ...step) { u.later = append(u.later, steps...) }

// pipeline runs one batch of statements in one round trip and hands each result to its reader, in order.
func (u *unit) pipeline(ctx context.Context, steps ...step) error {
	steps, u.later = append(u.later, steps...), nil
	b := &pgx.Batch{}
	for _, s := range steps {
		b.Queue(s.sql, arguments(s.args)...)
	}
	r := u.pgx.SendBatch(ctx, b)
	for _, s := range steps {
		if err := s.run(r); err != nil {
			_ = r.Close() // the first error is the one that counts
			return translate(err)
		}
	}
	if err := r.Close(); err != nil {
		return translate(err)
	}
	return nil
}

// step is one statement of a pipeline: each row goes to row, or the count of affected rows to affected.
type step struct {
	sql      string
	args     []any
	row      func(pgx.Rows) error
	affected func(int64) error
}

func (s step) run(r pgx.BatchResults) error {
	if s.row == nil {
		tag, err := r.Exec()
		if err != nil {
			return fmt.Errorf("run statement: %w", err)
		}
		if s.affected != nil {
			return s.affected(tag.RowsAffected())
		}
		return nil
	}
	rows, err := r.Query()
	if err != nil {
		return fmt.Errorf("query: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := s.row(rows); err != nil {
			return fmt.Errorf("read row: %w", err)
		}
	}
	return rows.Err()
}
