package httpapi

import (
	"samplan/internal/disclosure"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) disclosure(d disclosure.Disclosure) wire.Disclosure {
	return wire.Disclosure{
		Id: d.ID.UUID(), ItemId: d.Item.UUID(), PlanId: d.Plan.UUID(), From: r.giver(d), To: r.unit(d.To),
		Ground: wire.LegalGround(d.Ground.String()), Paragraph: d.Paragraph, ConsentTried: optional(wire.ConsentTried(d.Tried.String())),
		Reason: reveal(d.Reason), DecidedBy: optionalStaff(d.DecidedBy, d.Decider), DecidedOn: day(d.DecidedOn), ValidTo: day(d.ValidTo),
		EndedOn: optionalDay(d.EndedOn), EndReason: reveal(d.EndReason), Etag: etag(d.Tag()),
	}
}

// giver names who disclosed; nobody when that would tell the reader where the child is.
func (r reader) giver(d disclosure.Disclosure) *wire.UnitRef {
	if d.From.IsZero() {
		return nil
	}
	return new(r.unit(d.From))
}

// optionalStaff names a member of staff; nil for nobody that the reader is told of.
func optionalStaff(p id.Person, name person.Text) *wire.StaffRef {
	if p.IsZero() {
		return nil
	}
	s := staffRef(p, name)
	return &s
}

func staffRef(p id.Person, name person.Text) wire.StaffRef {
	return wire.StaffRef{PersonId: p.UUID(), Name: name.Reveal()}
}

func newDisclosure(b wire.NewDisclosure) (disclosure.Draft, error) {
	var r reading
	d := disclosure.Draft{
		To: id.UnitOf(b.ToUnitId), Ground: word(&r, disclosure.Grounds, &b.Ground, "/ground"),
		Tried: word(&r, disclosure.Tries, &b.ConsentTried, "/consentTried"), Reason: person.NewText(b.Reason),
		DecidedBy: id.PersonOf(b.DecidedBy), ValidTo: civilDay(&b.ValidTo),
	}
	return d, r.err()
}
