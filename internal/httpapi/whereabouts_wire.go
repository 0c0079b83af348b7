package httpapi

import (
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/person"
)

func whereaboutsFrom(b wire.NewWhereabouts) (person.WhereaboutsDraft, error) {
	var r reading
	d := person.WhereaboutsDraft{
		Kind: word(&r, person.PlaceKinds, &b.Kind, "/kind"), Text: person.NewText(b.Text), To: civilDay(b.ValidTo),
	}
	return d, r.err()
}

func whereaboutsWire(w person.Whereabouts) wire.Whereabouts {
	return wire.Whereabouts{
		Id: w.ID.UUID(), Kind: wire.WhereaboutsKind(w.Kind.String()), Text: w.Text.Reveal(),
		ValidFrom: day(w.Span.From), ValidTo: optionalDay(w.Span.To),
	}
}

func readerFrom(b wire.NewWhereaboutsReader) person.ReaderDraft {
	return person.ReaderDraft{Person: id.PersonOf(b.PersonId), Reason: person.NewText(b.Reason), To: civilDay(&b.ValidTo)}
}

func readerWire(v person.WhereaboutsReader) wire.WhereaboutsReader {
	return wire.WhereaboutsReader{
		Id: v.ID.UUID(), PersonId: v.Person.UUID(), Name: v.Name, Reason: v.Reason.Reveal(),
		ValidFrom: day(v.Span.From), ValidTo: day(v.Span.To),
	}
}

func blockFrom(b wire.NewWhereaboutsBlock) person.BlockDraft {
	return person.BlockDraft{Person: id.PersonOf(b.PersonId), Reason: person.NewText(b.Reason), To: civilDay(b.ValidTo)}
}

func blockWire(v person.WhereaboutsBlock) wire.WhereaboutsBlock {
	return wire.WhereaboutsBlock{
		Id: v.ID.UUID(), PersonId: v.Person.UUID(), Reason: v.Reason.Reveal(), ValidFrom: day(v.Span.From), ValidTo: optionalDay(v.Span.To),
	}
}
