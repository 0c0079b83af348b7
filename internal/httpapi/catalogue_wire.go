package httpapi

import (
	"samplan/internal/catalogue"
	"samplan/internal/civil"

	"samplan/internal/httpapi/wire"
)

func (r reader) catalogueEntry(e catalogue.Entry) wire.CatalogueEntry {
	return wire.CatalogueEntry{
		Id: e.ID.UUID(), Principal: r.principal(e.Principal), Code: e.Code, Name: e.Name, NameEnglish: optional(e.NameEnglish),
		Description: optional(e.Description), Situation: optional(e.Situation), Evidence: optional(e.Evidence), AgeFrom: e.AgeFrom, AgeTo: e.AgeTo,
		ValidFrom: day(e.ValidFrom), ValidTo: optionalDay(e.ValidTo), Etag: etag(e.Tag()),
	}
}

func catalogueDraft(b wire.NewCatalogueEntry) catalogue.Draft {
	return catalogue.Draft{
		Code: b.Code, Name: b.Name, NameEnglish: given(b.NameEnglish), Description: given(b.Description), Situation: given(b.Situation),
		Evidence: given(b.Evidence), AgeFrom: b.AgeFrom, AgeTo: b.AgeTo, ValidFrom: civil.FromUTC(b.ValidFrom.Time), ValidTo: civilDay(b.ValidTo),
	}
}
