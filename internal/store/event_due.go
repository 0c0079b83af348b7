package store

import (
	"slices"
	"strings"

	"samplan/internal/access"
	"samplan/internal/event"
)

// telling is which kinds of event are told to whoever sees what they are about: ids, within some reach of the reader's grant.
// They are the predicates by which the things themselves are read. A further kind is an entry here, or a name in one.
type telling struct {
	kinds []string
	reach access.Reach
	about string // statement that gives the ids
	also  string // what an event (alias e) must meet besides
}

var tellings = []telling{
	{[]string{"plan-established", "plan-ended", "version-dispatched"}, access.OwnUnit, "SELECT p.id FROM plan p WHERE " + planScope(unitsOwn), ""},
	{
		[]string{"plan-access-opened", "plan-access-ended"},
		access.OwnUnit, "SELECT p.id FROM plan p WHERE " + planScope(unitsOwn),
		"e.through_id IN (SELECT c.id FROM consent c WHERE " + consentScope(unitsOwn) + ")",
	},
	{
		[]string{"call-received"},
		access.InvitedUnit,
		"SELECT v.id FROM app_received_calls() v WHERE " + receivedCallScope([]access.Reach{access.InvitedUnit}, access.UnitManager), "",
	},
	{[]string{"call-answered"}, access.LeadUnit, "SELECT c.id FROM call c JOIN plan p ON p.id = c.plan_id WHERE " + madeScope([]access.Reach{access.LeadUnit}, "c"), ""},
	{
		[]string{"meeting-booked", "meeting-changed", "meeting-cancelled", "meeting-closed"},
		access.OwnUnit,
		"SELECT m.id FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE " + planScope(unitsOwn), "",
	},
	{[]string{"decision-asked", "decision-cancelled"}, access.OwnUnit, "SELECT d.item_id FROM " + receivedDecision(unitsOwn), ""},
	{
		[]string{"decision-answered"},
		access.OwnUnit,
		"SELECT i.id FROM item i JOIN plan p ON p.id = i.plan_id WHERE i.owner_unit_id = app_unit() AND " + forMe + " AND " + planScope(unitsOwn), "",
	},
	{
		[]string{"plan-request-received", "plan-request-answered", "plan-request-withdrawn"},
		access.ReceivedUnit,
		"SELECT q.id FROM plan_request q WHERE " + requestScope([]access.Reach{access.ReceivedUnit}), "",
	},
}

var unitsOwn = []access.Reach{access.OwnUnit}

// eventsFor are the events (alias e) that the holder of the grant is told of, as the unit that it looks as: those that meet a
// condition of $1, at most $2 of them. Each group begins at what is seen, so that what is hidden costs no time.
func eventsFor(reaches []access.Reach, which string) string {
	var parts []string
	for _, t := range tellings {
		if !slices.Contains(reaches, t.reach) {
			continue
		}
		also := t.also
		if also != "" {
			also = " AND " + also
		}
		parts = append(parts, `SELECT e.position, e.id, e.kind, e.about_id, e.at, '`+t.reach.String()+`' AS reach FROM event e
		  WHERE e.about_id IN (`+t.about+`) AND e.kind IN ('`+strings.Join(t.kinds, "', '")+`') AND e.position IS NOT NULL AND `+which+also)
	}
	if len(parts) == 0 {
		return "SELECT e.position, e.id, e.kind, e.about_id, e.at, '' AS reach FROM event e WHERE false AND " + which + " LIMIT $2"
	}
	return strings.Join(parts, " UNION ALL ") + " ORDER BY position LIMIT $2"
}

// toldKinds lists the kinds that somebody is told of.
func toldKinds() []event.Kind {
	var all []event.Kind
	for _, t := range tellings {
		for _, name := range t.kinds {
			all = append(all, event.Kinds.Must(name))
		}
	}
	return all
}
