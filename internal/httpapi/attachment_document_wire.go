package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// attachments lists the files of a plan, which are had beside the document.
func (s *paper) attachments(all []wire.Attachment) {
	s.chapter("Bilagor", "Attachments", each(all, func(a wire.Attachment) document.Block {
		return document.Block{
			Level: 3, Heading: a.FileName, Text: given(a.Text),
			Facts: []document.Fact{s.fact("Från", "From", unitWords(a.Owner)), s.secrecy(a.Secrecy)},
		}
	})...)
}

func (s *paper) myAttachments(all []wire.MyAttachment) {
	s.chapter("Bilagor", "Attachments", each(all, func(a wire.MyAttachment) document.Block {
		return document.Block{Level: 3, Heading: a.FileName, Text: given(a.Text), Facts: []document.Fact{s.fact("Från", "From", given(a.By))}}
	})...)
}
