package httpapi

import (
	"samplan/internal/document"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// area names a life area as the plan's routine does; one that it does not know is not named. A routine has its words in
// Swedish and English. In other languages those that we know are translated, unless the routine says something else.
func (s *paper) area(code *string) document.Fact {
	a, _ := s.areas.Area(given(code))
	name := quoted(a.Names.Swedish)
	switch known := phrase.Swedish.Code(lifeArea, a.Code); {
	case s.Language == phrase.English:
		name = a.Names.English
	case known != "" && known == a.Names.Swedish:
		name = s.Language.Code(lifeArea, a.Code)
	}
	return s.fact("plan.area", name)
}

// lifeArea is where the words of the areas that come with the program lie. They are no codes of the contract.
const lifeArea = "LifeArea"

// observationHeading numbers a strength or a need.
func (s *paper) observationHeading(o wire.ObservationSort, n int) string {
	return s.say("words.numbered", "{what}", inWords(s.Language, o), "{number}", number(n))
}

// observations writes strengths and needs, numbered as they come.
func (s *paper) observations(all []wire.Observation) {
	var blocks []document.Block
	for n, o := range all {
		blocks = append(blocks, document.Block{
			Level: 3, Heading: s.observationHeading(o.Sort, n+1), Text: quoted(o.Text),
			Facts: append(s.objections(o.Objections), s.area(o.Area), s.fact("plan.written-by", unitWords(o.Owner)), s.secrecy(o.Secrecy)),
		})
	}
	s.chapter("plan.strengths-and-needs", blocks...)
}

func (s *paper) myObservations(all []wire.MyObservation) {
	var blocks []document.Block
	for n, o := range all {
		blocks = append(blocks, document.Block{
			Level: 3, Heading: s.observationHeading(o.Sort, n+1), Text: quoted(o.Text),
			Facts: append(s.myObjections(o.Objections), s.area(o.Area), s.fact("plan.written-by", quoted(given(o.By)))),
		})
	}
	s.chapter("plan.strengths-and-needs", blocks...)
}
