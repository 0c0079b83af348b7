package httpapi

import (
	"slices"

	"samplan/internal/catalogue"
	"samplan/internal/civil"
	"samplan/internal/document"
	"samplan/internal/phrase"
	"samplan/internal/statistics"
)

// statistics writes the report: the indicators that are told of the half-year, each with its course until then.
func (s *paper) statistics(term civil.Date, rows []statistics.Row, entries []catalogue.Entry) {
	s.Title, s.About = s.say("statistics.title"), s.say("statistics.about")
	b := document.Block{Level: 2, Heading: s.say("statistics.of"), Facts: []document.Fact{s.fact("statistics.term", s.term(term))}}
	var blocks []document.Block
	for _, r := range rows {
		if r.Term == term && r.By == statistics.ByAll {
			b.Facts = append(b.Facts[:1], s.fact("statistics.fewest", number(r.Fewest)))
			blocks = append(blocks, s.course(r, rows))
			for _, by := range append([]statistics.Dimension{statistics.ByAll}, r.Indicator.By...) {
				blocks = append(blocks, s.counted(r, by, rows, entries)...)
			}
		}
	}
	if len(blocks) == 0 {
		b.Text = s.say("statistics.empty")
	}
	s.Blocks = append([]document.Block{b}, blocks...)
}

// course shows how often something was counted, half-year by half-year until that of a row.
func (s *paper) course(of statistics.Row, rows []statistics.Row) document.Block {
	b := document.Block{
		Level: 2, Heading: s.inBoth(of.Name), Text: s.inBoth(of.Definition), Chart: &document.Chart{Title: s.inBoth(of.Name)},
		Table: &document.Table{Head: []string{s.say("statistics.term"), s.say("statistics.count")}},
	}
	for _, r := range slices.Backward(rows) {
		if r.Code == of.Code && r.By == statistics.ByAll && !r.Term.After(of.Term) {
			b.Chart.Bars = append(b.Chart.Bars, document.Bar{Label: s.term(r.Term), Value: r.Times})
			b.Table.Rows = append(b.Table.Rows, []string{s.term(r.Term), number(r.Times)})
		}
	}
	return b
}

// counted shows a table by one thing; there is none where nothing is told by it.
func (s *paper) counted(of statistics.Row, by statistics.Dimension, rows []statistics.Row, entries []catalogue.Entry) []document.Block {
	t := &document.Table{Head: []string{s.say(dimensions[by]), s.say("statistics.count"), s.say("statistics.answers")}}
	if by == statistics.ByEntry {
		t.Head = append(t.Head, s.say("statistics.situation"))
	}
	for _, r := range rows {
		if r.Code != of.Code || r.Term != of.Term || r.By != by || by == statistics.ByAll && r.Told == nil {
			continue
		}
		var answers []string
		for _, a := range r.Told {
			answers = append(answers, s.inBoth(r.AnswerName(a.Code))+" "+number(a.Times))
		}
		name, situation := s.value(r, entries)
		t.Rows = append(t.Rows, append([]string{name, number(r.Times), s.list(answers...)}, situation...))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []document.Block{{Level: 3, Heading: s.say(dimensions[by]), Table: t}}
}

var dimensions = map[statistics.Dimension]phrase.Key{
	statistics.ByAll: "statistics.by-all", statistics.ByMunicipality: "statistics.by-municipality", statistics.ByService: "statistics.by-service",
	statistics.ByAge: "statistics.by-age", statistics.BySex: "statistics.by-sex", statistics.ByEntry: "statistics.by-entry",
}

// value names what a row is of; an entry of the catalogue with the situation that it is for.
func (s *paper) value(r statistics.Row, entries []catalogue.Entry) (name string, situation []string) {
	if r.By == statistics.ByEntry {
		situation = []string{""}
		for n := range entries {
			if entries[n].Code == r.Value {
				return quoted(entries[n].Name), []string{quoted(entries[n].Situation)}
			}
		}
	}
	if key, ok := valueNames[r.Value]; ok {
		return s.say(key), situation
	}
	if name := r.ValueName(); name != "" {
		return quoted(name + " (" + r.Value + ")"), situation
	}
	return quoted(r.Value), situation
}

var valueNames = map[string]phrase.Key{
	"": "statistics.by-all", statistics.Others: "statistics.others", "unknown": "statistics.unknown", "female": "statistics.female", "male": "statistics.male",
	"18-or-more": "statistics.grown", "ifo": "statistics.service-ifo", "lss": "statistics.service-lss", "health": "statistics.service-health",
	"school-health-medical": "statistics.service-school-health-medical", "school-health-other": "statistics.service-school-health-other",
	"school": "statistics.service-school", "preschool": "statistics.service-preschool", "independent-school": "statistics.service-independent-school",
	"leisure": "statistics.service-leisure", "police": "statistics.service-police", "other": "statistics.service-other",
}

// term names a half-year.
func (s *paper) term(t civil.Date) string {
	return s.say("words.period", "{from}", figures(t.String()), "{to}", figures(t.AddMonths(6).AddDays(-1).String()))
}

func (s *paper) inBoth(w statistics.Words) string {
	if s.Language == phrase.English {
		return w.English
	}
	return w.Swedish
}
