package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// asRole is a small pool for one job beside the door, which works as a role of its own, whoever signed in.
type asRole struct {
	pool *sql.DB
	role string
}

func openAs(ctx context.Context, url, role string) (asRole, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return asRole{}, fmt.Errorf("read database address: %w", err)
	}
	cfg.RuntimeParams["application_name"] = role
	cfg.RuntimeParams["timezone"] = "UTC"
	r := asRole{stdlib.OpenDB(*cfg), role}
	r.pool.SetMaxOpenConns(1)
	if err := r.do(ctx, pgx.TxOptions{}, func(pgx.Tx) error { return nil }); err != nil {
		_ = r.pool.Close() // the error above is the one that counts
		return asRole{}, fmt.Errorf("work as %s: %w", role, err)
	}
	return r, nil
}

// Close lets go of the connection.
func (r asRole) Close() error { return r.pool.Close() }

// do runs one transaction as the role. The role ends with the transaction, so that a pooler may stand in between.
func (r asRole) do(ctx context.Context, o pgx.TxOptions, work func(pgx.Tx) error) error {
	conn, err := r.pool.Conn(ctx)
	if err != nil {
		return translate(err)
	}
	defer func() { _ = conn.Close() }() // gives it back to the pool
	err = conn.Raw(func(driverConn any) error {
		c, ok := driverConn.(*stdlib.Conn)
		if !ok {
			return fmt.Errorf("the pool holds a %T, not a connection of pgx", driverConn)
		}
		return pgx.BeginTxFunc(ctx, c.Conn(), o, func(tx pgx.Tx) error {
			if _, err := tx.Exec(ctx, "SET LOCAL ROLE "+pgx.Identifier{r.role}.Sanitize()); err != nil {
				return fmt.Errorf("become %s: %w", r.role, err)
			}
			return work(tx)
		})
	})
	return translate(err)
}
