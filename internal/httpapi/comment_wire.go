package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) comment(i plan.Item) wire.Comment {
	return wire.Comment{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected), Text: i.Body.Reveal(), From: r.from(i), AboutId: optionalID(i.Goal),
	}
}

func newComment(b wire.NewComment) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.CommentKind, Visibility: visibility(&r, &b.Visibility), Words: plan.Words{Body: person.NewText(b.Text), Goal: id.ItemOf(given(b.AboutId))},
	}
	return d, r.err()
}

func (r reader) myComment(i plan.Item) wire.MyComment {
	return wire.MyComment{
		Id: i.ID.UUID(), Text: i.Body.Reveal(), From: r.from(i), CreatedOn: day(i.CreatedOn), Own: r.wrote(i), AboutId: optionalID(i.Goal),
		Objections: each(i.Objections, myObjected),
	}
}

// newMyComment reads a comment of the family, which is for everybody in the plan.
func newMyComment(b wire.NewMyComment) plan.Draft {
	return plan.Draft{
		Kind: plan.CommentKind, Visibility: plan.ForFamily, Words: plan.Words{Body: person.NewText(b.Text), Goal: id.ItemOf(given(b.AboutId))},
	}
}
