package postgres

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/jackc/pgx/v5"
)

// oldest is the first major version that has what the schema uses.
const oldest = 15

// fromURL takes a server that somebody else runs. Its errors never show the URL: it holds a password.
func fromURL(ctx context.Context, text string) (*Server, error) {
	address, err := parseAddress(text)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", Variable, err)
	}
	s := &Server{address: address}
	if err := s.check(ctx); err != nil {
		return nil, fmt.Errorf("use the server of %s: %w", Variable, err)
	}
	return s, nil
}

// parseAddress brings the spellings that PostgreSQL knows to one, with user and database where URL replaces them.
func parseAddress(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || (u.Scheme != "postgres" && u.Scheme != "postgresql") {
		return nil, errors.New("it must look like postgres://user:password@host:5432/database")
	}
	q := u.Query()
	if user := q.Get("user"); user != "" {
		u.User = url.User(user)
	}
	if password := q.Get("password"); password != "" {
		u.User = url.UserPassword(u.User.Username(), password)
	}
	for _, name := range []string{"database", "dbname"} {
		if q.Get(name) != "" {
			u.Path = "/" + q.Get(name)
		}
	}
	for _, name := range []string{"user", "password", "database", "dbname"} {
		q.Del(name)
	}
	u.RawQuery = q.Encode()
	return u, nil
}

func (s *Server) check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.URL("", ""))
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer func() { _ = conn.Close(ctx) }() // only read from
	var version int
	var mayCreate bool
	const question = `SELECT current_setting('server_version_num')::int / 10000, rolsuper OR (rolcreatedb AND rolcreaterole)
		FROM pg_roles WHERE rolname = current_user`
	if err := conn.QueryRow(ctx, question).Scan(&version, &mayCreate); err != nil {
		return fmt.Errorf("ask for version and rights: %w", err)
	}
	if version < oldest {
		return fmt.Errorf("it is PostgreSQL %d; %d or newer is needed", version, oldest)
	}
	if !mayCreate {
		return errors.New("its user may not create roles and databases")
	}
	return nil
}
