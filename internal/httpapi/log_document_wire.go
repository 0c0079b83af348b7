package httpapi

import (
	"strings"

	"samplan/internal/civil"
	"samplan/internal/document"
	"samplan/internal/insight"
)

func (s *paper) logExtract(r reader, days insight.Period, rows []insight.Entry, total int) {
	s.Title, s.About = s.say("log.title"), s.say("log.about")
	from, to := s.say("log.start"), figures(s.Made.String())
	if !days.From.IsZero() {
		from = figures(days.From.String())
	}
	if !days.To.IsZero() {
		to = figures(days.To.String())
	}
	b := document.Block{Level: 2, Heading: s.say("log.facts"), Facts: []document.Fact{
		s.fact("log.days", s.say("words.period", "{from}", from, "{to}", to)), s.fact("log.uses", number(total)),
	}}
	switch {
	case total == 0:
		b.Text = s.say("log.empty")
	case len(rows) < total:
		b.Text = s.say("log.cut", "{number}", number(len(rows)))
	}
	s.Blocks = append([]document.Block{b}, s.logGroups(r, rows)...)
}

// logGroups puts together what one service has done, or the reader: the rows come in that order.
func (s *paper) logGroups(r reader, entries []insight.Entry) []document.Block {
	var groups []document.Block
	for _, e := range entries {
		service, holder := quoted(e.Unit), quoted(strings.Join(present(e.Authority, e.Principal), ", "))
		if e.IsOwn {
			service, holder = s.say("log.own"), ""
		}
		if n := len(groups); n == 0 || groups[n-1].Heading != service || groups[n-1].Text != holder {
			head := []string{s.say("log.when"), s.say("plan.child"), s.say("log.what"), s.say("log.who")}
			groups = append(groups, document.Block{Level: 2, Heading: service, Text: holder, Table: &document.Table{Head: head}})
		}
		t := groups[len(groups)-1].Table
		t.Rows = append(t.Rows, s.logRow(r, e))
	}
	return groups
}

func (s *paper) logRow(r reader, e insight.Entry) []string {
	who := s.list(present(s.say(insight.Title(e.Role)), quoted(e.StaffName))...)
	child := childName(r.actor, e.ChildName.Given, e.ChildName.Family, e.Protection, e.Child)
	return []string{figures(e.At.In(civil.Zone()).Format("2006-01-02 15:04")), quoted(child), logText(s.Language, e.Text(), quoted(e.Client)), who}
}
