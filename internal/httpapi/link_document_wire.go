package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// links writes where other plans of the child are, and nothing of what they hold.
func (s *paper) links(all []wire.Link) {
	s.chapter("plan.other-plans", each(all, func(l wire.Link) document.Block {
		return document.Block{Level: 3, Heading: inWords(s.Language, l.Kind), Facts: append(append(s.linkFacts(given(l.Holder), l.Reference, l.On.String()), s.objections(l.Objections)...),
			s.fact("plan.written-by", unitWords(l.Owner)), s.secrecy(l.Secrecy))}
	})...)
}

func (s *paper) myLinks(all []wire.MyLink) {
	s.chapter("plan.other-plans", each(all, func(l wire.MyLink) document.Block {
		return document.Block{Level: 3, Heading: inWords(s.Language, l.Kind), Facts: append(append(s.linkFacts(given(l.Holder), l.Reference, l.On.String()), s.myObjections(l.Objections)...),
			s.fact("plan.written-by", quoted(given(l.By))))}
	})...)
}

func (s *paper) linkFacts(holder, reference, on string) []document.Fact {
	return []document.Fact{s.fact("plan.held-by", quoted(holder)), s.fact("plan.reference", quoted(reference)), s.fact("plan.day", figures(on))}
}
