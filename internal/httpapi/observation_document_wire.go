package httpapi

import (
	"strconv"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

var sortWords = map[wire.ObservationSort]said{"strength": {"Styrka", "Strength"}, "need": {"Behov", "Need"}}

// area names a life area as the plan's routine does; one that it does not know is not named.
func (s *paper) area(code *string) document.Fact {
	a, _ := s.areas.Area(given(code))
	return s.fact("Livsområde", "Life area", s.of(a.Names.Swedish, a.Names.English))
}

// observations writes strengths and needs, numbered as they come.
func (s *paper) observations(all []wire.Observation) {
	var blocks []document.Block
	for n, o := range all {
		blocks = append(blocks, document.Block{
			Level: 3, Heading: sortWords[o.Sort].in(s.Language) + " " + strconv.Itoa(n+1), Text: o.Text,
			Facts: []document.Fact{s.area(o.Area), s.fact("Skrivet av", "Written by", unitWords(o.Owner)), s.secrecy(o.Secrecy)},
		})
	}
	s.chapter("Styrkor och behov", "Strengths and needs", blocks...)
}

func (s *paper) myObservations(all []wire.MyObservation) {
	var blocks []document.Block
	for n, o := range all {
		blocks = append(blocks, document.Block{
			Level: 3, Heading: sortWords[o.Sort].in(s.Language) + " " + strconv.Itoa(n+1), Text: o.Text,
			Facts: []document.Fact{s.area(o.Area), s.fact("Skrivet av", "Written by", given(o.By))},
		})
	}
	s.chapter("Styrkor och behov", "Strengths and needs", blocks...)
}
