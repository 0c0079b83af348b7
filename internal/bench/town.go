//go:build !release

package bench

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/google/uuid"
	_ "github.com/jackc/pgx/v5/stdlib" // database/sql driver for the owner's connection

	"samplan/internal/demo"
	"samplan/internal/postgres"
	"samplan/internal/store"
)

// database is the name of the bench's own database.
const database = "samplan_bench"

// serverSettings keep checkpoints out of the rounds. Nothing here weakens what a commit means.
var serverSettings = map[string]string{"shared_buffers": "512MB", "max_wal_size": "4GB", "checkpoint_timeout": "30min"}

// town is everything that is measured: a Postgres with its data, the product and the floor, each listening on loopback.
type town struct {
	server  *postgres.Server
	owner   *sql.DB
	product *product
	floor   *floor
	workers int
	plans   int
	// versions holds, for each connection, the versions of the items that it has changed.
	versions []map[uuid.UUID]int
	lists    []net.Listener
	stops    []func() error
}

// open starts and loads everything. dir holds the data and may be thrown away after close.
func open(ctx context.Context, dir string, plans int, progress io.Writer) (*town, error) {
	t := &town{plans: plans, workers: workersFor(plans)}
	if err := t.open(ctx, dir, progress); err != nil {
		return nil, errors.Join(err, t.close())
	}
	return t, nil
}

func (t *town) open(ctx context.Context, dir string, progress io.Writer) error {
	if err := t.startDatabase(ctx, postgres.Options{Dir: dir, Progress: progress, Settings: serverSettings}); err != nil {
		return err
	}
	listener, err := t.listen(ctx)
	if err != nil {
		return err
	}
	if t.product, err = newProduct(ctx, t.server.URL("samplan_app", database), listener, t.workers); err != nil {
		return err
	}
	t.stops = append(t.stops, t.product.close)
	began := time.Now()
	if err := load(ctx, t.owner, t.product.issuer.URL(), t.plans); err != nil {
		return err
	}
	tell(progress, "%d planer med %d poster inlästa på %.0f s (plans with items loaded)\n", t.plans, itemsPerPlan, time.Since(began).Seconds())
	if t.floor, err = newFloor(ctx, t.server.URL("", database)); err != nil {
		return err
	}
	t.stops = append(t.stops, t.floor.close)
	return t.serve(ctx)
}

func (t *town) startDatabase(ctx context.Context, o postgres.Options) (err error) {
	if t.server, err = postgres.Start(ctx, o); err != nil {
		return fmt.Errorf("start Postgres: %w", err)
	}
	t.stops = append(t.stops, func() error { return t.server.Stop(context.Background()) })
	if !t.server.IsPrivate() {
		return fmt.Errorf("the bench runs on a server of its own: unset %s", postgres.Variable)
	}
	admin, err := sql.Open("pgx", t.server.URL("", ""))
	if err != nil {
		return fmt.Errorf("open server: %w", err)
	}
	defer func() { _ = admin.Close() }() // nothing is left to lose
	if _, err := admin.ExecContext(ctx, "CREATE DATABASE "+database); err != nil {
		return fmt.Errorf("create database: %w", err)
	}
	if err := store.Migrate(ctx, t.server.URL("", database)); err != nil {
		return err
	}
	if t.owner, err = sql.Open("pgx", t.server.URL("", database)); err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	t.stops = append(t.stops, t.owner.Close)
	return demo.LoadOrganisation(ctx, t.owner)
}

func (t *town) listen(ctx context.Context) (net.Listener, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	t.lists = append(t.lists, l)
	return l, nil
}

// serve lets both answer until close.
func (t *town) serve(ctx context.Context) error {
	listener, err := t.listen(ctx)
	if err != nil {
		return err
	}
	t.floor.url = "http://" + listener.Addr().String()
	plain := &http.Server{Handler: t.floor, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = plain.Serve(listener) }() // it ends with close
	t.stops = append(t.stops, plain.Close)
	return nil
}

// close stops everything in the opposite order.
func (t *town) close() error {
	var errs []error
	for n := len(t.stops) - 1; n >= 0; n-- {
		errs = append(errs, t.stops[n]())
	}
	for _, l := range t.lists {
		_ = l.Close() // the servers have closed them already
	}
	return errors.Join(errs...)
}

func tell(w io.Writer, format string, args ...any) {
	if w != nil {
		_, _ = fmt.Fprintf(w, format, args...) // progress is not worth failing for
	}
}
