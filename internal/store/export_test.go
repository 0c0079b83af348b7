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
	"colleagues see each other's cases": instead("AND w.person_id = app_person()", ""),
	"cases never end":                   instead("AND w.valid @> app_today()", ""),
	"named is for everybody":            instead("AND n.person_id = app_person()", ""),
	"visibility does not count":         instead("i.visibility IN ('parties', 'family')", "true"),
	"exclusions do not count":           instead("AND i.id <> ALL ((SELECT app_excluded())", "OR i.id <> ALL ((SELECT app_excluded())"),
	"no ground is needed":               instead("i.id = ANY ((SELECT app_disclosed())::uuid[])", "true"),
	"no ground opens":                   instead("i.id = ANY ((SELECT app_disclosed())::uuid[])", "false"),
	"blocks do not count":               instead("AND i.owner_unit_id <> ALL (app_blocked())", ""),
	"a small child sees the plan":       instead("p.id = ANY (app_self_plans())", "p.child_id = app_person()"),
	"nothing is withheld":               instead("AND i.id <> ALL ((SELECT app_withheld())::uuid[])", ""),
}

// instead puts something else in the place of a plank, which must be there.
func instead(plank, other string) func(string) string {
	if !strings.Contains(PlansWithin(access.Reaches)+ItemsWithin(access.Reaches), plank) {
		panic("no predicate has the plank " + plank)
	}
	return func(sql string) string { return strings.ReplaceAll(sql, plank, other) }
}
