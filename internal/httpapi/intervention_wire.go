package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) intervention(i plan.Item) wire.Intervention {
	return wire.Intervention{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected),
		Title: i.Title.Reveal(), Text: reveal(i.Body), GoalId: optionalID(i.Goal), Status: wire.InterventionStatus(i.Status.String()),
		OutsideActor: reveal(i.OutsideActor), ContactName: reveal(i.ContactName), Responsible: r.responsible(i),
		CatalogueId: optionalID(i.Catalogue.Entry), CatalogueName: reveal(i.Catalogue.Name),
		StartsOn: optionalDay(i.StartsOn), EndsOn: optionalDay(i.EndsOn),
	}
}

func newIntervention(b wire.NewIntervention) (plan.Draft, error) {
	var r reading
	status := plan.Planned
	if b.Status != nil {
		status = word(&r, plan.InterventionStatuses, b.Status, "/status")
	}
	d := plan.Draft{
		Kind: plan.InterventionKind, Category: word(&r, plan.Categories, b.Category, "/category"), Visibility: visibility(&r, b.Visibility),
		Words: plan.Words{
			Title: person.NewText(b.Title), Body: hide(b.Text), Goal: id.ItemOf(given(b.GoalId)), Status: status,
			OutsideActor: hide(b.OutsideActor), ContactName: hide(b.ContactName),
			StartsOn: civilDay(b.StartsOn), EndsOn: civilDay(b.EndsOn), Catalogue: plan.Choice{Entry: id.CatalogueEntryOf(given(b.CatalogueId))},
		},
	}
	return d, r.err()
}

func changedIntervention(b wire.ChangeIntervention) (plan.Draft, error) {
	return newIntervention(wire.NewIntervention{
		CatalogueId: b.CatalogueId, Category: &b.Category, ContactName: b.ContactName, EndsOn: b.EndsOn, GoalId: b.GoalId, OutsideActor: b.OutsideActor,
		StartsOn: b.StartsOn, Status: &b.Status, Text: b.Text, Title: b.Title, Visibility: &b.Visibility,
	})
}
