package plan

import (
	"fmt"
	"io"

	"samplan/internal/id"
	"samplan/internal/person"
)

// What a plan shows of others tells where its child is: who takes part and calls to the follow-up, who answers for the
// whole, who carries something out, whom to turn to. A reader to whom the place is closed gets none of it (R31, R35), as
// if it had never been written; which these are the store decides, by one predicate for plans, items and old versions.

// HidePlace takes from the frame what tells the place. Who calls to the follow-up stays when that party is seen.
func (v *View) HidePlace() {
	if !v.Placeless {
		return
	}
	v.OverallResponsible = id.Principal{}
	for i := range v.Parties {
		if v.Parties[i].Unit == v.NextFollowUpUnit {
			return
		}
	}
	v.NextFollowUpUnit = id.Unit{}
}

// HidePlace takes from an item what tells the place. Its holder stays, for the secrecy that binds it, and is not shown.
func (i *Item) HidePlace() {
	if i.Placeless {
		i.AuthorName = person.Text{}
		i.Words.hidePlace()
	}
}

// HidePlace does the same for an item as it was.
func (f *Frozen) HidePlace() {
	if f.Placeless {
		f.Words.hidePlace()
	}
}

// hidePlace also takes away what is a principal's or a county's own: an entry of the catalogue, an area of the wheel; and who
// spoke for the child, who works where it is.
func (w *Words) hidePlace() {
	w.OutsideActor, w.ContactName, w.SpokenBy, w.Area, w.Catalogue = person.Text{}, person.Text{}, person.Text{}, Area{}, Choice{}
}

// placeless marks in a tag that something is shown without place, since raising a protection level changes that alone.
func placeless(tag io.Writer, is bool) {
	if is {
		_, _ = fmt.Fprint(tag, " placeless") // a hash takes everything
	}
}
