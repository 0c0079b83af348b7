package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/known"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func newQuestion(b wire.NewKnownQuestion, today civil.Date) (known.Draft, error) {
	i, err := identifierFrom(b.IdentifierType, b.Identifier, today)
	return known.Draft{Identifier: i, To: id.BranchOf(b.ToBranchId), Reason: person.NewText(b.Reason)}, err
}

func (r reader) question(q known.Question) wire.KnownQuestion {
	return wire.KnownQuestion{
		Id: q.ID.UUID(), ChildId: q.Child.UUID(), ChildName: childName(r.actor, q.ChildName.Given, q.ChildName.Family, q.Protection, q.Child),
		AskedOn: day(q.AskedOn), From: r.unit(q.From), To: r.branch(q.To), Ground: q.Ground, Known: q.Known, Reason: reveal(q.Reason),
	}
}
