package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
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
	statements                map[string]int
	now                       time.Time
	firstBranch, secondBranch id.Branch
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{T: t, now: monday, statements: map[string]int{}}
	o.Database = testkit.NewDatabase(t, store.Options{Observe: func(op string, n int) { o.statements[op] = n }})
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

func (o *office) registration(serial int) person.Registration {
	return person.Registration{
		Details:    person.Details{Name: person.NewName("Alva", "Ek"), Protection: person.NoProtection},
		Identifier: o.number(serial), BirthDate: birth, Reason: person.NewText("ansökan"),
	}
}

func (o *office) register(p id.Person, r person.Registration) (c person.Child, err error) {
	err = o.as(p, "RegisterChild", func(ctx context.Context, a access.Actor) (err error) {
		c, err = o.children.Register(ctx, a, r)
		return err
	})
	return c, err
}

func (o *office) registered(p id.Person, serial int) person.Child {
	o.Helper()
	c, err := o.register(p, o.registration(serial))
	o.want("", "register", err)
	return c
}

func (o *office) view(p, child id.Person) (c person.Child, err error) {
	err = o.as(p, "GetChild", func(ctx context.Context, a access.Actor) (err error) {
		c, err = o.children.View(ctx, a, child)
		return err
	})
	return c, err
}

func (o *office) found(p id.Person, i person.Identifier) (found []person.Child) {
	o.Helper()
	o.want("", "find", o.as(p, "FindChild", func(ctx context.Context, a access.Actor) (err error) {
		found, err = o.children.Find(ctx, a, i)
		return err
	}))
	return found
}

func TestRegisterChild(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	if c.Name != person.NewName("Alva", "Ek") || c.BirthDate != birth || c.OpenedOn != civil.Of(monday) || c.Version != 1 ||
		c.Protection != person.NoProtection || c.Interpreter != "" {
		t.Errorf("registered: %+v", c)
	}
	seen, err := o.view(o.karin, c.ID)
	o.want("", "the caseworker sees it", err)
	if seen != c {
		t.Errorf("registered %+v, read %+v", c, seen)
	}
	_, err = o.view(o.maria, c.ID)
	o.want("", "the manager sees it", err)
	_, err = o.view(o.olle, c.ID)
	o.want("not-found", "a colleague without the case", err)
	_, err = o.view(o.sara, c.ID)
	o.want("not-found", "another board", err)
	_, err = o.view(o.karin, id.NewPerson())
	o.want("not-found", "a made-up child", err)
	_, err = o.register(o.olle, o.registration(1))
	o.want("duplicate", "the unit has a case already", err)
	seen, err = o.view(o.karin, c.ID)
	if o.want("", "after the refusal", err); seen != c {
		t.Errorf("a refused registration changed %+v", seen)
	}
}

func TestR22RegistrationIsBlindToOtherServices(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	first := o.registered(o.karin, 1)
	r := o.registration(1)
	r.Name, r.BirthDate = person.NewName("Alva", "Björk"), birth.AddDays(1)
	second, err := o.register(o.sara, r)
	o.want("", "another board registers the child", err)
	known := o.statements["RegisterChild"]
	if second.Name != r.Name || second.BirthDate != r.BirthDate || second.ID != first.ID || second.Version != 1 {
		t.Errorf("the second service got %+v", second)
	}
	o.registered(o.sara, 2)
	if unknown := o.statements["RegisterChild"]; unknown != known {
		t.Errorf("%d statements for a known child, %d for an unknown", known, unknown)
	}
	if seen, err := o.view(o.karin, first.ID); err != nil || seen != first {
		t.Errorf("the first service now sees %+v, %v", seen, err)
	}
}

func TestFindChild(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	if got := o.found(o.karin, o.number(1)); len(got) != 1 || got[0] != c {
		t.Errorf("the caseworker finds %+v", got)
	}
	n := o.statements["FindChild"]
	if got := o.found(o.maria, o.number(1)); len(got) != 1 {
		t.Errorf("the manager finds %+v", got)
	}
	for name, got := range map[string][]person.Child{
		"a colleague without the case": o.found(o.olle, o.number(1)),
		"another board":                o.found(o.sara, o.number(1)),
		"nobody has the number":        o.found(o.karin, o.number(3)),
	} {
		if len(got) != 0 || o.statements["FindChild"] != n {
			t.Errorf("%s: finds %+v in %d statements, want %d", name, got, o.statements["FindChild"], n)
		}
	}
}

func TestListChildren(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	a, b := o.registered(o.karin, 1), o.registered(o.olle, 2)
	o.registered(o.sara, 3)
	for name, c := range map[string]struct {
		who   id.Person
		page  page.Page
		want  []id.Person
		total int
	}{
		"the manager, newest first":  {o.maria, page.Default, []id.Person{b.ID, a.ID}, 2},
		"the manager's second page":  {o.maria, page.Page{Number: 2, Limit: 1}, []id.Person{a.ID}, 2},
		"a page outside the list":    {o.maria, page.Page{Number: 9, Limit: 1}, nil, 2},
		"page nought":                {o.maria, page.Page{Number: 0, Limit: 1}, nil, 2},
		"a caseworker with one case": {o.karin, page.Default, []id.Person{a.ID}, 1},
	} {
		var got []id.Person
		var total int
		o.want("", name, o.as(c.who, "ListChildren", func(ctx context.Context, a access.Actor) error {
			rows, n, err := o.children.List(ctx, a, c.page)
			for _, r := range rows {
				got = append(got, r.ID)
			}
			total = n
			return err
		}))
		if !slices.Equal(got, c.want) || total != c.total {
			t.Errorf("%s: got %v of %d, want %v of %d", name, got, total, c.want, c.total)
		}
	}
	if got := o.objects("ListChildren"); !strings.Contains(got, a.ID.String()) {
		t.Errorf("the log of a list names %s", got)
	}
}

// objects gives what the log says that requests of an operation opened.
func (o *office) objects(operation string) string {
	o.Helper()
	var all sql.NullString
	err := o.Owner.QueryRowContext(o.Context(), "SELECT string_agg(objects::text || reaches::text, ' ') FROM audit_entry WHERE operation = $1", operation).Scan(&all)
	if err != nil {
		o.Fatal(err)
	}
	return all.String
}

func (o *office) change(p, child id.Person, tag string, d person.Details) (c person.Child, err error) {
	err = o.as(p, "ChangeChild", func(ctx context.Context, a access.Actor) (err error) {
		c, err = o.children.Change(ctx, a, child, tag, d)
		return err
	})
	return c, err
}

func TestChangeChild(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	d := person.Details{Name: person.NewName("Alva", "Björk"), Protection: person.ProtectedRegistration, Interpreter: "so"}
	changed, err := o.change(o.karin, c.ID, "1", d)
	o.want("", "change", err)
	seen, err := o.view(o.karin, c.ID)
	if o.want("", "read", err); seen != changed || seen.Version != 2 || seen.Protection != d.Protection || seen.Interpreter != "so" {
		t.Errorf("changed to %+v, read %+v", changed, seen)
	}
	_, err = o.change(o.karin, c.ID, "1", d)
	o.want("stale-version", "an old version", err)
	d.Protection = person.NoProtection
	_, err = o.change(o.karin, c.ID, "2", d)
	o.want("invalid-value", "a lower level", err)
	_, err = o.change(o.olle, c.ID, "2", d)
	o.want("not-found", "a colleague without the case", err)
	_, err = o.change(o.sara, c.ID, "2", d)
	o.want("not-found", "another board", err)
	second, err := o.register(o.sara, o.registration(1))
	if o.want("", "another board registers", err); second.Protection != person.ProtectedRegistration {
		t.Errorf("R31: the strictest level holds everywhere, got %s", second.Protection)
	}
}

func (o *office) relate(p, child id.Person, serial int, kind string, days person.Span) (r person.Relation, err error) {
	err = o.as(p, "AddRelation", func(ctx context.Context, a access.Actor) (err error) {
		r, err = o.children.Relate(ctx, a, child, person.RelationDraft{
			Identifier: o.number(serial), Kind: person.RelationKinds.Must(kind), Name: person.NewName("Eva", "Ek"), Span: days,
		})
		return err
	})
	return r, err
}

func (o *office) relations(p, child id.Person) (rows []person.Relation, total int, err error) {
	err = o.as(p, "ListRelations", func(ctx context.Context, a access.Actor) (err error) {
		rows, total, err = o.children.Relations(ctx, a, child, page.Default)
		return err
	})
	return rows, total, err
}

func TestRelations(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	days := person.Span{From: birth}
	r, err := o.relate(o.karin, c.ID, 5, "parent-custodian", days)
	o.want("", "relate", err)
	_, err = o.relate(o.karin, c.ID, 5, "parent-custodian", days)
	o.want("duplicate", "the same again", err)
	_, err = o.relate(o.karin, c.ID, 1, "close-person", days)
	o.want("invalid-value", "the child itself", err)
	_, err = o.relate(o.olle, c.ID, 6, "close-person", days)
	o.want("not-found", "a colleague without the case", err)
	rows, total, err := o.relations(o.maria, c.ID)
	if o.want("", "list", err); total != 1 || len(rows) != 1 || rows[0] != r {
		t.Errorf("want %+v, got %+v of %d", r, rows, total)
	}
	for _, p := range []id.Person{o.olle, o.sara} {
		_, _, err = o.relations(p, c.ID)
		o.want("not-found", "list without need", err)
	}
	second := o.registered(o.sara, 1)
	rows, total, err = o.relations(o.sara, second.ID)
	if o.want("", "another board's list", err); total != 0 || len(rows) != 0 {
		t.Errorf("another board sees %+v of %d", rows, total)
	}
	other, err := o.relate(o.sara, second.ID, 5, "close-person", person.Span{From: birth, To: birth.AddDays(1)})
	if o.want("", "another board relates the same person", err); other.Person != r.Person {
		t.Errorf("one person has two ids")
	}
}

func (o *office) endRelation(p id.Person, r id.Relation, last civil.Date) (v person.Relation, err error) {
	err = o.as(p, "EndRelation", func(ctx context.Context, a access.Actor) (err error) {
		v, err = o.children.EndRelation(ctx, a, r, last, person.NewText("dom"))
		return err
	})
	return v, err
}

func TestEndRelation(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	r, err := o.relate(o.karin, c.ID, 5, "parent-custodian", person.Span{From: birth})
	o.want("", "relate", err)
	for _, p := range []id.Person{o.olle, o.sara} {
		_, err = o.endRelation(p, r.ID, civil.Of(monday))
		o.want("not-found", "without need", err)
	}
	_, err = o.endRelation(o.karin, r.ID, birth.AddDays(-1))
	o.want("dates-out-of-order", "before it began", err)
	ended, err := o.endRelation(o.karin, r.ID, civil.Of(monday))
	o.want("", "end", err)
	rows, _, err := o.relations(o.karin, c.ID)
	if o.want("", "list", err); len(rows) != 1 || rows[0] != ended || rows[0].Span.To != civil.Of(monday) || rows[0].EndReason != person.NewText("dom") {
		t.Errorf("ended %+v, read %+v", ended, rows)
	}
	_, err = o.endRelation(o.karin, r.ID, civil.Of(monday).AddDays(1))
	o.want("dates-out-of-order", "an ending that lengthens", err)
	_, err = o.endRelation(o.karin, id.NewRelation(), civil.Of(monday))
	o.want("not-found", "a made-up relation", err)
}

func (o *office) assign(p, child, who id.Person, days person.Span) (w person.CaseWorker, err error) {
	err = o.as(p, "AssignCaseWorker", func(ctx context.Context, a access.Actor) (err error) {
		w, err = o.children.Assign(ctx, a, child, who, days)
		return err
	})
	return w, err
}

func TestR41CaseWorkers(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	today := civil.Of(monday)
	_, err := o.assign(o.karin, c.ID, o.olle, person.Span{From: today})
	o.want("denied", "a caseworker assigns", err)
	_, err = o.assign(o.maria, c.ID, o.sara, person.Span{From: today})
	o.want("unknown-colleague", "somebody of another board", err)
	_, err = o.assign(o.maria, id.NewPerson(), o.olle, person.Span{From: today})
	o.want("not-found", "a made-up child", err)
	w, err := o.assign(o.maria, c.ID, o.olle, person.Span{From: today})
	if o.want("", "assign", err); w.Name != "Olle" || w.Person != o.olle {
		t.Errorf("assigned %+v", w)
	}
	_, err = o.assign(o.maria, c.ID, o.olle, person.Span{From: today, To: today.AddDays(3)})
	o.want("duplicate", "the same again", err)
	_, err = o.view(o.olle, c.ID)
	o.want("", "the new caseworker sees the child", err)
	o.now = monday.AddDate(0, 0, 7)
	o.want("", "end", o.as(o.maria, "EndCaseWorker", func(ctx context.Context, a access.Actor) error {
		ended, err := o.children.EndCaseWorker(ctx, a, w.ID, today.AddDays(6))
		if err == nil && (ended.Span.To != today.AddDays(6) || ended.Name != "Olle" || ended.Version != 2) {
			t.Errorf("ended %+v", ended)
		}
		return err
	}))
	_, err = o.view(o.olle, c.ID)
	o.want("not-found", "at the next read the child is gone", err)
	if got := o.found(o.olle, o.number(1)); len(got) != 0 {
		t.Errorf("and still found: %+v", got)
	}
	o.want("", "list", o.as(o.karin, "ListCaseWorkers", func(ctx context.Context, a access.Actor) error {
		rows, total, err := o.children.CaseWorkers(ctx, a, c.ID, page.Default)
		if total != 2 || len(rows) != 2 || rows[0].Name+rows[1].Name != "OlleKarin" {
			t.Errorf("got %+v of %d", rows, total)
		}
		return err
	}))
	o.want("not-found", "list without need", o.as(o.sara, "ListCaseWorkers", func(ctx context.Context, a access.Actor) error {
		_, _, err := o.children.CaseWorkers(ctx, a, c.ID, page.Default)
		return err
	}))
}

func TestR16RecordMaturity(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	record := func(p id.Person) error {
		return o.as(p, "RecordMaturity", func(ctx context.Context, a access.Actor) error {
			d := person.MaturityDraft{Outcome: person.Outcomes.Must("together"), AssessedOn: a.Today(), Reason: person.NewText("samtal")}
			_, err := o.children.RecordMaturity(ctx, a, c.ID, d)
			return err
		})
	}
	o.want("", "record", record(o.karin))
	o.want("not-found", "a colleague without the case", record(o.olle))
	o.want("not-found", "another board", record(o.sara))
	var rows string
	err := o.Owner.QueryRowContext(t.Context(), "SELECT string_agg(outcome || ' ' || unit_id || ' ' || assessed_by, ',') FROM maturity_assessment").Scan(&rows)
	if want := fmt.Sprintf("together %s %s", o.first, o.karin); err != nil || rows != want {
		t.Errorf("want %s, got %s, %v", want, rows, err)
	}
}
