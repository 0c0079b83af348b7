package store

import (
	"context"
	"sync/atomic"

	"github.com/jackc/pgx/v5"
)

// statementCounter counts the SQL statements of a request, however they are sent. Begin and commit do not count.
type statementCounter struct{}

type counterKey struct{}

func countStatements(ctx context.Context) (context.Context, *atomic.Int64) {
	n := new(atomic.Int64)
	return context.WithValue(ctx, counterKey{}, n), n
}

func (statementCounter) add(ctx context.Context, sql string) {
	if n, ok := ctx.Value(counterKey{}).(*atomic.Int64); ok && sql != begin && sql != commit && sql != rollback {
		n.Add(1)
	}
}

// TraceQueryStart is called by pgx before a single statement.
func (c statementCounter) TraceQueryStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryStartData) context.Context {
	c.add(ctx, d.SQL)
	return ctx
}

// TraceQueryEnd is called by pgx after it.
func (statementCounter) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// TraceBatchStart is called by pgx before a pipelined batch.
func (statementCounter) TraceBatchStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceBatchStartData) context.Context {
	return ctx
}

// TraceBatchQuery is called by pgx for each statement of a batch.
func (c statementCounter) TraceBatchQuery(ctx context.Context, _ *pgx.Conn, d pgx.TraceBatchQueryData) {
	c.add(ctx, d.SQL)
}

// TraceBatchEnd is called by pgx after the batch.
func (statementCounter) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData) {}
