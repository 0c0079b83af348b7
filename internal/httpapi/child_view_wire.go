package httpapi

import (
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) childView(i plan.Item) wire.ChildView {
	return wire.ChildView{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected),
		Text: i.Body.Reveal(), Form: wire.WordsForm(i.Form.String()), Area: optional(i.Area.String()), SpokenBy: reveal(i.SpokenBy),
		RecordedBy: r.recordedBy(i), KeptFromGuardians: optional(i.Kept),
	}
}

func newChildView(b wire.NewChildView) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.ChildViewKind, Visibility: visibility(&r, b.Visibility),
		Words: plan.Words{
			Body: person.NewText(b.Text), Form: word(&r, plan.Forms, &b.Form, "/form"), Area: plan.AreaNamed(given(b.Area)), SpokenBy: hide(b.SpokenBy),
		},
	}
	return d, r.err()
}
