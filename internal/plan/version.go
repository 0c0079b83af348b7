package plan

import (
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/objection"
)

// Version is a dispatched plan: as it was on that day, for those who may read its items today. It never changes (R7).
type Version struct {
	ID           id.Version
	Plan         id.Plan
	Number       int
	DispatchedOn civil.Date
	Items        []Frozen
}

// Frozen is an item as it was when the version was dispatched.
type Frozen struct {
	Item  id.Item
	Kind  ItemKind
	Owner id.Unit
	Words
	Placeless  bool                  // must not tell the reader who holds it or carries it out
	Objections []objection.Objection // as they are today: they stand beside the version, which never changes
}

// Change tells how one item differs between two versions.
type Change struct {
	Item   id.Item
	Kind   ItemKind
	How    string   // added, removed or changed
	Fields []string // which fields, when changed
}

// Compare tells the differences from one version to another, of the items that the reader sees in them.
func Compare(from, to Version) []Change {
	before := map[id.Item]Frozen{}
	for _, f := range from.Items {
		before[f.Item] = f
	}
	var changes []Change
	for _, now := range to.Items {
		was, ok := before[now.Item]
		delete(before, now.Item)
		if !ok {
			changes = append(changes, Change{now.Item, now.Kind, "added", nil})
		} else if fields := was.Words.differs(now.Words); len(fields) > 0 {
			changes = append(changes, Change{now.Item, now.Kind, "changed", fields})
		}
	}
	for _, f := range from.Items {
		if _, left := before[f.Item]; left {
			changes = append(changes, Change{f.Item, f.Kind, "removed", nil})
		}
	}
	return changes
}

func (w Words) differs(o Words) []string {
	var fields []string
	for _, f := range []struct {
		name string
		same bool
	}{
		{"title", w.Title.Equal(o.Title)},
		{"text", w.Body.Equal(o.Body)},
		{"horizon", w.Horizon == o.Horizon},
		{"goal", w.Goal == o.Goal},
		{"outsideActor", w.OutsideActor.Equal(o.OutsideActor)},
		{"contactName", w.ContactName.Equal(o.ContactName)},
		{"startsOn", w.StartsOn == o.StartsOn},
		{"endsOn", w.EndsOn == o.EndsOn},
		{"status", w.Status == o.Status},
		{"form", w.Form == o.Form},
		{"catalogueId", w.Catalogue.Entry == o.Catalogue.Entry},
		{"area", w.Area == o.Area},
		{"sort", w.Sort == o.Sort},
		{"spokenBy", w.SpokenBy.Equal(o.SpokenBy)},
	} {
		if !f.same {
			fields = append(fields, f.name)
		}
	}
	return fields
}
