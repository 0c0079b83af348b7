package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/person"
)

func relationFrom(b *wire.NewRelation, today civil.Date) (person.RelationDraft, error) {
	i, err := identifierFrom(b.IdentifierType, b.Identifier, today)
	if err != nil {
		return person.RelationDraft{}, err
	}
	kind, err := person.RelationKinds.Parse(string(b.Kind))
	if err != nil {
		return person.RelationDraft{}, fault.At(fault.CodeInvalid, "/kind", "enum")
	}
	return person.RelationDraft{
		Identifier: i, Kind: kind, Name: person.NewName(b.GivenName, b.FamilyName),
		Span: person.Span{From: civil.FromUTC(b.ValidFrom.Time), To: civilDay(b.ValidTo)},
	}, nil
}

func relationWire(r person.Relation) wire.Relation {
	given, family := r.Name.Reveal()
	return wire.Relation{
		Id: r.ID.UUID(), PersonId: r.Person.UUID(), Kind: wire.RelationKind(r.Kind.String()), GivenName: given, FamilyName: family,
		ValidFrom: day(r.Span.From), ValidTo: optionalDay(r.Span.To),
	}
}
