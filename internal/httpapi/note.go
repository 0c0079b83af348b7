package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddNote writes a note for the own unit.
func (a *API) AddNote(ctx context.Context, q wire.AddNoteRequestObject) (wire.AddNoteResponseObject, error) {
	draft, err := newNote(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.addItem(ctx, id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	return wire.AddNote201JSONResponse{
		Body:    r.note(i),
		Headers: wire.AddNote201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/notes/" + i.ID.String()},
	}, nil
}

// GetNote shows a note.
func (a *API) GetNote(ctx context.Context, q wire.GetNoteRequestObject) (wire.GetNoteResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.NoteKind, id.ItemOf(q.NoteId))
	if err != nil {
		return nil, err
	}
	return wire.GetNote200JSONResponse{Body: r.note(i), Headers: wire.GetNote200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}

// ChangeNote changes a note of the own unit.
func (a *API) ChangeNote(ctx context.Context, q wire.ChangeNoteRequestObject) (wire.ChangeNoteResponseObject, error) {
	draft, err := newNote(wire.NewNote(*q.Body))
	if err != nil {
		return nil, err
	}
	i, r, err := a.changeItem(ctx, id.ItemOf(q.NoteId), q.Params.IfMatch, draft)
	if err != nil {
		return nil, err
	}
	return wire.ChangeNote200JSONResponse{Body: r.note(i), Headers: wire.ChangeNote200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}
