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

// PlacelessWithin chooses those of them that must not tell who holds them.
func PlacelessWithin(reaches []access.Reach) string {
	return ItemsWithin(reaches) + " AND " + placelessItem
}

// PartiesWithin chooses parties of the plan $1, which is in reach.
func PartiesWithin(reaches []access.Reach) string {
	return "SELECT y.id FROM party y WHERE y.plan_id = $1 AND " + partyScope(reaches)
}

// PlacesWithin chooses words on where children are.
func PlacesWithin(reaches []access.Reach) string {
	return "SELECT t.id FROM case_file f JOIN whereabouts t ON t.child_id = f.child_id AND t.unit_id = f.unit_id WHERE " + placeScope(reaches)
}

// Loosened are predicates with a plank missing, each of which the property of scope_test.go must find.
var Loosened = map[string]func(string) string{
	"colleagues see each other's cases": instead("AND w.person_id = app_person()", ""),
	"cases never end":                   instead("AND w.valid @> (SELECT app_today())", ""),
	"named is for everybody":            instead("AND n.person_id = app_person()", ""),
	"visibility does not count":         instead("i.visibility IN ('parties', 'family')", "true"),
	"exclusions do not count":           instead("AND i.id <> ALL ((SELECT app_excluded())", "OR i.id <> ALL ((SELECT app_excluded())"),
	"no ground is needed":               instead("i.id = ANY ((SELECT app_disclosed())::uuid[])", "true"),
	"no ground opens":                   instead("i.id = ANY ((SELECT app_disclosed())::uuid[])", "false"),
	"blocks do not count":               instead("AND i.owner_unit_id <> ALL ((SELECT app_blocked())::uuid[])", ""),
	"a small child sees the plan":       instead("p.id = ANY (app_self_plans())", "p.child_id = app_person()"),
	"nothing is withheld":               instead("AND i.id <> ALL ((SELECT app_withheld())::uuid[])", ""),
	"the place is open to all":          instead("ch.protection = 'none'", "true"),
	"namings never end":                 instead("AND n.valid @> app_today()", ""),
	"one naming is for everybody":       instead("n.unit_id = app_unit()\n	    AND n.person_id = app_person()", "n.unit_id = app_unit()"),
	"participation tells the place":     instead("y.plan_id = (SELECT app_plan()) AND y.plan_id = (SELECT app_place())", "y.plan_id = (SELECT app_plan())"),
	"the caller forgets whom it called": instead("y.unit_id = i.owner_unit_id", "false"),
}

// instead puts something else in the place of a plank, which must be there.
func instead(plank, other string) func(string) string {
	if !strings.Contains(PlansWithin(access.Reaches)+PlacelessWithin(access.Reaches)+PartiesWithin(access.Reaches)+PlacesWithin(access.Reaches), plank) {
		panic("no predicate has the plank " + plank)
	}
	return func(sql string) string { return strings.ReplaceAll(sql, plank, other) }
}
