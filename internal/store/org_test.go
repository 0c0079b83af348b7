package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/session"
)

func TestDirectory(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.want("", "list units", o.as(o.karin, "ListUnits", func(ctx context.Context, a access.Actor) error {
		all, total, err := o.org.Units(ctx, a, id.Principal{}, civil.Date{}, page.Default)
		if total != 2 || len(all) != 2 || all[0].Name != "Barn och unga 1" || all[0].ID != o.first || all[0].Branch != o.firstBranch ||
			all[0].Principal.Name != "Exempelstads kommun" || all[0].AuthorityName != "Nämnden för Barn och unga 1" ||
			all[0].BranchName != "Gren för Barn och unga 1" || all[0].Class != access.ClassNamed("ifo") {
			t.Errorf("units: %+v of %d", all, total)
		}
		return err
	}))
	o.want("", "list a principal's units", o.as(o.karin, "ListUnits", func(ctx context.Context, a access.Actor) error {
		own, n, err := o.org.Units(ctx, a, o.principal, civil.Date{}, page.Page{Number: 2, Limit: 1})
		if err != nil || n != 2 || len(own) != 1 || own[0].ID != o.second {
			t.Errorf("second page of the principal: %+v of %d", own, n)
		}
		none, n, err := o.org.Units(ctx, a, id.NewPrincipal(), civil.Date{}, page.Default)
		if n != 0 || len(none) != 0 {
			t.Errorf("an unknown principal has %+v", none)
		}
		return err
	}))
	o.want("", "list principals", o.as(o.karin, "ListPrincipals", func(ctx context.Context, a access.Actor) error {
		all, n, err := o.org.Principals(ctx, a, page.Default)
		if n != 1 || len(all) != 1 || all[0].ID != o.principal || !all[0].Kind.IsStatutory() {
			t.Errorf("principals: %+v", all)
		}
		return err
	}))
	for name, u := range map[string]id.Unit{"closed": o.closed, "made up": id.NewUnit()} {
		o.want("not-found", name, o.as(o.karin, "GetUnit", func(ctx context.Context, a access.Actor) error {
			_, err := o.org.Unit(ctx, a, u, civil.Date{})
			return err
		}))
	}
}

func TestColleagues(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.want("", "list", o.as(o.karin, "ListColleagues", func(ctx context.Context, a access.Actor) error {
		all, n, err := o.org.Colleagues(ctx, a, page.Default)
		names := ""
		for _, c := range all {
			names += c.Name + " " + c.Role.String() + ", "
		}
		if n != 3 || names != "Karin caseworker, Maria unit-manager, Olle caseworker, " {
			t.Errorf("colleagues: %s of %d", names, n)
		}
		return err
	}))
}

func TestMe(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.exec("INSERT INTO assignment (id, person_id, unit_id, role, valid) VALUES ($1, $2, $3, 'administrator', '[2026-01-01,2026-04-01)')",
		id.NewAssignment(), o.karin, o.second)
	o.want("", "with two assignments", o.as(o.karin, "GetMe", func(ctx context.Context, a access.Actor) error {
		mine, err := o.org.Me(ctx, a)
		if len(mine) != 2 || mine[0].Unit.ID != o.first || mine[1].Unit.ID != o.second || mine[0].Chosen || mine[1].Chosen ||
			mine[1].Role != access.Admin || mine[1].To.String() != "2026-03-31" || !mine[0].To.IsZero() {
			t.Errorf("assignments: %+v", mine)
		}
		return err
	}))
	o.want("", "with one", o.as(o.sara, "GetMe", func(ctx context.Context, a access.Actor) error {
		mine, err := o.org.Me(ctx, a)
		if len(mine) != 1 || !mine[0].Chosen || mine[0].Unit.AuthorityName != "Nämnden för Elevhälsan" {
			t.Errorf("assignments: %+v", mine)
		}
		return err
	}))
	citizen := o.stranger()
	o.want("", "a citizen whom nobody knows", o.serve(citizen, "GetMe", func(ctx context.Context, a access.Actor) error {
		mine, err := o.org.Me(ctx, a)
		if len(mine) != 0 {
			t.Errorf("assignments: %+v", mine)
		}
		return err
	}))
}

// unitNamed reads a unit's name through labels, as an answer does.
func (o *office) unitNamed(c session.Credentials, u id.Unit) (name string) {
	o.Helper()
	o.want("", "labels", o.serve(c, "GetPlan", func(ctx context.Context, a access.Actor) error {
		l, err := o.org.Labels(ctx, a)
		v, _ := l.Unit(u)
		name = strings.Join([]string{v.Name, v.BranchName, v.AuthorityName, v.Principal.Name, v.Class.String()}, "; ")
		return err
	}))
	return name
}

func TestLabels(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	karin := session.Credentials{Kind: session.Staff, Issuer: issuer, Subject: o.karin.String()}
	citizen := o.stranger()
	const closed = "Fältgruppen; Gren för Fältgruppen; Nämnden för Fältgruppen; Exempelstads kommun; ifo"
	if got := o.unitNamed(citizen, o.closed); got != closed {
		t.Errorf("a closed unit is %q", got)
	}
	cold := o.statements.of("GetPlan")
	if got := o.unitNamed(citizen, o.closed); got != closed || o.statements.of("GetPlan") != cold-3 {
		t.Errorf("%q: warm labels take %d statements, cold ones %d", got, o.statements.of("GetPlan"), cold)
	}
	o.exec("UPDATE unit_place SET valid = '[2020-01-01,2026-03-03)' WHERE unit_id = $1", o.first)
	o.exec("INSERT INTO unit_place (unit_id, branch_id, valid) VALUES ($1, $2, '[2026-03-03,)')", o.first, o.secondBranch)
	if got := o.unitNamed(karin, o.first); !strings.Contains(got, "Gren för Barn och unga 1") {
		t.Errorf("before the move the unit is %q", got)
	}
	o.now = monday.Add(24 * time.Hour)
	if got := o.unitNamed(karin, o.first); !strings.Contains(got, "Gren för Elevhälsan") {
		t.Errorf("on the day of the move the unit is %q", got)
	}
	later, _ := o.unit("Ungdomsmottagningen", "health", "[2027-01-01,)")
	if got := o.unitNamed(karin, later); !strings.Contains(got, "Gren för Ungdomsmottagningen") {
		t.Errorf("a unit that has come since, and not opened, is %q", got)
	}
}

// stranger is a citizen of whom no service has told.
func (o *office) stranger() session.Credentials {
	o.Helper()
	i, err := session.NewIdentifier(o.number(9).Reveal())
	if err != nil {
		o.Fatal(err)
	}
	return session.Credentials{Kind: session.Citizen, IdentifierType: "personnummer", Identifier: i}
}
