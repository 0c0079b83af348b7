package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/person"
)

// identifierFrom reads an identity number; the fault points at the field and never repeats the number.
func identifierFrom(t wire.IdentifierType, text string, today civil.Date) (person.Identifier, error) {
	kind, err := person.ParseIdentifierType(string(t))
	if err != nil {
		return person.Identifier{}, fault.At(fault.CodeInvalid, "/identifierType", "enum")
	}
	i, err := person.ParseIdentifier(kind, text, today)
	if err != nil {
		return person.Identifier{}, at("/identifier", err)
	}
	return i, nil
}

// at points the fields of a fault at one place in the body.
func at(pointer string, err error) error {
	f := fault.Of(err)
	if len(f.Fields) == 0 {
		return err
	}
	return fault.At(f.Code, pointer, f.Fields[0].Code)
}

func detailsFrom(given, family string, p wire.Protection, language *string) (person.Details, error) {
	level, err := person.ParseProtection(string(p))
	if err != nil {
		return person.Details{}, fault.At(fault.CodeInvalid, "/protection", "enum")
	}
	d := person.Details{Name: person.NewName(given, family), Protection: level}
	if language != nil {
		d.Interpreter = *language
	}
	return d, nil
}

func registrationFrom(b *wire.NewChild, today civil.Date) (person.Registration, error) {
	i, err := identifierFrom(b.IdentifierType, b.Identifier, today)
	if err != nil {
		return person.Registration{}, err
	}
	level := wire.Protection(person.NoProtection.String())
	if b.Protection != nil {
		level = *b.Protection
	}
	d, err := detailsFrom(b.GivenName, b.FamilyName, level, b.InterpreterLanguage)
	return person.Registration{
		Details: d, Identifier: i, BirthDate: civil.FromUTC(b.BirthDate.Time), Reason: person.NewText(b.Reason),
	}, err
}

func childWire(c person.Child) wire.Child {
	given, family := c.Name.Reveal()
	return wire.Child{
		Id: c.ID.UUID(), GivenName: given, FamilyName: family, BirthDate: day(c.BirthDate), Etag: etag(c.Tag()),
		Protection: wire.Protection(c.Protection.String()), InterpreterLanguage: optional(c.Interpreter), OpenedOn: day(c.OpenedOn),
	}
}

func childRow(a access.Actor) func(person.Child) wire.ChildRow {
	return func(c person.Child) wire.ChildRow {
		return wire.ChildRow{
			Id: c.ID.UUID(), Name: childName(a, c.Name.Given, c.Name.Family, c.Protection, c.ID),
			Protection: wire.Protection(c.Protection.String()), OpenedOn: day(c.OpenedOn),
		}
	}
}

func childPath(c id.Person) string { return "/v1/children/" + c.String() }
