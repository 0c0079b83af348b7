package routine

import "samplan/internal/access"

// kindNames are the names of the kinds of deadlines.
func kindNames() []string {
	var names []string
	for _, k := range Kinds.Values() {
		names = append(names, k.String())
	}
	return names
}

// classes are the names of the secrecy classes of units.
func classes() []string {
	var names []string
	for _, c := range access.Classes {
		names = append(names, c.String())
	}
	return names
}

var (
	words  = object(member{"sv", needed, text(200)}, member{"en", needed, text(200)})
	source = object(member{"basis", needed, oneOf(Bases)}, member{"reference", needed, text(500)})
	coded  = object(member{"code", needed, code}, member{"names", needed, words})
	role   = object(member{"code", needed, code}, member{"names", needed, words}, member{"classes", optional, filled(len(access.Classes), oneOf(classes()))})
	age    = integer(0, 25)
)

func number(least, most int) shape {
	return object(member{"number", needed, integer(least, most)}, member{"source", needed, source})
}

// document is the shape of the whole. A part that a base may give is inherited.
var document = object(
	member{"code", needed, code},
	member{"version", needed, integer(1, 9999)},
	member{"validFrom", needed, day},
	member{"base", optional, object(member{"code", needed, code}, member{"version", needed, integer(1, 9999)})},
	member{"names", needed, words},
	member{"terms", inherited, keyed(Terms, words)},
	member{"planKinds", inherited, list(len(PlanKinds), oneOf(PlanKinds))},
	member{"wheel", inherited, wheel},
	member{"roles", inherited, filled(40, role)},
	member{"coordination", inherited, coordination},
	member{"deadlines", inherited, keyed(kindNames(), deadline)},
	member{"ages", inherited, object(
		member{"childSeesFrom", inherited, number(0, 18)},
		member{"guardianSeesUntil", inherited, number(0, 18)})},
	member{"consentAges", inherited, filled(18, object(
		member{"fromAge", needed, integer(0, 18)},
		member{"untilAge", needed, integer(1, 18)},
		member{"givers", needed, oneOf(Givers)},
		member{"source", needed, source}))},
	member{"consentReminderDays", inherited, number(1, 365)},
	member{"fewestTold", inherited, number(3, 50)},
	member{"followUps", inherited, object(
		member{"weeks", needed, filled(10, integer(1, 104))},
		member{"source", needed, source})},
	member{"deviationCategories", inherited, filled(40, coded)},
	member{"forms", inherited, keyed(Respondents, form)},
)

var wheel = object(
	member{"version", needed, integer(1, 9999)},
	member{"names", needed, words},
	member{"areas", needed, filled(20, object(
		member{"code", needed, code},
		member{"names", needed, words},
		member{"shanarri", needed, list(len(Shanarri), oneOf(Shanarri))},
		member{"bbic", needed, list(len(BBIC), oneOf(BBIC))}))},
	member{"source", needed, source},
)

var coordination = object(
	member{"unborn", optional, code},
	member{"byAge", needed, list(20, object(
		member{"fromAge", needed, age},
		member{"untilAge", needed, age},
		member{"until", needed, oneOf([]string{Birthday, SchoolYear})},
		member{"role", needed, code}))},
	member{"schoolYearMonth", optional, integer(1, 12)},
	member{"outsideSchool", optional, object(
		member{"fromAge", needed, age},
		member{"untilAge", needed, age},
		member{"role", needed, code})},
	member{"source", needed, source},
)

var deadline = object(
	member{"length", needed, integer(1, 1000)},
	member{"unit", needed, oneOf([]string{CalendarDays, WorkingDays, Months})},
	member{"onFreeDay", needed, oneOf([]string{Moves, Stays})},
	member{"soonDays", needed, integer(0, 365)},
	member{"source", needed, source},
)

var form = object(
	member{"questions", needed, filled(20, object(
		member{"code", needed, code},
		member{"words", needed, words},
		member{"easy", optional, text(200)},
		member{"answer", needed, oneOf(Answers)}))},
	member{"source", needed, source},
)
