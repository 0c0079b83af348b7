package worlds

import (
	"fmt"
	"slices"
)

// enough is the least number that the national profile lets be told.
const enough = 5

// ofSurveys: of answers after meetings a manager knows those of the own unit, and a system administrator those of the own
// principal, in half-years that are over, and only of enough together.
func (k *known) ofSurveys() {
	type form struct {
		period     fmt.Stringer
		respondent string
	}
	byUnit, rest := map[form]map[string][]string{}, map[form][]string{}
	for _, v := range k.Votes {
		f := form{v.Period, v.Respondent}
		isOwn := k.Role == "unit-manager" && v.Unit == k.Unit || k.Role == "system-administrator" && k.principalOf(v.Unit) == k.principalOf(k.Unit)
		if !isOwn || !v.Period.Before(halfYear(k.Day)) {
			continue
		}
		if byUnit[f] == nil {
			byUnit[f] = map[string][]string{}
		}
		byUnit[f][v.Unit] = append(byUnit[f][v.Unit], fmt.Sprint(v.Answers))
	}
	for f, units := range byUnit {
		for u, all := range units {
			if slices.Sort(all); len(all) >= enough {
				k.add("votes", f, u, all)
			} else {
				rest[f] = append(rest[f], all...)
			}
		}
	}
	for f, all := range rest {
		if slices.Sort(all); len(all) >= enough {
			k.add("votes of others", f, all)
		}
	}
}
