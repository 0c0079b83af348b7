package httpapi

import (
	"strconv"

	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) planVersion(v plan.Version) wire.PlanVersion {
	return wire.PlanVersion{
		PlanId: v.Plan.UUID(), Number: v.Number, DispatchedOn: day(v.DispatchedOn), Items: each(v.Items, r.versionItem),
	}
}

func (r reader) versionItem(f plan.Frozen) wire.VersionItem {
	return wire.VersionItem{
		ItemId: f.Item.UUID(), Kind: wire.ItemKind(f.Kind.String()), Owner: r.owner(plan.Item{Owner: f.Owner, Placeless: f.Placeless}), Title: reveal(f.Title), Text: reveal(f.Body),
		Area:   optional(f.Area.String()),
		Status: optional(wire.InterventionStatus(f.Status.String())), CatalogueId: optionalID(f.Catalogue.Entry), CatalogueName: reveal(f.Catalogue.Name),
		Objections: each(f.Objections, objected),
	}
}

func versionRow(v plan.Version) wire.VersionRow {
	return wire.VersionRow{Number: v.Number, DispatchedOn: day(v.DispatchedOn)}
}

func versionAt(v plan.Version) string { return planAt(v.Plan) + "/versions/" + strconv.Itoa(v.Number) }

func versionComparison(from, to int, changes []plan.Change) wire.VersionComparison {
	return wire.VersionComparison{From: from, To: to, Changes: each(changes, itemChange)}
}

func itemChange(c plan.Change) wire.ItemChange {
	name := func(field string) string { return fieldOf(c.Kind, field) }
	return wire.ItemChange{
		ItemId: c.Item.UUID(), Kind: wire.ItemKind(c.Kind.String()), Change: wire.ItemChangeKind(c.How), Fields: each(c.Fields, name),
	}
}

// fieldOf names a field as the contract does for the kind of item.
func fieldOf(kind plan.ItemKind, field string) string {
	switch {
	case field == "goal" && kind == plan.GoalKind:
		return "partOfGoalId"
	case field == "goal":
		return "goalId"
	}
	return field
}
