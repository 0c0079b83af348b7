package httpapi

import (
	"samplan/internal/card"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func (r reader) contactCard(c card.Card) wire.ContactCard {
	today := r.actor.Today()
	return wire.ContactCard{
		Id: c.ID.UUID(), Unit: r.unit(c.Unit), Number: c.Number, Purpose: c.Words.Purpose, Phone: c.Words.Phone, Hours: c.Words.Hours,
		Languages: c.Words.Languages, OwnerId: optionalID(c.Owner), Owner: optional(c.OwnerName), PublishedOn: day(c.Published), ConfirmedOn: day(c.Confirmed),
		ValidUntil: day(c.ValidUntil), IsOutdated: c.IsOutdated(today), IsReplaced: c.IsReplaced, Etag: etag(c.Tag(today)),
	}
}

func (r reader) myContactCard(c card.Card) wire.MyContactCard {
	u := r.unit(c.Unit)
	return wire.MyContactCard{
		Unit: u.Name, Principal: u.Principal, Purpose: c.Words.Purpose, Phone: c.Words.Phone, Hours: c.Words.Hours, Languages: c.Words.Languages,
		ConfirmedOn: day(c.Confirmed), ValidUntil: day(c.ValidUntil), IsOutdated: c.IsOutdated(r.actor.Today()),
	}
}

func cardDraft(b wire.NewContactCard) card.Draft {
	return card.Draft{
		Words: card.Words{Purpose: b.Purpose, Phone: b.Phone, Hours: b.Hours, Languages: b.Languages}, Owner: id.PersonOf(b.OwnerId),
		ValidUntil: civilDay(b.ValidUntil),
	}
}
