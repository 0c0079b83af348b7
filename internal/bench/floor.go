//go:build !release

package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"samplan/internal/access"
	"samplan/internal/httpapi/wire"
)

// workerHeader names the caller to the floor, which believes it.
const workerHeader = "Floor-Worker"

// floor does the same work with nothing around it. It connects as the superuser, whom no wall stops.
type floor struct {
	url     string
	pool    *pgxpool.Pool
	mux     *http.ServeMux
	units   map[uuid.UUID]unitLabel
	secrecy map[[2]string]wire.SecrecyLabel // by the classes of owner and reader
	workers []caller
}

// caller is a caseworker, as the floor knows all of them from the start.
type caller struct{ person, assignment, unit uuid.UUID }

type unitLabel struct {
	ref   wire.UnitRef
	class string
}

func newFloor(ctx context.Context, address string) (*floor, error) {
	cfg, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("read database address: %w", err)
	}
	cfg.MaxConns = connections
	f := &floor{mux: http.NewServeMux(), units: map[uuid.UUID]unitLabel{}, secrecy: map[[2]string]wire.SecrecyLabel{}}
	if f.pool, err = pgxpool.NewWithConfig(ctx, cfg); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := errors.Join(f.readDirectory(ctx), f.readWorkers(ctx), f.readSecrecy()); err != nil {
		f.pool.Close()
		return nil, err
	}
	f.mux.HandleFunc("GET /v1/plans/{id}", f.handle(f.readPlan))
	f.mux.HandleFunc("GET /v1/plans", f.handle(f.listPlans))
	f.mux.HandleFunc("POST /v1/plans", f.handle(f.createPlan))
	f.mux.HandleFunc("PUT /v1/interventions/{id}", f.handle(f.changeIntervention))
	return f, nil
}

func (f *floor) readDirectory(ctx context.Context) error {
	rows, err := f.pool.Query(ctx, `SELECT u.id, u.name, u.secrecy_class, a.name, p.name FROM unit u
	  JOIN unit_place q ON q.unit_id = u.id AND q.valid @> current_date JOIN branch b ON b.id = q.branch_id
	  JOIN authority a ON a.id = b.authority_id JOIN principal p ON p.id = a.principal_id`)
	if err != nil {
		return fmt.Errorf("read directory: %w", err)
	}
	var u unitLabel
	_, err = pgx.ForEachRow(rows, []any{&u.ref.Id, &u.ref.Name, &u.class, &u.ref.Authority, &u.ref.Principal}, func() error {
		f.units[u.ref.Id] = u
		return nil
	})
	return err
}

func (f *floor) readWorkers(ctx context.Context) error {
	rows, err := f.pool.Query(ctx, `SELECT a.person_id, a.id, a.unit_id FROM assignment a JOIN login l ON l.person_id = a.person_id
	  WHERE l.subject LIKE 'worker-%' ORDER BY a.person_id`)
	if err != nil {
		return fmt.Errorf("read caseworkers: %w", err)
	}
	f.workers, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (c caller, err error) {
		return c, r.Scan(&c.person, &c.assignment, &c.unit)
	})
	return err
}

func (f *floor) readSecrecy() error {
	policy, err := access.Load()
	if err != nil {
		return err
	}
	for _, owner := range access.Classes {
		for _, reader := range access.Classes {
			s := policy.Secrecy(owner)
			f.secrecy[[2]string{owner.String(), reader.String()}] = wire.SecrecyLabel{
				Rule: s.Rule, Strength: wire.SecrecyStrength(s.Strength), WeakerHere: policy.WeakerThan(reader, owner),
			}
		}
	}
	return nil
}

// ServeHTTP answers one request.
func (f *floor) ServeHTTP(w http.ResponseWriter, r *http.Request) { f.mux.ServeHTTP(w, r) }

func (f *floor) close() error {
	f.pool.Close()
	return nil
}

// reply is what a handler answers.
type reply struct {
	status int
	etag   string
	body   any
}

func (f *floor) handle(do func(*http.Request, *pgxpool.Conn, caller) (reply, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.Header.Get(workerHeader))
		if err != nil || n < 0 || n >= len(f.workers) {
			http.Error(w, "no caseworker", http.StatusBadRequest)
			return
		}
		conn, err := f.pool.Acquire(r.Context())
		if err != nil {
			http.Error(w, "database", http.StatusServiceUnavailable)
			return
		}
		defer conn.Release()
		answer, err := do(r, conn, f.workers[n])
		if err != nil {
			_, _ = conn.Exec(context.WithoutCancel(r.Context()), "rollback") // the answer below is the one that counts
			http.Error(w, "failed", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("ETag", answer.etag)
		w.WriteHeader(answer.status)
		_ = json.NewEncoder(w).Encode(answer.body) // the client is gone when it fails
	}
}

// body reads the body of a command.
func body(r *http.Request, into any) error {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return fmt.Errorf("read body: %w", err)
	}
	return json.Unmarshal(text, into)
}

// end finishes a transaction: the entry in the log, then commit, in one round trip with what is still to be written.
func end(ctx context.Context, conn *pgxpool.Conn, operation string, c caller, child, plan uuid.UUID, objects []uuid.UUID, more *pgx.Batch) error {
	reaches, grounds := make([]string, len(objects)), make([]*uuid.UUID, len(objects))
	for n := range reaches {
		reaches[n] = "own_case"
	}
	more.Queue(`INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, person_id, assignment_id, role, unit_id, child_id,
	    plan_id, objects, reaches, grounds) VALUES ($1, $2, $3, $4, 'done', 'staff', $5, $6, 'caseworker', $7, $8, $9, $10, $11, $12)`,
		uuid.Must(uuid.NewV7()), time.Now(), uuid.Must(uuid.NewV7()), operation, c.person, c.assignment, c.unit, orNull(child), orNull(plan),
		objects, reaches, grounds)
	more.Queue("commit")
	return conn.SendBatch(ctx, more).Close()
}

func orNull(u uuid.UUID) *uuid.UUID {
	if u == uuid.Nil {
		return nil
	}
	return &u
}

var errNone = errors.New("no such row")

// one demands that a statement met one row.
func one(t pgconn.CommandTag) error {
	if t.RowsAffected() != 1 {
		return errNone
	}
	return nil
}
