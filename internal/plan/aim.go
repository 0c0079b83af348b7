package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// HideAims takes from the items of a view what they point at when that is not among them: a goal that the reader may not
// see must not be told by those that serve it.
func (v *View) HideAims() {
	seen := map[id.Item]bool{}
	for n := range v.Items {
		seen[v.Items[n].ID] = true
	}
	for n := range v.Items {
		v.Items[n].hideAim(seen)
	}
}

// HideAims does the same for a version, so that a comparison of versions tells nothing of it either.
func (v *Version) HideAims() {
	seen := map[id.Item]bool{}
	for n := range v.Items {
		seen[v.Items[n].Item] = true
	}
	for n := range v.Items {
		v.Items[n].hideAim(seen)
	}
}

func (w *Words) hideAim(seen map[id.Item]bool) {
	if !seen[w.Goal] {
		w.Goal = id.Item{}
	}
}

// aims are what an item of a kind may point at, and where the request names it.
var aims = map[ItemKind]struct {
	kinds   []ItemKind
	pointer string
}{
	GoalKind:         {[]ItemKind{GoalKind}, "/partOfGoalId"},
	InterventionKind: {[]ItemKind{GoalKind}, "/goalId"},
	CommentKind:      {[]ItemKind{GoalKind, InterventionKind}, "/aboutId"},
}

// checkAim lets an item point only at something of the same plan that its author can see.
func (v View) checkAim(d Draft) error {
	if d.Goal.IsZero() {
		return nil
	}
	var at ItemKind // of nothing
	for _, i := range v.Items {
		if i.ID == d.Goal {
			at = i.Kind
		}
	}
	return d.aimsAt(at)
}

// aimsAt lets an item point at one of a kind, which is zero when its author sees none.
func (d Draft) aimsAt(at ItemKind) error {
	may := aims[d.Kind]
	if !slices.Contains(may.kinds, at) {
		return fault.At(fault.CodeInvalid, may.pointer, "unknown")
	}
	return nil
}

// aimAnew looks at what a changed item is to point at. What it points at behind the actor's back stays: who does not see it
// cannot mean to take it away. It tells whether that is so.
func (s *Service) aimAnew(ctx context.Context, a access.Actor, was Item, d *Draft) (bool, error) {
	isKept := d.Goal.IsZero()
	aim := d.Goal
	if isKept {
		aim = was.Goal
	}
	if aim.IsZero() {
		return false, nil
	}
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return false, err
	}
	at, err := s.store.SeenAim(ctx, g, was.Plan, aim)
	switch {
	case err != nil:
		return false, err
	case !isKept:
		return false, d.aimsAt(at)
	case at.IsZero():
		d.Goal = was.Goal
	}
	return at.IsZero(), nil
}
