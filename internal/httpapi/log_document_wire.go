package httpapi

import (
	"fmt"
	"strconv"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/document"
	"samplan/internal/insight"
)

func (s *paper) logExtract(r reader, days insight.Period, rows []insight.Entry, total int) {
	s.Title, s.About = s.of("Loggutdrag", "Log extract"), s.insight(insight.About)
	from, to := s.of("Från början", "From the start"), s.Made
	if !days.From.IsZero() {
		from = days.From.String()
	}
	if !days.To.IsZero() {
		to = days.To
	}
	b := document.Block{Level: 2, Heading: s.of("Om utdraget", "About the extract"), Facts: []document.Fact{
		s.fact("Dagar", "Days", from+" – "+to.String()), s.fact("Antal användningar", "Number of uses", strconv.Itoa(total)),
	}}
	switch {
	case total == 0:
		b.Text = s.of("Det finns inget i loggen för de dagarna.", "There is nothing in the log for these days.")
	case len(rows) < total:
		b.Text = fmt.Sprintf(s.of("Dokumentet visar de %d första. Välj färre dagar för att se resten.",
			"The document shows the first %d. Choose fewer days to see the rest."), len(rows))
	}
	s.Blocks = append([]document.Block{b}, s.logGroups(r, rows)...)
}

// insight gives words of the log extract in the document's language.
func (s *paper) insight(w insight.Words) string { return s.of(w.Swedish, w.English) }

// logGroups puts together what one service has done, or the reader: the rows come in that order.
func (s *paper) logGroups(r reader, entries []insight.Entry) []document.Block {
	var groups []document.Block
	for _, e := range entries {
		service, holder := e.Unit, strings.Join(present(e.Authority, e.Principal), ", ")
		if e.IsOwn {
			service, holder = s.of("Det du själv har gjort", "What you have done"), ""
		}
		if n := len(groups); n == 0 || groups[n-1].Heading != service || groups[n-1].Text != holder {
			head := []string{s.of("När", "When"), s.of("Barn", "Child"), s.of("Vad som gjordes", "What was done"), s.of("Av vem", "By whom")}
			groups = append(groups, document.Block{Level: 2, Heading: service, Text: holder, Table: &document.Table{Head: head}})
		}
		t := groups[len(groups)-1].Table
		t.Rows = append(t.Rows, s.logRow(r, e))
	}
	return groups
}

func (s *paper) logRow(r reader, e insight.Entry) []string {
	who := strings.Join(present(s.insight(insight.Title(e.Role)), e.StaffName), ", ")
	child := childName(r.actor, e.ChildName.Given, e.ChildName.Family, e.Protection, e.Child)
	return []string{e.At.In(civil.Zone()).Format("2006-01-02 15:04"), child, s.insight(e.Text()), who}
}
