package httpapi

import (
	"html/template"
	"time"

	"samplan/internal/civil"
	"samplan/internal/insight"
)

// logPageOf is what the page shows.
type logPageOf struct {
	Lang           string
	Words          logWords
	Style          template.CSS
	About          string
	Made, From, To string
	Total, Shown   int
	Groups         []logGroup
}

// logGroup is what one service has done, or the reader: the rows come in that order.
type logGroup struct {
	Service, Holder string
	Rows            []logRow
}

type logRow struct{ At, When, Child, What, Who string }

// logWords are the page's own words in one language.
type logWords struct {
	Lang, Title, Made, Period, Begin, Count, Cut, When, Child, What, Who, None, Own string
}

// logPageWords by language; Swedish is also for those who ask for none.
var logPageWords = map[string]logWords{"": logPageSwedish, "sv": logPageSwedish, "en": {
	Lang: "en", Title: "Log extract", Made: "Made on", Period: "Days", Begin: "From the start", Count: "Number of uses",
	Cut:  "The page shows the first %d. Choose fewer days to see the rest.",
	When: "When", Child: "Child", What: "What was done", Who: "By whom", None: "There is nothing in the log for these days.", Own: "What you have done",
}}

var logPageSwedish = logWords{
	Lang: "sv", Title: "Loggutdrag", Made: "Framtaget", Period: "Dagar", Begin: "Från början", Count: "Antal användningar",
	Cut:  "Sidan visar de %d första. Välj färre dagar för att se resten.",
	When: "När", Child: "Barn", What: "Vad som gjordes", Who: "Av vem", None: "Det finns inget i loggen för de dagarna.", Own: "Det du själv har gjort",
}

func (w logWords) in(t insight.Words) string {
	if w.Lang == "en" {
		return t.English
	}
	return t.Swedish
}

func (r reader) logGroups(entries []insight.Entry, w logWords) []logGroup {
	var groups []logGroup
	for _, e := range entries {
		service, holder := e.Unit, e.Authority+", "+e.Principal
		if e.IsOwn {
			service, holder = w.Own, ""
		}
		if n := len(groups); n == 0 || groups[n-1].Service != service || groups[n-1].Holder != holder {
			groups = append(groups, logGroup{Service: service, Holder: holder})
		}
		last := &groups[len(groups)-1]
		last.Rows = append(last.Rows, r.logRow(e, w))
	}
	return groups
}

func (r reader) logRow(e insight.Entry, w logWords) logRow {
	at := e.At.In(civil.Zone())
	who := w.in(insight.Title(e.Role))
	if e.StaffName != "" {
		who += ", " + e.StaffName
	}
	return logRow{
		At: at.Format(time.RFC3339), When: at.Format("2006-01-02 15:04"), What: w.in(e.Text()), Who: who,
		Child: childName(r.actor, e.ChildName.Given, e.ChildName.Family, e.Protection, e.Child),
	}
}
