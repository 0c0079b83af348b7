package httpapi

import (
	"samplan/internal/document"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// chapters of a version, in the order of the plan's own document.
var versionChapters = []struct {
	kind    wire.ItemKind
	heading phrase.Key
}{
	{"child-view", "plan.childs-words"},
	{"observation", "plan.strengths-and-needs"},
	{"goal", "plan.goals"},
	{"intervention", "plan.interventions"},
	{"disagreement", "plan.disagreements"},
	{"link", "plan.other-plans"},
	{"attachment", "plan.attachments"},
	{"plan-evaluation", "plan.evaluation"},
}

func (s *paper) version(v wire.PlanVersion) {
	s.Title = s.say("version.title", "{number}", number(v.Number))
	s.About = s.say("version.about")
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("version.facts"), Facts: []document.Fact{
		s.fact("version.number", number(v.Number)), s.fact("version.dispatched", figures(v.DispatchedOn.String())),
	}})
	for _, c := range versionChapters {
		var blocks []document.Block
		for _, i := range v.Items {
			if i.Kind == c.kind {
				blocks = append(blocks, s.versionItem(i, len(blocks)+1))
			}
		}
		s.chapter(c.heading, blocks...)
	}
}

func (s *paper) versionItem(i wire.VersionItem, n int) document.Block {
	heading := quoted(given(i.Title))
	if heading == "" {
		heading = s.say("words.numbered", "{what}", inWords(s.Language, i.Kind), "{number}", number(n))
	}
	return document.Block{
		Level: 3, Heading: heading, Text: quoted(given(i.Text)),
		Facts: append(s.objections(i.Objections),
			s.area(i.Area), s.fact("plan.written-by", unitWords(i.Owner)), s.fact("plan.status", inWords(s.Language, given(i.Status))),
		),
	}
}
