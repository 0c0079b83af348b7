package transition

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Checklist computes what is left to do, in the order in which it is best done.
func (c Case) Checklist() []Line {
	return slices.Concat(c.ofAge(), c.ofParty(), c.ofConsents(), c.ofWalls(), c.ofTasks())
}

// isGrown tells whether the child is of age on the day.
func (c Case) isGrown() bool { return !c.AdultOn.IsZero() && !c.On.Before(c.AdultOn) }

// holdsOn tells whether a consent is in force on a day: from the day on which the child comes of age its own yes alone counts (R17, R20).
func (c Case) holdsOn(v Consent, day civil.Date) bool {
	return !v.Last.Before(day) && (v.ByChild || !c.isGrown())
}

func (c Case) ofAge() []Line {
	if !c.isGrown() {
		return nil
	}
	lines := []Line{{Kind: GuardiansEnd, On: c.AdultOn}}
	if !slices.ContainsFunc(c.Consents, func(v Consent) bool { return v.ToPlan && c.holdsOn(v, c.On) }) {
		lines = append(lines, Line{Kind: PlanConsent, On: c.AdultOn})
	}
	return lines
}

func (c Case) ofParty() []Line {
	for _, y := range c.Parties {
		switch {
		case y.ID == c.To.ID && y.Waits:
			return []Line{{Kind: PartyWaits, Unit: c.To.ID}}
		case y.ID == c.To.ID:
			return nil
		}
	}
	return []Line{{Kind: PartyMissing, Unit: c.To.ID}}
}

// ofConsents are those that are in force today and will not be.
func (c Case) ofConsents() []Line {
	var lines []Line
	for _, v := range c.Consents {
		if !c.holdsOn(v, c.On) {
			last := v.Last
			if !v.ByChild && c.isGrown() && !c.AdultOn.After(last) {
				last = c.AdultOn.AddDays(-1)
			}
			lines = append(lines, Line{Kind: ConsentEnds, On: last, Consent: v.ID})
		}
	}
	return lines
}

// ofWalls are the walls between the receiving unit and the services that take part, of which nobody has said that they are open: first what
// the receiving one may not read, then what it holds and they may not. One line for each domain, by a unit of it. The unit that hands over
// is not asked for what comes after it.
func (c Case) ofWalls() []Line {
	to := c.closed(ConsentMissing, id.Unit{}, func(y Unit) Way { return Way{y.Branch, c.To.Branch} })
	return append(to, c.closed(ConsentBack, c.From.ID, func(y Unit) Way { return Way{c.To.Branch, y.Branch} })...)
}

// closed are the domains of parties, but for one unit's, whose wall on the way that is asked for nobody has opened.
func (c Case) closed(kind LineKind, but id.Unit, way func(Unit) Way) []Line {
	var lines []Line
	seen := []id.Branch{c.To.Branch}
	for _, y := range c.Parties {
		if y.Waits || y.ID == but || slices.Contains(seen, y.Branch) {
			continue
		}
		seen = append(seen, y.Branch)
		if !c.isOpen(way(y.Unit)) {
			lines = append(lines, Line{Kind: kind, Unit: y.ID})
		}
	}
	return lines
}

// isOpen tells whether a consent that holds on the day names the two sides.
func (c Case) isOpen(w Way) bool {
	return slices.ContainsFunc(c.Consents, func(v Consent) bool { return c.holdsOn(v, c.On) && slices.Contains(v.Ways, w) })
}

// ofTasks is what the unit before has in hand, and still would on the day.
func (c Case) ofTasks() []Line {
	var lines []Line
	goesOn := func(unit id.Unit, last civil.Date) bool {
		return unit == c.From.ID && (last.IsZero() || !last.Before(c.On))
	}
	if c.LeadUnit == c.From.ID {
		lines = append(lines, Line{Kind: Lead, Unit: c.From.ID})
	}
	for _, h := range c.Roles {
		if goesOn(h.Unit, h.Last) {
			lines = append(lines, Line{Kind: Role, Unit: h.Unit, On: h.Last, Role: h.ID})
		}
	}
	for _, i := range c.Interventions {
		if !i.IsOver && goesOn(i.Unit, i.Last) {
			lines = append(lines, Line{Kind: Intervention, Unit: i.Unit, On: i.Last, Intervention: i.ID})
		}
	}
	if !c.FollowUpOn.IsZero() && goesOn(c.FollowUpUnit, c.FollowUpOn) {
		lines = append(lines, Line{Kind: FollowUp, Unit: c.FollowUpUnit, On: c.FollowUpOn})
	}
	for _, q := range c.Requests {
		lines = append(lines, Line{Kind: InformationRequest, Request: q})
	}
	return lines
}

// Sides finds the domain of the unit that hands over among those that take part, and tells the two sides apart. Faults: not-a-party,
// and an invalid value for a unit that hands over to itself.
func (c *Case) Sides() error {
	if c.From.ID == c.To.ID {
		return fault.At(fault.CodeInvalid, "unitId", "same-unit")
	}
	for _, y := range c.Parties {
		if y.ID == c.From.ID && !y.Waits {
			c.From = y.Unit
			return nil
		}
	}
	return fault.At(fault.CodeNotAParty, "fromUnitId", "unknown")
}

// Begin sets the first day at the receiving unit: the one that is asked for, or else the birthday on which a child comes of age that
// goes over to services for adults, but never a day that is over.
func (c *Case) Begin(adultOn, asked, today civil.Date) {
	c.AdultOn, c.On = adultOn, asked
	if c.On.IsZero() && c.Kind == ToAdultServices {
		c.On = adultOn
	}
	if c.On.Before(today) {
		c.On = today
	}
}
