package postgres

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// Template is a migrated database that others are copied from. Roles belong to the whole server: a copy has them too.
// Rights on the database itself (GRANT … ON DATABASE) are not copied, so a schema must not rest on them.
type Template struct {
	server *Server
	name   string
	mu     sync.Mutex // a database can only be copied while nobody else is at it
	admin  *pgx.Conn
}

// migrateLock is the advisory lock under which one process at a time migrates: roles belong to the whole server, and on
// a given server several test programs would create them at once.
const migrateLock int64 = 0x73616d706c616e

// NewTemplate creates a database named samplan_template_ and a random part, and lets migrate fill it through its URL.
// migrate must close the connections that it opens.
func NewTemplate(ctx context.Context, srv *Server, migrate func(ctx context.Context, url string) error) (*Template, error) {
	t := &Template{server: srv, name: "samplan_template_" + randomPart()}
	if err := t.exec(ctx, "SELECT pg_advisory_lock($1)", migrateLock); err != nil {
		return nil, err
	}
	err := t.fill(ctx, migrate)
	if err == nil {
		err = t.exec(ctx, "SELECT pg_advisory_unlock($1)", migrateLock)
	}
	if err != nil {
		return nil, errors.Join(err, t.Close(ctx)) // which gives the lock back, too
	}
	return t, nil
}

func (t *Template) fill(ctx context.Context, migrate func(ctx context.Context, url string) error) error {
	if err := t.exec(ctx, "CREATE DATABASE "+quote(t.name)); err != nil {
		return err
	}
	if err := migrate(ctx, t.server.URL("", t.name)); err != nil {
		return fmt.Errorf("migrate the template: %w", err)
	}
	return t.exec(ctx, "ALTER DATABASE "+quote(t.name)+" ALLOW_CONNECTIONS false")
}

// Clone copies the template into a new database with a random name. drop removes it, whoever is still connected; it
// reports nothing, since what it could not remove goes with the server.
func (t *Template) Clone(ctx context.Context) (name string, drop func(), err error) {
	name = "samplan_" + randomPart()
	how := ""
	if t.server.IsPrivate() {
		how = " STRATEGY FILE_COPY" // half the time where nothing is synced to disk; elsewhere it costs two checkpoints
	}
	if err := t.exec(ctx, "CREATE DATABASE "+quote(name)+" TEMPLATE "+quote(t.name)+how); err != nil {
		return "", nil, err
	}
	return name, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
		defer cancel()
		_ = t.exec(ctx, "DROP DATABASE IF EXISTS "+quote(name)+" WITH (FORCE)") // see above
	}, nil
}

// Derive makes a template of a copy that fill has added to, through its name. fill must close the connections that it
// opens.
func (t *Template) Derive(ctx context.Context, fill func(ctx context.Context, name string) error) (*Template, error) {
	name, drop, err := t.Clone(ctx)
	if err != nil {
		return nil, err
	}
	if err = fill(ctx, name); err == nil {
		err = t.exec(ctx, "ALTER DATABASE "+quote(name)+" ALLOW_CONNECTIONS false")
	}
	if err != nil {
		drop()
		return nil, err
	}
	return &Template{server: t.server, name: name}, nil
}

// Close drops the template; copies stay.
func (t *Template) Close(ctx context.Context) error {
	err := t.exec(ctx, "DROP DATABASE IF EXISTS "+quote(t.name)+" WITH (FORCE)")
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.admin == nil {
		return err
	}
	return errors.Join(err, t.admin.Close(ctx))
}

// exec runs one statement on the one connection that the template keeps. A context that ends in the middle costs the
// connection; the next statement opens another.
func (t *Template) exec(ctx context.Context, sql string, args ...any) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.admin == nil || t.admin.IsClosed() {
		conn, err := pgx.Connect(ctx, t.server.URL("", ""))
		if err != nil {
			return fmt.Errorf("connect to the server: %w", err)
		}
		t.admin = conn
	}
	if _, err := t.admin.Exec(ctx, sql, args...); err != nil {
		return fmt.Errorf("%s: %w", sql, err)
	}
	return nil
}

func quote(name string) string { return pgx.Identifier{name}.Sanitize() }

func randomPart() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
