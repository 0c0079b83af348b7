package httpapi

import (
	"strconv"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// chapters of a version, in the order of the plan's own document.
var versionChapters = []struct {
	kind wire.ItemKind
	said
}{
	{"child-view", said{"Barnets egna ord", "The child's own words"}},
	{"observation", said{"Styrkor och behov", "Strengths and needs"}},
	{"goal", said{"Mål", "Goals"}},
	{"intervention", said{"Insatser", "Interventions"}},
	{"disagreement", said{"Avvikande meningar", "Disagreements"}},
	{"link", said{"Andra planer", "Other plans"}},
	{"attachment", said{"Bilagor", "Attachments"}},
	{"plan-evaluation", said{"Utvärdering av planen", "Evaluation of the plan"}},
}

func (s *paper) version(v wire.PlanVersion) {
	s.Title = s.of("Planen, version ", "The plan, version ") + strconv.Itoa(v.Number)
	s.About = s.of("Dokumentet visar den utskickade versionen som den såg ut för den som tog fram dokumentet, den dag det togs fram.",
		"The document shows the dispatched version as it looked to the one who made the document, on the day it was made.")
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om versionen", "About the version"), Facts: []document.Fact{
		s.fact("Version", "Version", strconv.Itoa(v.Number)), s.fact("Utskickad", "Dispatched", v.DispatchedOn.String()),
	}})
	for _, c := range versionChapters {
		var blocks []document.Block
		for _, i := range v.Items {
			if i.Kind == c.kind {
				blocks = append(blocks, s.versionItem(i, len(blocks)+1))
			}
		}
		s.chapter(c.swedish, c.english, blocks...)
	}
}

func (s *paper) versionItem(i wire.VersionItem, number int) document.Block {
	heading := given(i.Title)
	if heading == "" {
		heading = itemKindWords[i.Kind].in(s.Language) + " " + strconv.Itoa(number)
	}
	return document.Block{
		Level: 3, Heading: heading, Text: given(i.Text),
		Facts: []document.Fact{
			s.area(i.Area), s.fact("Skrivet av", "Written by", unitWords(i.Owner)), s.fact("Läge", "Status", statusWords[given(i.Status)].in(s.Language)),
		},
	}
}
