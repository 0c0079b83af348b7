package worlds

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// ForumSession is a day on which a group meets about cases.
type ForumSession struct {
	ID, By        ID
	Group, Reason string
	On            civil.Date
	Cancelled     civil.Date
	Version       int
}

// ForumCase is a case that a unit raised in a group (R29): without names, or by a consent for one category. The child is the unit's own.
type ForumCase struct {
	ID, By, Child, Consent       ID
	Group, Unit, Category, Words string
	Raised, For, Expires         civil.Date
	Decided, FollowUp, Followed  civil.Date
	Responsible, Withdrawn       bool
	Order, Version               int
	Said                         []Said
}

// Said is what a member said about a case.
type Said struct {
	ID, By      ID
	Unit, Words string
}

// Learning is what a group has learnt.
type Learning struct {
	ID, By       ID
	Group, Words string
	On           civil.Date
	Order        int
}

// forums are the groups that meet about cases: one learns from cases without names, the other follows youths by consent.
var forums = []string{"hisingen", "sspf-hisingen"}

// SeesForum tells whether what a group has as a forum is there: for those who sit in it today.
func (w *World) SeesForum(r Reader, group string) bool {
	return w.sitsIn(r, group, "chair", "secretary", "member") && slices.Contains(entering, r.Role)
}

// SeesForumCase tells whether a case is there: for members, as long as there is anything of it; one that rests on a consent for those
// to whom it opens it today, and the unit that raised it.
func (w *World) SeesForumCase(r Reader, c ForumCase) bool {
	return w.SeesForum(r, c.Group) && c.isThere(w.Day) && (c.Category == "" || c.Unit == r.Unit || w.isToldForumCase(r.Unit, c))
}

func (c ForumCase) isThere(day civil.Date) bool { return !c.Withdrawn && !c.Expires.Before(day) }

// isToldForumCase: a consent in force opens it to a unit. Of a protected child nobody is told.
func (w *World) isToldForumCase(unit string, c ForumCase) bool {
	n := slices.IndexFunc(w.Consents, func(v Consent) bool { return v.ID == c.Consent })
	if n < 0 || !w.InForce(&w.Consents[n]) || w.isBlocked(c.Child, c.Unit) || w.Human(c.Child).Protection != "none" {
		return false
	}
	v := w.Consents[n]
	giver, givenSince := w.domain(c.Unit)
	receiver, receivesSince := w.domain(unit)
	opens := v.Kind == "share" && v.Child == c.Child && slices.Contains(v.Scopes, Scope{giver, receiver, c.Category}) &&
		!givenSince.After(v.Valid.From) && !receivesSince.After(v.Valid.From)
	return opens || giver == receiver
}

// OpensForumLink tells whether a reader may learn which child a case is about: of the unit that raised it, who sees the child's case.
func (w *World) OpensForumLink(r Reader, c ForumCase) bool {
	return !r.IsCitizen() && r.Unit == c.Unit && c.isThere(w.Day) && c.Child != ID{} && (r.Role == "caseworker" || r.Role == "unit-manager") &&
		slices.ContainsFunc(w.Files, func(f File) bool { return f.Child == c.Child && w.SeesCase(r, f) })
}

// met draws what forums have.
func (m *maker) met() {
	for n, group := range forums {
		for i := range m.dice.Roll(3) {
			m.session(group, n+7*i)
		}
		if chance(m.dice, 40) {
			m.learnt(group)
		}
	}
	for range m.dice.Roll(6) {
		m.forumCase()
	}
}

// session draws one so many days from now, unless the group meets then.
func (m *maker) session(group string, in int) {
	day := m.Day.AddDays(in - 3)
	if slices.ContainsFunc(m.Sessions, func(s ForumSession) bool { return s.Group == group && s.On == day }) {
		return
	}
	s := ForumSession{ID: m.id("forum-session"), By: m.seat(group).Person, Group: group, On: day, Version: 1}
	if chance(m.dice, 25) {
		s.Cancelled, s.Reason, s.Version = day.AddDays(-5), "KANARIE-inställt", 2
	}
	m.Sessions = append(m.Sessions, s)
}

// seat draws a member of a group that is a reader.
func (m *maker) seat(group string) Reader {
	return oneOf(m.dice, where(Staff(), func(r Reader) bool {
		return slices.ContainsFunc(demo.Groups, func(g demo.Group) bool {
			return g.Key == group && slices.ContainsFunc(g.Seats, func(s demo.Seat) bool {
				return s.Unit == r.Unit && demo.Find(s.Person).PersonID().UUID() == r.Person && s.To == "" && s.Unit != "an-polis"
			})
		})
	})...)
}

func (m *maker) forumCase() {
	by := m.seat(oneOf(m.dice, forums...))
	c := ForumCase{
		ID: m.id("forum-case"), By: by.Person, Unit: by.Unit, Raised: m.Day.AddDays(-oneOf(m.dice, 1, 9, 40)), Order: len(m.ForumCases), Version: 1,
		Words: "KANARIE-forum-" + by.Unit,
	}
	c.For, c.Expires = c.Raised.AddDays(m.dice.Roll(5)), m.Day.AddDays(oneOf(m.dice, -1, 0, 30, 170))
	if c.Expires.Before(c.For) {
		c.Expires = c.For
	}
	switch consents := where(m.Consents, func(v Consent) bool { return v.Kind == "share" }); {
	case len(consents) > 0 && chance(m.dice, 60):
		v := oneOf(m.dice, consents...)
		c.Group, c.Child, c.Consent, c.Category = "sspf-hisingen", v.Child, v.ID, oneOf(m.dice, "health", "schooling", "support-needs")
	default:
		c.Group = "hisingen"
		if chance(m.dice, 60) {
			c.Child = oneOf(m.dice, m.People[3:]...).ID
		}
	}
	if chance(m.dice, 50) {
		m.concluded(&c)
	}
	for range m.dice.Roll(3) {
		s := m.seat(c.Group)
		c.Said = append(c.Said, Said{m.id("said"), s.Person, s.Unit, "KANARIE-sagt-" + s.Unit})
	}
	c.Withdrawn = chance(m.dice, 10)
	m.ForumCases = append(m.ForumCases, c)
}

// concluded gives a case an outcome, which is followed up or is to be.
func (m *maker) concluded(c *ForumCase) {
	c.FollowUp, c.Followed = civil.Date{}, civil.Date{}
	c.Decided, c.Version = m.Day, c.Version+1
	if c.Responsible = chance(m.dice, 60); c.Responsible {
		c.FollowUp = m.Day.AddDays(oneOf(m.dice, 0, 4))
	}
	if c.Responsible && chance(m.dice, 40) {
		c.Followed = m.Day
	}
}

func (m *maker) learnt(group string) {
	m.Learnings = append(m.Learnings, Learning{m.id("learning"), m.seat(group).Person, group, "KANARIE-lärdom-" + group, m.Day.AddDays(-2), len(m.Learnings)})
}

func cloneForums(w, c *World) {
	c.Sessions, c.Learnings, c.ForumCases = slices.Clone(w.Sessions), slices.Clone(w.Learnings), slices.Clone(w.ForumCases)
	for n := range c.ForumCases {
		c.ForumCases[n].Said = slices.Clone(c.ForumCases[n].Said)
	}
}

func (w *World) isToldOfForums(h ID) bool {
	return slices.ContainsFunc(w.ForumCases, func(c ForumCase) bool { return c.Child == h })
}

// sweepForums: what rested on a consent that is gone was never raised.
func (w *World) sweepForums() {
	w.ForumCases = where(w.ForumCases, func(c ForumCase) bool {
		return c.Category == "" || slices.ContainsFunc(w.Consents, func(v Consent) bool { return v.ID == c.Consent && v.Child == c.Child })
	})
}
