// Package absence is the calendar of who is away (frånvarokalender): from which day until which, and who stands in. It holds no reason,
// and nothing from which one could be guessed. Whoever is away enters it, or the unit's manager does; one who is back earlier says so.
//
// While somebody is away, what is up to that person at the unit is up to the one who stands in: requests for information that one has
// the task of, the unit's contact card that one owns, decisions of meetings that one is to carry out (package store, onDuty). Nothing
// of that is handed over or copied: it is looked up day by day, and is the person's again on the day after. When the one who stands in is
// away, too, the manager is told.
//
// It is the unit's own. Managers see it whole, others what they entered and where they stand in. It is kept for a year after its end.
package absence
