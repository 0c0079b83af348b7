package store_test

import (
	"database/sql"

	"github.com/google/uuid"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/plan"
	"samplan/internal/worlds"
)

var (
	matrix     = mustLoad()
	planStatus plan.Status // none: plans of every status
)

func mustLoad() *access.Matrix {
	m, err := access.Load()
	if err != nil {
		panic(err)
	}
	return m
}

// reachesOf gives how far the reader's role goes with reading plans, items and whereabouts.
func reachesOf(r worlds.Reader) (plans, items, places []access.Reach) {
	a := access.NewCitizen(id.PersonOf(r.Person), civil.Date{}, id.Request{})
	if !r.IsCitizen() {
		a = access.NewStaff(id.PersonOf(r.Person), "", access.Post{Assignment: r.Assignment, Role: access.RoleNamed(r.Role)}, civil.Date{}, id.Request{})
	}
	p, _ := access.Allow[access.ReadPlan](matrix, a) // the zero grant has no reach
	i, _ := access.Allow[access.ReadItem](matrix, a)
	w, _ := access.Allow[access.ReadWhereabouts](matrix, a)
	return p.Reaches(), i.Reaches(), w.Reaches()
}

// asReader runs do in a transaction with the settings that the door makes for a reader, under a role of the database.
func asReader(t fatal, owner *sql.DB, w *worlds.World, r worlds.Reader, role string, do func(*sql.Tx)) {
	tx, err := owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatalf("begin: %v", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was to be kept
	c := r.Credentials()
	if r.IsCitizen() {
		run(t, tx, "SELECT app_enter_citizen($1, $2, $3)", c.IdentifierType, c.Identifier.Reveal(), w.Day)
	} else {
		run(t, tx, "SELECT app_enter_staff($1, $2, $3, $4)", c.Issuer, c.Subject, r.Assignment, w.Day)
	}
	run(t, tx, "SET LOCAL ROLE "+role)
	do(tx)
}

func open(t fatal, tx *sql.Tx, p uuid.UUID) { run(t, tx, "SELECT app_open_plan($1, NULL)", p) }

func run(t fatal, tx *sql.Tx, query string, args ...any) {
	if _, err := tx.ExecContext(t.Context(), query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func idsFrom(t fatal, tx *sql.Tx, query string, args ...any) []uuid.UUID {
	found, err := tx.QueryContext(t.Context(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = found.Close() }() // read to its end
	var all []uuid.UUID
	for found.Next() {
		var v uuid.UUID
		if err := found.Scan(&v); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		all = append(all, v)
	}
	if err := found.Err(); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return all
}
