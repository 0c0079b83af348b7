package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) goal(i plan.Item) wire.Goal {
	return wire.Goal{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected),
		Text: i.Body.Reveal(), Horizon: wire.Horizon(i.Horizon.String()), PartOfGoalId: optionalID(i.Goal),
		Area: optional(i.Area.String()),
	}
}

func newGoal(b wire.NewGoal) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.GoalKind, Category: word(&r, plan.Categories, b.Category, "/category"), Visibility: visibility(&r, b.Visibility),
		Words: plan.Words{
			Body: person.NewText(b.Text), Horizon: word(&r, plan.Horizons, &b.Horizon, "/horizon"), Goal: id.ItemOf(given(b.PartOfGoalId)),
			Area: plan.AreaNamed(given(b.Area)),
		},
	}
	return d, r.err()
}

func changedGoal(b wire.ChangeGoal) (plan.Draft, error) {
	return newGoal(wire.NewGoal{
		Category: &b.Category, Horizon: b.Horizon, PartOfGoalId: b.PartOfGoalId, Area: b.Area, Text: b.Text, Visibility: &b.Visibility,
	})
}
