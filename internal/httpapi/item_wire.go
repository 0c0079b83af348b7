package httpapi

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

const (
	byGuardian = "vårdnadshavare"
	byChild    = "barnet"
)

// reader is for whom an answer is mapped: what is one's own, and how one's own secrecy compares with another's.
type reader struct {
	actor  access.Actor
	policy *access.Matrix
	labels org.Labels
}

func (a *API) reader(ctx context.Context) (reader, error) {
	labels, err := a.labels(ctx)
	return reader{actorFrom(ctx), a.Policy, labels}, err
}

func (r reader) unit(u id.Unit) wire.UnitRef { return unitRef(r.labels, u) }

// principalOf finds the principal of a unit.
func (r reader) principalOf(u id.Unit) org.Principal {
	v, _ := r.labels.Unit(u) // one that the directory does not hold has none
	return v.Principal
}

// isOwn tells whether something is held by the reader's own unit. Citizens have none.
func (r reader) isOwn(u id.Unit) bool { return !u.IsZero() && u == r.actor.Unit() }

func (r reader) secrecy(i plan.Item) wire.SecrecyLabel {
	return secrecyOf(r.policy, r.labels, i.Owner, r.actor.Class())
}

// owner names the unit that holds an item; nobody when that would tell the reader where the child is (R31).
func (r reader) owner(i plan.Item) *wire.UnitRef {
	if i.Placeless {
		return nil
	}
	return new(r.unit(i.Owner))
}

// holder is owner in one word.
func (r reader) holder(i plan.Item) *string {
	if i.Placeless {
		return nil
	}
	return new(r.unit(i.Owner).Name)
}

// responsible names who carries an intervention out: the unit that holds it, or somebody outside the principals (R1, R6).
func (r reader) responsible(i plan.Item) *string {
	if !i.OutsideActor.IsZero() {
		return reveal(i.OutsideActor)
	}
	return r.holder(i)
}

// from names in which capacity a disagreement is noted; the family is not told apart by name.
func (r reader) from(i plan.Item) *string {
	switch i.AuthorKind {
	case plan.ByGuardian:
		return new(byGuardian)
	case plan.ByChild:
		return new(byChild)
	}
	return r.holder(i)
}

// recordedBy names who wrote the child's words down (R8).
func (r reader) recordedBy(i plan.Item) *string {
	switch {
	case i.AuthorKind == plan.ByChild:
		return new(byChild)
	case !i.AuthorName.IsZero():
		return reveal(i.AuthorName)
	case i.Author == r.actor.Person() && r.actor.Name() != "": // just written: the name was not read with it
		return new(r.actor.Name())
	}
	return r.holder(i)
}

// ofKind picks the items of one kind, each mapped.
func ofKind[W any](items []plan.Item, kind plan.ItemKind, to func(plan.Item) W) []W {
	all := make([]W, 0, len(items))
	for _, i := range items {
		if i.Kind == kind {
			all = append(all, to(i))
		}
	}
	return all
}

// etag writes a version as the header ETag does.
func etag(tag string) string { return `"` + tag + `"` }

// reveal gives a text to the wire; none is absent.
func reveal(t person.Text) *string { return optional(t.Reveal()) }

// hide takes a text from the wire; absent is none.
func hide(text *string) person.Text { return person.NewText(given(text)) }

// visibility reads for whom an item is to be meant; unless said otherwise for the own unit alone.
func visibility[W ~string](r *reading, v *W) plan.Visibility {
	if v == nil {
		return plan.UnitOnly
	}
	return word(r, plan.Visibilities, v, "/visibility")
}
