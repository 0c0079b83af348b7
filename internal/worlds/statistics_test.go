package worlds

import (
	"fmt"
	"maps"
	"slices"
)

func init() { maps.Copy(table, ofStatistics) }

// ofStatistics are the rows of the table about statistics.
var ofStatistics = map[string]operation{
	"ListIndicators":        list("/indicators"),
	"ListStatistics":        list("/statistics", "?indicator=consents", "?by=all&limit=100", "?by=service&value=others", "?term=2020-01-01&limit=100", "?term=2030-01-01"),
	"GetStatisticsExport":   get("/statistics-exports", none),
	"GetStatisticsDocument": get("/statistics/document?term=2020-01-01", none),
}

// ofStatistics: who counts for a principal knows what its numbers are made of, when these are enough; below that, nothing: not even
// that there is something. What is counted in the half-year that goes on is known to nobody.
func (k *known) ofStatistics() {
	if k.IsCitizen() || k.isAlone() || k.Role != "system-administrator" && k.Role != "analyst" {
		return
	}
	mine := k.principal(k.Unit, k.Day)
	counted := map[string][]string{}
	for _, p := range k.Plans {
		led, isMine := []string{p.Lead}, k.principal(p.Lead, p.Created) == mine
		for _, l := range k.LeadTerms {
			if l.Plan == p.ID {
				led, isMine = append(led, fmt.Sprint(l.Unit, l.Led)), isMine || k.principal(l.Unit, p.Created) == mine
			}
		}
		if isMine {
			counted["plans"] = append(counted["plans"], fmt.Sprint(led, p.Kind, p.Created, k.Human(p.Child).Birth, k.Human(p.Child).Number))
		}
	}
	for _, c := range k.Consents {
		for _, g := range c.Givers {
			if g.Answer != "pending" && k.principal(c.Unit, g.On) == mine {
				counted["consents"] = append(counted["consents"], fmt.Sprint(c.Unit, g.Answer, g.On, k.Human(c.Child).Birth, k.Human(c.Child).Number))
			}
		}
	}
	for of, all := range counted {
		if slices.Sort(all); len(all) >= enough {
			k.add("counted", of, all)
		}
	}
}
