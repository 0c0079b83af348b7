package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"
)

// addItem writes an item and gives it with the one for whom it is mapped.
func (a *API) addItem(ctx context.Context, p id.Plan, d plan.Draft) (plan.Item, reader, error) {
	i, err := a.Plans.AddItem(ctx, actorFrom(ctx), p, d)
	if err != nil {
		return plan.Item{}, reader{}, err
	}
	r, err := a.reader(ctx)
	return i, r, err
}

// findItem gives an item of a kind with the one for whom it is mapped.
func (a *API) findItem(ctx context.Context, kind plan.ItemKind, item id.Item) (plan.Item, reader, error) {
	i, err := a.Plans.FindItem(ctx, actorFrom(ctx), kind, item)
	if err != nil {
		return plan.Item{}, reader{}, err
	}
	r, err := a.reader(ctx)
	return i, r, err
}

// changeItem changes an item of the draft's kind and gives it with the one for whom it is mapped.
func (a *API) changeItem(ctx context.Context, item id.Item, header *string, d plan.Draft) (plan.Item, reader, error) {
	tag, err := ifMatch(header)
	if err != nil {
		return plan.Item{}, reader{}, err
	}
	i, err := a.Plans.ChangeItem(ctx, actorFrom(ctx), d.Kind, item, tag, d)
	if err != nil {
		return plan.Item{}, reader{}, err
	}
	r, err := a.reader(ctx)
	return i, r, err
}
