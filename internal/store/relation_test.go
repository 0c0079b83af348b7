package store_test

import (
	"context"
	"reflect"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

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
	if o.want("", "list", err); total != 1 || len(rows) != 1 || !reflect.DeepEqual(rows[0], r) {
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
	if o.want("", "list", err); len(rows) != 1 || !reflect.DeepEqual(rows[0], ended) || rows[0].Span.To != civil.Of(monday) || !rows[0].EndReason.Equal(person.NewText("dom")) {
		t.Errorf("ended %+v, read %+v", ended, rows)
	}
	_, err = o.endRelation(o.karin, r.ID, civil.Of(monday).AddDays(1))
	o.want("dates-out-of-order", "an ending that lengthens", err)
	_, err = o.endRelation(o.karin, id.NewRelation(), civil.Of(monday))
	o.want("not-found", "a made-up relation", err)
}
