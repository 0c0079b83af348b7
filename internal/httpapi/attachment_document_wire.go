package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// attachments lists the files of a plan, which are had beside the document.
func (s *paper) attachments(all []wire.Attachment) {
	s.chapter("plan.attachments", each(all, func(a wire.Attachment) document.Block {
		return document.Block{
			Level: 3, Heading: quoted(a.FileName), Text: quoted(given(a.Text)),
			Facts: append(s.objections(a.Objections), s.fact("plan.from", unitWords(a.Owner)), s.secrecy(a.Secrecy)),
		}
	})...)
}

func (s *paper) myAttachments(all []wire.MyAttachment) {
	s.chapter("plan.attachments", each(all, func(a wire.MyAttachment) document.Block {
		return document.Block{Level: 3, Heading: quoted(a.FileName), Text: quoted(given(a.Text)), Facts: append(s.myObjections(a.Objections), s.fact("plan.from", quoted(given(a.By))))}
	})...)
}
