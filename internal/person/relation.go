package person

import (
	"slices"
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type relationKindSet struct{}

// RelationKind is what somebody is to a child.
type RelationKind = enum.Value[relationKindSet]

// RelationKinds is the closed set: parent with custody, särskilt förordnad vårdnadshavare, tillfällig vårdnadshavare,
// god man, parent without custody, familjehem, close person.
var RelationKinds = enum.Of[relationKindSet]("parent-custodian", "appointed-custodian", "temporary-custodian", "god-man",
	"parent-without-custody", "family-home", "close-person")

var custodyKinds = RelationKinds.Values()[:4]

// IsCustody tells whether somebody with a relation of the kind decides for the child.
func IsCustody(k RelationKind) bool { return slices.Contains(custodyKinds, k) }

// Relation is what a unit knows of somebody who is close to a child.
type Relation struct {
	ID        id.Relation
	Child     id.Person
	Person    id.Person
	Kind      RelationKind
	Name      Name
	Span      Span
	EndReason Text
	Version   int
}

// RelationDraft is a relation before it is recorded.
type RelationDraft struct {
	Identifier Identifier
	Kind       RelationKind
	Name       Name
	Span       Span
}

// Relate makes a relation of the child; the store finds the person behind the draft's identifier. Nobody has custody of
// somebody who is of age.
func (c Child) Relate(d RelationDraft, today civil.Date) (Relation, error) {
	if d.Kind.IsZero() {
		return Relation{}, fault.At(fault.CodeInvalid, "/kind", ruleRequired)
	}
	if err := d.Name.check(); err != nil {
		return Relation{}, err
	}
	if err := d.Span.check(); err != nil {
		return Relation{}, err
	}
	if IsCustody(d.Kind) && (!today.Before(c.AdultOn()) || !d.Span.From.Before(c.AdultOn())) {
		return Relation{}, fault.At(fault.CodeInvalid, "/kind", "of-age")
	}
	return Relation{ID: id.NewRelation(), Child: c.ID, Kind: d.Kind, Name: d.Name, Span: d.Span, Version: 1}, nil
}

// Is names the person of the relation. Nobody is close to oneself.
func (r *Relation) Is(p id.Person) error {
	if p == r.Child {
		return fault.At(fault.CodeInvalid, "/identifier", "self")
	}
	r.Person = p
	return nil
}

// End ends the relation; last is its last day.
func (r *Relation) End(last civil.Date, reason Text) error {
	if reason.IsZero() {
		return fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	}
	if err := r.Span.end(last); err != nil {
		return err
	}
	r.EndReason = reason
	r.Version++
	return nil
}

// Tag names this version of the relation.
func (r Relation) Tag() string { return strconv.Itoa(r.Version) }
