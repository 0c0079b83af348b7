package worlds

import "slices"

// elsewhere lets an intervention be carried out by somebody else.
func (m *maker) elsewhere(i *Item) {
	if i.Kind != "intervention" {
		return
	}
	i.Contact += " igen"
	if i.Outside != "" {
		i.Outside += " igen"
	}
	for n := range i.Frozen {
		i.Frozen[n].Contact += " igen"
	}
}

// moved lets another unit of the same sort stand where a party stood, with all that it holds: the child is elsewhere.
func (m *maker) moved(y *Party) {
	p, to := m.Plan(y.Plan), oneOf(m.dice, "hs", "bup", "sos")
	isThere := slices.ContainsFunc(m.Parties, func(o Party) bool { return o.Plan == y.Plan && o.Unit == to })
	if y.Unit == p.Lead || isThere {
		return
	}
	for n := range m.Items {
		i := &m.Items[n]
		if i.Plan == y.Plan && i.Unit == y.Unit && i.AuthorKind == "staff" {
			i.Unit = to
		}
	}
	y.Unit, y.Contact = to, StaffOf(to)[0].Person
	if y.State != "accepted" {
		y.Contact = ID{}
	}
}

// awayFrom changes whatever would tell one reader where a child is, of what the reader sees without it: few worlds have
// such a thing, so it is not left to chance alone.
func (m *maker) awayFrom(r Reader) {
	for n := range m.Items {
		if i := &m.Items[n]; m.SeesItem(r, *i) && !m.SeesHolder(r, *i) {
			m.elsewhere(i)
		}
	}
	for n := range m.Plans {
		if p := &m.Plans[n]; m.SeesPlan(r, *p) && !m.SeesFramePlace(r, *p) {
			p.Responsible = oneOf(m.dice, "", "goteborg", "vgr")
			if !p.Since.Established.IsZero() { // it has somebody who answers for the whole
				p.Responsible = oneOf(m.dice, "goteborg", "vgr")
			}
		}
	}
	for n := range m.Places {
		if p := &m.Places[n]; !m.SeesWhereabouts(r, *p) {
			p.Words += " igen"
		}
	}
}
