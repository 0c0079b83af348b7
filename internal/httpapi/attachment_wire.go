package httpapi

import (
	"samplan/internal/attachment"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) attachment(i plan.Item) wire.Attachment {
	return wire.Attachment{
		Id: i.ID.UUID(), PlanId: i.Plan.UUID(), Owner: r.owner(i), Own: r.isOwn(i.Owner), Secrecy: r.secrecy(i),
		Category: wire.Category(i.Category.String()), Visibility: wire.Visibility(i.Visibility.String()),
		CreatedOn: day(i.CreatedOn), Etag: etag(i.Tag()), Objections: each(i.Objections, objected), FileName: i.Title.Reveal(), Text: reveal(i.Body),
		MediaType: wire.AttachmentType(i.File.MediaType), State: wire.AttachmentState(i.File.State.String()), Size: optional(i.File.Size),
	}
}

func (r reader) myAttachment(i plan.Item) wire.MyAttachment {
	return wire.MyAttachment{
		Id: i.ID.UUID(), FileName: i.Title.Reveal(), Text: reveal(i.Body), State: wire.AttachmentState(i.File.State.String()),
		Size: optional(i.File.Size), By: r.holder(i), Objections: each(i.Objections, myObjected),
	}
}

// newAttachment reads the description of a file. Its name is made one that is safe to save it under.
func newAttachment(b wire.NewAttachment) (plan.Draft, error) {
	var r reading
	meantFor := plan.UnitOnly
	if b.Visibility != nil {
		meantFor = word(&r, plan.Visibilities, b.Visibility, "/visibility")
	}
	category := word(&r, plan.Categories, b.Category, "/category")
	name := person.NewText(attachment.CleanName(b.FileName, string(b.MediaType)))
	return plan.NewAttachment(name, hide(b.Text), string(b.MediaType), category, meantFor), r.err()
}
