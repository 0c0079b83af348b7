package httpapi

import (
	"samplan/internal/care"
	"samplan/internal/civil"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func emergencyQuestion(b *wire.NewEmergencyInquiry, today civil.Date) (care.Question, error) {
	i, err := identifierFrom(b.IdentifierType, b.Identifier, today)
	if err != nil {
		return care.Question{}, err
	}
	var r reading
	q := care.Question{Identifier: i, Danger: word(&r, care.Dangers, &b.Danger, "/danger"), Reason: person.NewText(b.Reason)}
	return q, r.err()
}

func emergencyFinding(b *wire.NewEmergencyReview) (care.Finding, error) {
	var r reading
	f := care.Finding{Verdict: word(&r, care.Verdicts, &b.Verdict, "/verdict"), Note: person.NewText(b.Note)}
	return f, r.err()
}

// inquiry tells who holds something about the child, and nothing of the child.
func (r reader) inquiry(i care.Inquiry) wire.EmergencyInquiry {
	return wire.EmergencyInquiry{Id: i.ID.UUID(), Holders: each(i.Holders, r.emergencyHolder)}
}

func (r reader) emergencyHolder(h care.Holder) wire.EmergencyHolder {
	return wire.EmergencyHolder{UnitId: h.Unit.UUID(), Name: r.unit(h.Unit).Name, IsBlocked: h.IsBlocked}
}

func (r reader) emergencyItem(i care.Item) wire.EmergencyItem {
	return wire.EmergencyItem{
		Id: i.ID.UUID(), Kind: wire.EmergencyItemKind(i.Kind), Category: wire.Category(i.Category), Visibility: wire.Visibility(i.Visibility),
		Secrecy: secrecyOf(r.policy, r.labels, i.Owner, r.actor.Class()), Title: reveal(i.Title), Text: reveal(i.Body),
		Horizon: optional(wire.Horizon(i.Horizon)), Status: optional(wire.InterventionStatus(i.Status)), Form: optional(wire.WordsForm(i.Form)),
		OutsideActor: reveal(i.OutsideActor), ContactName: reveal(i.ContactName),
		StartsOn: optionalDay(i.StartsOn), EndsOn: optionalDay(i.EndsOn), CreatedOn: day(i.CreatedOn),
		Objections: each(i.Objections, objected),
	}
}

func (r reader) emergencyAccess(e care.Access) wire.EmergencyAccess {
	return wire.EmergencyAccess{
		Id: e.ID.UUID(), PersonId: e.Person.UUID(), Name: e.Name.Reveal(), Unit: r.unit(e.Unit), Holder: r.unit(e.Holder),
		Danger: wire.Danger(e.Danger.String()), Reason: reveal(e.Reason), ChildId: optionalID(e.Child),
		OpenedAt: e.OpenedAt.UTC(), OpensUntil: e.OpensUntil.UTC(), ReviewDueOn: day(e.ReviewDueOn), IsOverdue: e.IsOverdue(r.actor.Today()),
		Reviews: each(e.Reviews, r.emergencyReview),
	}
}

func (r reader) emergencyReview(v care.Review) wire.EmergencyReview {
	return wire.EmergencyReview{
		Id: v.ID.UUID(), Name: v.Name.Reveal(), Unit: r.unit(v.Unit), Verdict: wire.ReviewVerdict(v.Verdict.String()), Note: reveal(v.Note),
		ReviewedAt: v.ReviewedAt.UTC(),
	}
}
