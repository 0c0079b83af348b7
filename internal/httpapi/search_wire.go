package httpapi

import (
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// hit names what was found as lists do.
func (r reader) hit(h plan.Hit) wire.Hit {
	w := wire.Hit{
		Kind: wire.HitKind(h.Kind.String()), Id: h.Child.UUID(), PlanId: optionalID(h.Plan), ChildId: h.Child.UUID(),
		ChildName: r.listed(h.Name, h.Child),
	}
	switch h.Kind {
	case plan.PlanHit:
		w.Id = h.Plan.UUID()
	case plan.ItemHit:
		i := h.Item
		w.Kind, w.Id, w.Owner = wire.HitKind(i.Kind.String()), i.ID.UUID(), r.owner(i)
		w.Category, w.Secrecy = new(wire.Category(i.Category.String())), new(r.secrecy(i))
		w.Title, w.Snippet = reveal(i.Title), reveal(h.Snippet)
	}
	return w
}

func (r reader) myHit(h plan.Hit) wire.MyHit {
	w := wire.MyHit{Kind: wire.MyHitKind(h.Kind.String()), Id: h.Plan.UUID(), PlanId: h.Plan.UUID(), ChildName: r.listed(h.Name, h.Child)}
	if h.Kind == plan.ItemHit {
		i := h.Item
		w.Kind, w.Id, w.By = wire.MyHitKind(i.Kind.String()), i.ID.UUID(), r.by(i)
		w.Title, w.Snippet = reveal(i.Title), reveal(h.Snippet)
	}
	return w
}

// by is who holds an item, in the family's words: of what the family wrote itself it is nobody.
func (r reader) by(i plan.Item) *string {
	if i.AuthorKind != plan.ByStaff {
		return nil
	}
	return r.holder(i)
}
