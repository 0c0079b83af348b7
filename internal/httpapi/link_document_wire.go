package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

var linkWords = map[wire.LinkKind]said{
	"lss-plan": {"Individuell plan enligt LSS", "Individual plan under LSS"}, "action-programme": {"Åtgärdsprogram", "Action programme"},
	"habilitation-plan": {"Habiliteringsplan", "Habilitation plan"}, "discharge-plan": {"Plan vid utskrivning", "Plan at discharge"},
	"other-plan": {"Annan plan", "Another plan"},
}

// links writes where other plans of the child are, and nothing of what they hold.
func (s *paper) links(all []wire.Link) {
	s.chapter("Andra planer", "Other plans", each(all, func(l wire.Link) document.Block {
		return document.Block{Level: 3, Heading: linkWords[l.Kind].in(s.Language), Facts: append(s.linkFacts(given(l.Holder), l.Reference, l.On.String()),
			s.fact("Skrivet av", "Written by", unitWords(l.Owner)), s.secrecy(l.Secrecy))}
	})...)
}

func (s *paper) myLinks(all []wire.MyLink) {
	s.chapter("Andra planer", "Other plans", each(all, func(l wire.MyLink) document.Block {
		return document.Block{Level: 3, Heading: linkWords[l.Kind].in(s.Language), Facts: append(s.linkFacts(given(l.Holder), l.Reference, l.On.String()),
			s.fact("Skrivet av", "Written by", given(l.By)))}
	})...)
}

func (s *paper) linkFacts(holder, reference, on string) []document.Fact {
	return []document.Fact{s.fact("Finns hos", "Held by", holder), s.fact("Beteckning", "Reference", reference), s.fact("Dag", "Day", on)}
}
