package httpapi

import (
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) disagreement(i plan.Item) wire.Disagreement {
	return wire.Disagreement{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected), Text: i.Body.Reveal(), From: r.from(i),
	}
}

func newDisagreement(b wire.NewDisagreement) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.DisagreementKind, Visibility: visibility(&r, &b.Visibility), Words: plan.Words{Body: person.NewText(b.Text)},
	}
	return d, r.err()
}
