package store_test

import (
	"context"
	"database/sql"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

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
	if !cmp.Equal(c.Name, person.NewName("Alva", "Ek")) || c.BirthDate != birth || c.OpenedOn != civil.Of(monday) || c.Version != 1 ||
		c.Protection != person.NoProtection || c.Interpreter != "" {
		t.Errorf("registered: %+v", c)
	}
	seen, err := o.view(o.karin, c.ID)
	o.want("", "the caseworker sees it", err)
	if !reflect.DeepEqual(seen, c) {
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
	if o.want("", "after the refusal", err); !reflect.DeepEqual(seen, c) {
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
	known := o.statements.of("RegisterChild")
	if !cmp.Equal(second.Name, r.Name) || second.BirthDate != r.BirthDate || second.ID != first.ID || second.Version != 1 {
		t.Errorf("the second service got %+v", second)
	}
	o.registered(o.sara, 2)
	if unknown := o.statements.of("RegisterChild"); unknown != known {
		t.Errorf("%d statements for a known child, %d for an unknown", known, unknown)
	}
	if seen, err := o.view(o.karin, first.ID); err != nil || !reflect.DeepEqual(seen, first) {
		t.Errorf("the first service now sees %+v, %v", seen, err)
	}
}

func TestFindChild(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.registered(o.karin, 1)
	if got := o.found(o.karin, o.number(1)); len(got) != 1 || !reflect.DeepEqual(got[0], c) {
		t.Errorf("the caseworker finds %+v", got)
	}
	n := o.statements.of("FindChild")
	if got := o.found(o.maria, o.number(1)); len(got) != 1 {
		t.Errorf("the manager finds %+v", got)
	}
	for name, got := range map[string][]person.Child{
		"a colleague without the case": o.found(o.olle, o.number(1)),
		"another board":                o.found(o.sara, o.number(1)),
		"nobody has the number":        o.found(o.karin, o.number(3)),
	} {
		if len(got) != 0 || o.statements.of("FindChild") != n {
			t.Errorf("%s: finds %+v in %d statements, want %d", name, got, o.statements.of("FindChild"), n)
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
	if o.want("", "read", err); !reflect.DeepEqual(seen, changed) || seen.Version != 2 || seen.Protection != d.Protection || seen.Interpreter != "so" {
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
