package worlds

import (
	"fmt"
	"slices"
)

// known is everything that the oracle lets one reader know of a world, a line each. Two worlds that are the same to the
// reader give the same lines.
type known struct {
	*World
	Reader
	lines []string
}

func (w *World) known(r Reader) []string {
	k := known{World: w, Reader: r}
	if r.isAlone() { // it knows itself, and its key
		return []string{fmt.Sprint("client ", r.Client, " ", named("key of client", r.Client.String()))}
	}
	k.ofPlans()
	k.ofRoles()
	k.ofItems()
	k.ofConsents()
	k.ofApart()
	k.ofGrounds()
	k.ofMeetings()
	k.ofMinutes()
	k.ofLog()
	k.ofReasons()
	k.ofBlocks()
	k.ofEmergencies()
	k.ofNotices()
	k.ofRequests()
	k.ofDeviations()
	k.ofInterventionOffers()
	k.ofSurveys()
	k.ofStatistics()
	k.ofLinks()
	k.ofDeadlineReasons()
	k.ofClients()
	k.newest()
	if !r.IsCitizen() {
		k.ofCatalogue()
		k.ofCases()
		k.ofCalls()
		k.ofSentCalls()
		k.ofReceivedCalls()
		k.ofProtected()
		k.ofHandOvers()
		k.ofEvent()
	}
	slices.Sort(k.lines)
	return k.lines
}

func (k *known) add(kind string, facts ...any) {
	k.lines = append(k.lines, fmt.Sprintf("%s %+v", kind, facts))
}

// teller is the unit by whose case the reader knows a child's name.
func (k *known) teller(of string) string {
	if k.IsCitizen() {
		return of
	}
	return k.Unit
}

func (k *known) ofPlans() {
	for _, p := range k.Plans {
		if !k.SeesPlan(k.Reader, p) {
			continue
		}
		// also a closed case lets the own unit know how far the child is protected
		k.add("plan", k.framed(p), k.caseOf(k.teller(p.Lead), p.Child), k.Human(p.Child).Protection, k.hasFile(k.teller(p.Lead), p.Child))
		for _, s := range k.Steps {
			if s.Plan == p.ID {
				k.ofStep(p, s)
			}
		}
		for _, f := range k.FollowUps {
			if f.Plan == p.ID {
				k.add("follow-up", f.Plan, f.On, f.Next)
			}
		}
		for _, v := range k.Versions {
			if v.Plan == p.ID && !k.IsCitizen() {
				k.add("version", v)
			}
		}
		for _, y := range k.Parties {
			if y.Plan == p.ID && k.SeesParty(k.Reader, y) {
				k.ofParty(p, y)
			}
		}
	}
}

// ofStep: the family is not told who recorded a step.
func (k *known) ofStep(p Plan, s Step) {
	if !k.SeesReason(k.Reader, p, s) {
		s.Why = Why{}
	}
	if k.IsCitizen() {
		s.ID, s.By = ID{}, ID{}
	}
	k.add("step", s)
}

// ofParty: of a party whose confirmations the reader sees, it is also known what of one's own comes through to it and to
// the leading unit: a change of that lets the confirmation fall, and who discloses may know to whom.
func (k *known) ofParty(p Plan, y Party) {
	sees := k.SeesConfirmation(k.Reader, y)
	y.Confirmed = y.Confirmed && sees
	k.add("party", y)
	if !sees {
		return
	}
	for _, to := range []string{y.Unit, p.Lead} {
		for _, c := range categories {
			if k.IsOpen(p, k.Unit, to, c) {
				k.add("disclosed", y.ID, to, c)
			}
		}
		for _, i := range k.Items {
			if i.Plan == p.ID && i.Unit == k.Unit && (k.isKeptBack(i.ID, to) || k.isUntold(i, to)) {
				k.add("kept back", y.ID, to, i.ID)
			}
		}
	}
}

func (k *known) ofItems() {
	for _, i := range k.Items {
		if !k.SeesItem(k.Reader, i) {
			continue
		}
		p := k.Plan(i.Plan)
		if i.asks() && !k.IsCitizen() {
			k.add("kept words", i.ID)
		}
		i.Named, i.Withheld = i.namedReaders(), nil
		if !k.together(i.Unit, k.Unit) {
			i.Subjects = nil
		}
		if k.IsCitizen() || !k.SeesPlan(k.Reader, p) {
			i.Frozen = nil
		}
		if !k.seesGoal(k.Reader, i) {
			i.Goal = ID{}
		}
		k.add("item", k.placed(i))
	}
	for _, e := range k.Evaluations {
		if k.SeesEvaluation(k.Reader, e) {
			k.add("evaluation", e)
		}
	}
}

func (k *known) ofConsents() {
	for n := range k.Consents {
		c := k.Consents[n]
		if !k.SeesConsent(k.Reader, &c) {
			continue
		}
		inForce := k.InForce(&k.Consents[n])
		c.Scopes = where(c.Scopes, func(s Scope) bool { return k.SeesScope(k.Reader, &c, s) })
		slices.SortFunc(c.Scopes, func(a, b Scope) int { return slices.Compare(a.parts(), b.parts()) })
		c.Excluded = where(c.Excluded, k.isOwnItem)
		whole := k.together(c.Unit, k.Unit)
		for m := range c.Givers {
			k.ofGiver(&c, c.Givers[m], whole)
		}
		c.Givers = nil
		k.add("consent", c, inForce, k.nameInConsent(&c), k.Human(c.Child).Protection)
	}
}

func (s Scope) parts() []string { return []string{s.From, s.To, s.Category} }

func (k *known) isOwnItem(i ID) bool {
	return !k.IsCitizen() && k.IsWithin(k.Reader, find(k.Items, func(v Item) bool { return v.ID == i }))
}

// ofGiver: of the others who were asked a family knows no more than the state that follows from their answers.
func (k *known) ofGiver(c *Consent, g Giver, whole bool) {
	if k.IsCitizen() && g.Person != k.Person {
		g = Giver{Answer: g.Answer}
	}
	if !whole {
		g.Reason = ""
	}
	names := where(k.Relations, func(r Relation) bool { return r.Child == c.Child && r.Person == g.Person && r.Unit == k.Unit })
	k.add("giver", c.ID, g, names)
}

func (k *known) nameInConsent(c *Consent) File {
	for _, p := range k.Plans {
		if k.IsCitizen() && p.Child == c.Child && p.Lead == c.Unit && k.SeesPlan(k.Reader, p) {
			return k.caseOf(c.Unit, c.Child)
		}
	}
	return k.caseOf(k.Unit, c.Child)
}

func (k *known) ofCases() {
	decides := k.Role == "caseworker" || k.Role == "unit-manager"
	for _, f := range k.Files {
		if k.SeesCase(k.Reader, f) {
			k.add("case", f, k.Human(f.Child))
		}
		if decides && f.Unit == k.Unit && f.Valid.Has(k.Day) {
			k.add("no second case", k.Human(f.Child).Number) // to open one is refused
		}
	}
	for _, v := range k.Relations {
		if k.SeesRelation(k.Reader, v) {
			k.add("relation", v, k.Human(v.Person).Number)
		}
	}
	for _, m := range k.Maturity {
		if decides && m.Unit == k.Unit && k.hasNeed(k.Reader, m.Child) {
			k.add("maturity", m)
		}
	}
	for _, v := range k.Workers {
		isMine := v.Person == k.Person && v.Unit == k.Unit && v.Valid.Has(k.Day)
		if isMine || k.SeesWorker(k.Reader, v) {
			k.add("worker", v, isMine, k.Human(v.Child).Number)
		}
	}
}

// ofCalls: a call discloses the child to the unit that is called. One that was answered is known to those who work with
// the child, one that was declined to all who answer for the unit.
func (k *known) ofCalls() {
	for _, y := range k.Parties {
		p := k.Plan(y.Plan)
		answers := y.Unit == k.Unit && (k.Role == "caseworker" || k.Role == "unit-manager")
		switch {
		case k.SeesCall(k.Reader, y):
			k.add("call", y, isOver(p), p.ID, p.Child, p.Kind, p.Lead, k.caseOf(p.Lead, p.Child), k.Human(p.Child).Protection)
		case answers && (y.State == "declined" || k.hasNeed(k.Reader, p.Child)):
			k.add("answered", y)
		}
	}
}
