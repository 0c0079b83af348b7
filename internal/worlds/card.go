package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// Card is how a unit is reached (R51). The one with the highest number counts.
type Card struct {
	ID, Owner, By               ID
	Unit, Words                 string
	Number, Version             int
	Published, Confirmed, Until civil.Date
	Remind                      civil.Date
}

// carded draws cards of some units.
func (m *maker) carded() {
	for _, u := range units {
		if chance(m.dice, 60) {
			m.card(u)
		}
	}
}

// card gives a unit one more card, which counts, ends soon or is outdated.
func (m *maker) card(unit string) {
	c := Card{
		ID: m.id("card"), Owner: oneOf(m.dice, StaffOf(unit)...).Person, By: StaffOf(unit)[0].Person, Unit: unit, Number: 1, Version: 1,
		Published: m.Day.AddDays(-100), Confirmed: m.Day.AddDays(-90), Until: m.Day.AddDays(oneOf(m.dice, -1, 0, 5, 60)),
	}
	for _, o := range m.Cards {
		if o.Unit == unit && o.Number >= c.Number {
			c.Number = o.Number + 1
		}
	}
	c.Words, c.Remind = fmt.Sprintf("KANARIE-kort-%s-%d", unit, c.Number), c.Until.AddDays(-30)
	m.Cards = append(m.Cards, c)
}

// counts tells whether it is the last of its unit.
func (w *World) counts(c Card) bool {
	return !slices.ContainsFunc(w.Cards, func(o Card) bool { return o.Unit == c.Unit && o.Number > c.Number })
}

// SeesCard tells whether a card is there for the reader: for all staff; for the family, when the unit takes part in a plan of which it
// sees the parties.
func (w *World) SeesCard(r Reader, c Card) bool {
	if !r.IsCitizen() {
		return true
	}
	return w.counts(c) && slices.ContainsFunc(w.Parties, func(y Party) bool {
		return y.Unit == c.Unit && y.State == "accepted" && w.SeesParty(r, y)
	})
}

func (w *World) rowsOfCards(add func(string, row)) {
	for _, c := range w.Cards {
		add("contact_card", row{
			"id": c.ID, "unit_id": unitID(c.Unit), "number": c.Number, "purpose": c.Words, "phone": "031-365 00 00", "hours": c.Words,
			"languages": []string{"sv"}, "owner_id": c.Owner, "published_by": c.By, "published_on": c.Published, "confirmed_by": c.By,
			"confirmed_on": c.Confirmed, "remind_from": c.Remind, "valid_until": c.Until, "version": c.Version,
		})
	}
}
