package store_test

import (
	"context"
	"fmt"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

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
