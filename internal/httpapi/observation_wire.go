package httpapi

import (
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) observation(i plan.Item) wire.Observation {
	return wire.Observation{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected),
		Text: i.Body.Reveal(), Sort: wire.ObservationSort(i.Sort.String()), Area: optional(i.Area.String()),
	}
}

func (r reader) myObservation(i plan.Item) wire.MyObservation {
	return wire.MyObservation{
		Id: i.ID.UUID(), Text: i.Body.Reveal(), Sort: wire.ObservationSort(i.Sort.String()), Area: optional(i.Area.String()), By: r.holder(i), Objections: each(i.Objections, myObjected),
	}
}

func newObservation(b wire.NewObservation) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.ObservationKind, Category: word(&r, plan.Categories, b.Category, "/category"), Visibility: visibility(&r, b.Visibility),
		Words: plan.Words{Body: person.NewText(b.Text), Sort: word(&r, plan.Sorts, &b.Sort, "/sort"), Area: plan.AreaNamed(b.Area)},
	}
	return d, r.err()
}

func changedObservation(b wire.ChangeObservation) (plan.Draft, error) {
	return newObservation(wire.NewObservation{Area: b.Area, Category: &b.Category, Sort: b.Sort, Text: b.Text, Visibility: &b.Visibility})
}
