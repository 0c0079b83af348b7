package store

import (
	"strings"

	"samplan/internal/access"
)

// PlansWithin and ItemsWithin are the first line alone: the predicates of reach.go without row-level security behind them.
func PlansWithin(reaches []access.Reach) string {
	return "SELECT p.id FROM plan p WHERE " + planScope(reaches)
}

// ItemsWithin chooses items of the plan $1.
func ItemsWithin(reaches []access.Reach) string {
	return "SELECT i.id FROM item i JOIN plan p ON p.id = i.plan_id WHERE i.plan_id = $1 AND " + itemScope(reaches, "$1")
}

// Loosened are predicates with a plank missing, each of which the property of scope_test.go must find.
var Loosened = map[string]func(string) string{
	"colleagues see each other's cases": without(" AND w.person_id = (SELECT app_person())"),
	"cases never end":                   without(" AND w.valid @> (SELECT app_today())"),
	"named is for everybody":            without(" AND n.person_id = (SELECT app_person())"),
	"visibility does not count":         without("i.visibility IN ('parties', 'family')\n	  AND "),
	"exclusions do not count":           without("AND i.id NOT IN"),
	"custody never ends":                without("AND r.valid @> (SELECT app_today()) "),
	"custody of the grown-up":           without("AND (SELECT app_today()) < ch.birth_date + interval '18 years'"),
	"nothing is withheld":               without(" AND h.person_id = (SELECT app_person())"),
	"not yet informed":                  without("p.informed_on <= (SELECT app_today()) AND "),
}

// without takes a plank out of a predicate; out of "NOT IN" it makes what is always true.
func without(plank string) func(string) string {
	return func(sql string) string {
		if strings.Contains(plank, "NOT IN") {
			return strings.ReplaceAll(sql, plank, "OR i.id NOT IN")
		}
		return strings.ReplaceAll(sql, plank, "")
	}
}
