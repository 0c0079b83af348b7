package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
)

// queueSchema holds River's tables.
const queueSchema = "job"

// putter puts jobs in and takes none out, so it needs no connection of its own.
var putter = newPutter()

func newPutter() *river.Client[pgx.Tx] {
	c, err := river.NewClient(riverpgxv5.New(nil), &river.Config{Schema: queueSchema, MaxAttempts: mostAttempts})
	if err != nil {
		panic(err) // the settings are constants
	}
	return c
}

// enqueue puts a job in, in the transaction of the request: it is there when the change is, and not otherwise.
func (u *unit) enqueue(ctx context.Context, args river.JobArgs) error {
	_, err := putter.InsertTx(ctx, borrowed{u.pgx}, args, nil)
	return translate(err)
}

// borrowed lets River take part in the transaction that the door has begun and will end.
type borrowed struct{ conn *pgx.Conn }

var errBorrowed = errors.New("the transaction belongs to the door")

func (borrowed) Begin(context.Context) (pgx.Tx, error) { return nil, errBorrowed }
func (borrowed) Commit(context.Context) error          { return errBorrowed }
func (borrowed) Rollback(context.Context) error        { return errBorrowed }
func (borrowed) LargeObjects() pgx.LargeObjects        { panic(errBorrowed) }
func (b borrowed) Conn() *pgx.Conn                     { return b.conn }

func (b borrowed) CopyFrom(ctx context.Context, t pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	return b.conn.CopyFrom(ctx, t, columns, rows)
}

func (b borrowed) SendBatch(ctx context.Context, batch *pgx.Batch) pgx.BatchResults {
	return b.conn.SendBatch(ctx, batch)
}

func (b borrowed) Prepare(ctx context.Context, name, sql string) (*pgconn.StatementDescription, error) {
	return b.conn.Prepare(ctx, name, sql)
}

func (b borrowed) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	return b.conn.Exec(ctx, sql, args...)
}

func (b borrowed) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return b.conn.Query(ctx, sql, args...)
}

func (b borrowed) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return b.conn.QueryRow(ctx, sql, args...)
}
