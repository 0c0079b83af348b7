package postgres

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
)

// Variable is the environment variable that names a server to use instead of starting one.
const Variable = "SAMPLAN_DATABASE_URL"

// Options says which server is wanted. The zero value keeps its data in DefaultDir.
type Options struct {
	Dir       string            // where a kept cluster lives; empty means DefaultDir
	Fresh     bool              // throw away what a kept cluster holds and start anew
	Throwaway bool              // for tests: a cluster in a temporary folder without fsync, removed on Stop
	Progress  io.Writer         // gets a line before anything slow; nil means silence
	Settings  map[string]string // settings of the server (as in postgresql.conf) over those of this package
}

// Server is a running PostgreSQL: one of our own, or the one that SAMPLAN_DATABASE_URL names.
type Server struct {
	address *url.URL // of the superuser's own database
	own     *cluster // nil for a server that somebody else runs
}

// Start starts a private server and returns when it answers. When SAMPLAN_DATABASE_URL is set it starts nothing and
// returns that server, having checked that it is new enough and that its user may create roles and databases.
func Start(ctx context.Context, o Options) (*Server, error) {
	if given := os.Getenv(Variable); given != "" {
		return fromURL(ctx, given)
	}
	h, err := newHost(o.Progress)
	if err != nil {
		return nil, err
	}
	return h.start(ctx, o)
}

// URL gives the connection string for a user and a database. An empty user is the superuser, `postgres` on a private
// server; an empty database is that user's own. Another user's connection string never carries the superuser's password.
func (s *Server) URL(user, database string) string {
	u := *s.address
	if user != "" && user != u.User.Username() {
		u.User = url.User(user)
	}
	if database != "" {
		u.Path = "/" + database
	}
	return u.String()
}

// IsPrivate tells whether the server is one that Start started.
func (s *Server) IsPrivate() bool { return s.own != nil }

// Stop shuts a private server down in order, and at once when ctx ends first or it takes too long; then it removes what
// was temporary. It leaves a server that somebody else runs alone. Stopping twice is the same as stopping once.
func (s *Server) Stop(ctx context.Context) error {
	if s.own == nil {
		return nil
	}
	return s.own.stop(ctx)
}

// teller writes lines about slow things for the one who waits. Swedish comes first.
type teller struct{ w io.Writer }

func (t teller) say(swedish, english string) {
	if t.w != nil {
		_, _ = fmt.Fprintf(t.w, "%s (%s)\n", swedish, english) // nobody can be told that telling failed
	}
}
