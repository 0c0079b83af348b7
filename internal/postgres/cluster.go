package postgres

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// startLimit is how long a server may take until it answers. Recovery after a crash is the longest.
const startLimit = 2 * time.Minute

// cluster is a private server and what it holds on to.
type cluster struct {
	process *process
	way     stopWay  // how it is asked to stop
	scratch *scratch // socket, and the data of a throw-away cluster
	lock    *lock    // of a kept cluster's folder; nil for a throw-away one
	once    sync.Once
	stopped error
}

func (c *cluster) stop(ctx context.Context) error {
	c.once.Do(func() {
		c.stopped = c.process.stop(ctx, c.way)
		c.stopped = errors.Join(c.stopped, c.free())
	})
	return c.stopped
}

// free lets go of folders and locks, the kept folder's last.
func (c *cluster) free() error {
	err := c.scratch.remove()
	if c.lock != nil {
		err = errors.Join(err, c.lock.release())
	}
	return err
}

// launch says how a server is to be run.
type launch struct {
	binaries binaries
	data     string
	log      string
	settings map[string]string
	way      stopWay
}

// launch runs the server of a data folder and returns when it answers. On failure c holds nothing any more.
func (h host) launch(ctx context.Context, c *cluster, l launch) (*Server, error) {
	s := &Server{own: c, address: socketAddress(c.scratch.socketDir())}
	err := h.spawnServer(c, l)
	if err != nil {
		return nil, errors.Join(err, c.free())
	}
	if err := s.awaitReady(ctx); err != nil {
		err = fmt.Errorf("%w; its log says:\n%s", err, tail(l.log))
		return nil, errors.Join(err, c.stop(ctx))
	}
	return s, nil
}

func (h host) spawnServer(c *cluster, l launch) error {
	log, err := os.OpenFile(l.log, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("open the server's log: %w", err)
	}
	defer func() { _ = log.Close() }() // the server has its own handle
	settings := baseSettings(c.scratch.socketDir())
	maps.Copy(settings, l.settings)
	args := []string{"-D", l.data}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		args = append(args, "-c", name+"="+settings[name])
	}
	// The server outlives every context of ours but the one given to Stop.
	cmd := exec.Command(filepath.Join(l.binaries.dir, program("postgres")), args...) //nolint:gosec,noctx // found by us
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = l.data, serverEnv(), log, log
	cmd.SysProcAttr = attributes(h.account, l.way)
	c.way = l.way
	c.process, err = spawn(cmd, l.binaries.dir)
	return err
}

// baseSettings hold for every private server. Its log tells no values of rows.
func baseSettings(socketDir string) map[string]string {
	return map[string]string{
		"listen_addresses":        "",
		"unix_socket_directories": `"` + strings.ReplaceAll(socketDir, `"`, `""`) + `"`,
		"unix_socket_permissions": "0700",
		"port":                    "5432",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
		"log_error_verbosity":     "terse",
	}
}

func socketAddress(dir string) *url.URL {
	q := url.Values{"host": {dir}, "port": {"5432"}, "sslmode": {"disable"}}
	return &url.URL{Scheme: "postgres", User: url.User("postgres"), Path: "/postgres", RawQuery: q.Encode()}
}

func (s *Server) awaitReady(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, s.URL("", ""))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-s.own.process.done:
			return errors.New("the database server ended at once")
		case <-ctx.Done():
			return fmt.Errorf("wait for the database server (%w): %w", ctx.Err(), err)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// tail gives the end of a log for an error text.
func tail(path string) string {
	const enough = 2000
	text, err := os.ReadFile(path) //nolint:gosec // our own folder
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(text[max(0, len(text)-enough):]))
}
