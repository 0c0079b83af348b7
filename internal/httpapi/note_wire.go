package httpapi

import (
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) note(i plan.Item) wire.Note {
	return wire.Note{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.unit(i.Owner), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected), Text: i.Body.Reveal(),
	}
}

// newNote reads a note, which is always for the own unit alone.
func newNote(b wire.NewNote) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.NoteKind, Category: word(&r, plan.Categories, &b.Category, "/category"), Visibility: plan.UnitOnly,
		Words: plan.Words{Body: person.NewText(b.Text)},
	}
	return d, r.err()
}
