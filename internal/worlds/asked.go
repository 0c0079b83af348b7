package worlds

import (
	"slices"

	"github.com/google/uuid"
)

// asks tells whether the child has asked when it wrote that no guardian is told (R27).
func (i Item) asks() bool {
	return i.Kind == "child-view" && i.AuthorKind == "child" && slices.Contains(i.Withheld, uuid.Nil)
}

// saveWithheld stores from whom an item is withheld.
func (w *World) saveWithheld(v Item, add func(string, row)) {
	for _, p := range v.Withheld {
		asked, decider := v.asks() && p == uuid.Nil, StaffOf(v.Unit)[0].Person
		if asked {
			decider = v.Author
		}
		add("withholding", row{
			"id": WithheldID(v.ID, p), "item_id": v.ID, "person_id": idOrNull(p), "asked": asked, "decided_by": decider,
			"decided_on": w.Day, "reason": "KANARIE-undantag-" + v.Unit,
		})
	}
}
