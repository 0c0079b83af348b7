package worlds

import "slices"

// IsOpen tells whether the wall from one unit to another is open in a plan, for a category: a consent to share is in
// force from the giver's domain to the receiver's; both units have lain in these domains since it began, so that a
// reorganisation closes (R17, R18); giver and receiver take part.
func (w *World) IsOpen(p Plan, from, to, category string) bool {
	giver, givenSince := w.domain(from)
	receiver, receivesSince := w.domain(to)
	if !w.takesPart(p, to) || !w.takesPart(p, from) || w.isBlocked(p.Child, from) {
		return false
	}
	return slices.ContainsFunc(w.Consents, func(c Consent) bool {
		return c.Kind == "share" && c.Child == p.Child && w.InForce(&c) && slices.Contains(c.Scopes, Scope{giver, receiver, category}) &&
			!givenSince.After(c.Valid.From) && !receivesSince.After(c.Valid.From)
	})
}

func (w *World) takesPart(p Plan, unit string) bool {
	return slices.ContainsFunc(w.Parties, func(y Party) bool { return y.Plan == p.ID && y.Unit == unit && y.State == "accepted" })
}

// isKeptBack: a consent in force towards the unit's domain names the item as one that it does not cover. That wins over
// whatever another consent opens.
func (w *World) isKeptBack(item ID, unit string) bool {
	receiver, _ := w.domain(unit)
	return slices.ContainsFunc(w.Consents, func(c Consent) bool {
		return slices.Contains(c.Excluded, item) && w.InForce(&c) &&
			slices.ContainsFunc(c.Scopes, func(s Scope) bool { return s.To == receiver })
	})
}

// InForce tells whether a consent counts today.
func (w *World) InForce(c *Consent) bool {
	gave := func(g Giver) bool { return g.Answer == "given" }
	refused := func(g Giver) bool { return g.Answer == "refused" }
	switch {
	case !c.Valid.Has(w.Day) || !c.Withdrawn.IsZero():
		return false
	case slices.ContainsFunc(c.Givers, refused) || !slices.ContainsFunc(c.Givers, gave):
		return false
	}
	if isSubject := func(g Giver) bool { return g.Capacity == "subject" }; slices.ContainsFunc(c.Givers, isSubject) {
		return slices.ContainsFunc(c.Givers, func(g Giver) bool { return isSubject(g) && gave(g) }) // that person decides alone (R19)
	}
	childGave := slices.ContainsFunc(c.Givers, func(g Giver) bool { return g.Capacity == "child" && gave(g) })
	switch maturity := w.maturity(c.Unit, c.Child); {
	case w.isAdult(c.Child, c.Unit) || maturity == "child-alone": // R16, R20
		return childGave
	case maturity == "together":
		return childGave && w.guardiansGave(c)
	case maturity == "":
		return w.givenByAge(c, childGave)
	}
	return w.guardiansGave(c)
}

// maturity is the newest assessment of the unit that recorded, if there is one.
func (w *World) maturity(unit string, child ID) string {
	var newest Maturity
	for _, m := range w.Maturity {
		if m.Unit == unit && m.Child == child && !m.On.After(w.Day) && !m.On.Before(newest.On) {
			newest = m
		}
	}
	return newest.Outcome
}

// guardiansGave: everyone who decides for the child today has given, or is hindered beside one who has given (FB 6:13,
// R14); and nobody was asked who no longer decides.
func (w *World) guardiansGave(c *Consent) bool {
	given := 0
	for _, g := range c.Givers {
		if g.Capacity == "child" {
			continue
		}
		if !w.decides(g.Person, c.Child, c.Unit) {
			return false
		}
		if g.Answer == "given" {
			given++
		}
	}
	for _, h := range w.People {
		answered := func(g Giver) bool { return g.Person == h.ID && (g.Answer == "given" || g.Answer == "hindered") }
		if w.decides(h.ID, c.Child, c.Unit) && !slices.ContainsFunc(c.Givers, answered) {
			return false
		}
	}
	return given > 0
}

// SeesConsent tells whether a consent is there: for staff with need whose domain recorded it or is named in it, who
// decide on consents; for those who were asked.
func (w *World) SeesConsent(r Reader, c *Consent) bool {
	if r.IsCitizen() {
		return slices.ContainsFunc(c.Givers, func(g Giver) bool { return g.Person == r.Person })
	}
	return (r.Role == "caseworker" || r.Role == "unit-manager") && w.hasNeed(r, c.Child) &&
		(w.together(c.Unit, r.Unit) || slices.ContainsFunc(c.Scopes, func(s Scope) bool { return w.names(s, r.Unit) }))
}

// SeesScope tells whether a reader of the consent sees this part: another domain sees what names it, and those who were
// asked see all unless it is kept from them where the child is.
func (w *World) SeesScope(r Reader, c *Consent, s Scope) bool {
	return r.IsCitizen() && w.KnowsPlace(r, c.Child) || w.together(c.Unit, r.Unit) || w.names(s, r.Unit)
}

func (w *World) names(s Scope, unit string) bool {
	own, _ := w.domain(unit)
	return s.From == own || s.To == own
}

// isToldOf tells whether any service has told of a child or citizen.
func (w *World) isToldOf(h ID) bool {
	return slices.ContainsFunc(w.Files, func(f File) bool { return f.Child == h }) ||
		slices.ContainsFunc(w.Workers, func(k Worker) bool { return k.Child == h }) ||
		slices.ContainsFunc(w.Relations, func(r Relation) bool { return r.Child == h || r.Person == h }) ||
		slices.ContainsFunc(w.Maturity, func(m Maturity) bool { return m.Child == h }) ||
		slices.ContainsFunc(w.Plans, func(p Plan) bool { return p.Child == h }) ||
		slices.ContainsFunc(w.Items, func(i Item) bool {
			return i.Author == h || slices.Contains(i.Withheld, h) || slices.Contains(i.Subjects, h)
		}) ||
		slices.ContainsFunc(w.Blocks, func(b Block) bool { return b.Child == h }) ||
		slices.ContainsFunc(w.Inquiries, func(q Inquiry) bool { return q.Child == h }) ||
		slices.ContainsFunc(w.Consents, func(c Consent) bool {
			return slices.ContainsFunc(c.Givers, func(g Giver) bool { return g.Person == h })
		}) || w.isToldOfProtected(h) || w.isToldOfMeetings(h) || w.isToldOfRequests(h) || w.isToldOfDeviations(h) || w.isToldOfInformation(h) || w.isToldOfMarks(h) || w.isToldOfObjections(h) || w.isToldOfExtracts(h) || w.isToldOfForums(h) ||
		slices.ContainsFunc(w.Readings, func(d Reading) bool { return d.Person == h })
}
