package store_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

const issuer = "https://login.example"

var (
	monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	birth  = civil.MustParse("2014-05-06")
)

// office is two units of two boards of one municipality, with people: a caseworker and a manager at the first, another
// caseworker there, and one at the second. One more unit is closed.
type office struct {
	*testing.T
	testkit.Database
	children                  *person.Service
	org                       *org.Service
	first, second, closed     id.Unit
	principal                 id.Principal
	karin, maria, olle, sara  id.Person
	statements                counts
	now                       time.Time
	firstBranch, secondBranch id.Branch
}

// counts holds the statements of the last request of each operation; requests may come at the same time.
type counts struct{ sync.Map }

func (c *counts) of(operation string) int {
	n, _ := c.Load(operation)
	number, _ := n.(int)
	return number
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{T: t, now: monday}
	o.Database = testkit.NewDatabase(t, store.Options{Observe: func(op string, n int) { o.statements.Store(op, n) }})
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	o.children = person.NewService(o.Store, policy, func() time.Time { return o.now })
	o.org = org.NewService(o.Store, policy, func() time.Time { return o.now })
	o.principal = id.NewPrincipal()
	o.exec("INSERT INTO principal (id, name, kind) VALUES ($1, 'Exempelstads kommun', 'municipality')", o.principal)
	o.first, o.firstBranch = o.unit("Barn och unga 1", "ifo", "[2020-01-01,)")
	o.second, o.secondBranch = o.unit("Elevhälsan", "school", "[2020-01-01,)")
	o.closed, _ = o.unit("Fältgruppen", "ifo", "[2020-01-01,2026-01-01)")
	o.karin = o.employ("Karin", o.first, "caseworker")
	o.maria = o.employ("Maria", o.first, "unit-manager")
	o.olle = o.employ("Olle", o.first, "caseworker")
	o.sara = o.employ("Sara", o.second, "caseworker")
	return o
}

func (o *office) exec(sql string, args ...any) {
	o.Helper()
	if _, err := o.Owner.ExecContext(o.Context(), sql, args...); err != nil {
		o.Fatalf("%s: %v", sql, err)
	}
}

func (o *office) unit(name, class, valid string) (id.Unit, id.Branch) {
	o.Helper()
	board, branch, unit := id.NewAuthority(), id.NewBranch(), id.NewUnit()
	o.exec("INSERT INTO authority (id, principal_id, name) VALUES ($1, $2, $3)", board, o.principal, "Nämnden för "+name)
	o.exec("INSERT INTO branch (id, authority_id, name) VALUES ($1, $2, $3)", branch, board, "Gren för "+name)
	o.exec("INSERT INTO unit (id, name, secrecy_class) VALUES ($1, $2, $3)", unit, name, class)
	o.exec("INSERT INTO unit_place (unit_id, branch_id, valid) VALUES ($1, $2, $3)", unit, branch, valid)
	return unit, branch
}

func (o *office) employ(name string, unit id.Unit, role string) id.Person {
	o.Helper()
	p := id.NewPerson()
	o.exec("INSERT INTO person (id, staff_name) VALUES ($1, $2)", p, name)
	o.exec("INSERT INTO login (issuer, subject, person_id) VALUES ($1, $2, $3)", issuer, p.String(), p)
	o.exec("INSERT INTO assignment (id, person_id, unit_id, role, valid) VALUES ($1, $2, $3, $4, '[2020-01-01,)')", id.NewAssignment(), p, unit, role)
	return p
}

// as runs one request of a member of staff through the door.
func (o *office) as(p id.Person, operation string, work func(context.Context, access.Actor) error) error {
	return o.serve(session.Credentials{Kind: session.Staff, Issuer: issuer, Subject: p.String()}, operation, work)
}

func (o *office) serve(c session.Credentials, operation string, work func(context.Context, access.Actor) error) error {
	r := session.Request{ID: id.NewRequest(), Operation: operation, Credentials: c, Now: o.now, Today: civil.Of(o.now)}
	_, err := o.Store.Serve(o.Context(), r, func(ctx context.Context, a access.Actor) (session.Answer, error) {
		return session.Answer{Status: 200}, work(ctx, a)
	})
	return err
}

// want stops the test when the outcome of a request is another than the code; an empty code is success.
func (o *office) want(code, what string, err error) {
	o.Helper()
	got := ""
	if err != nil {
		got = fault.Of(err).Code.String()
	}
	if got != code {
		o.Fatalf("%s: want %q, got %q: %v", what, code, got, err)
	}
}

func (o *office) number(serial int) person.Identifier {
	o.Helper()
	i, err := person.ParseIdentifier(person.Personnummer, persontest.TestNumber(birth, serial), civil.Of(o.now))
	if err != nil {
		o.Fatal(err)
	}
	return i
}
