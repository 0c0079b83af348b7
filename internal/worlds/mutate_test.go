package worlds

import (
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
)

// mutants are ways in which a world may be another one. Which of them a reader may not notice, the oracle tells.
var mutants = []func(*maker){
	func(m *maker) { remove(m.dice, &m.Files) },
	func(m *maker) { remove(m.dice, &m.Workers) },
	func(m *maker) { remove(m.dice, &m.Relations) },
	func(m *maker) { remove(m.dice, &m.Maturity) },
	func(m *maker) { remove(m.dice, &m.Consents) },
	func(m *maker) { remove(m.dice, &m.Items) },
	func(m *maker) { remove(m.dice, &m.Parties) },
	func(m *maker) { remove(m.dice, &m.Plans) },
	func(m *maker) { remove(m.dice, &m.Steps) },
	func(m *maker) { remove(m.dice, &m.Log) },
	func(m *maker) { m.entry() },
	func(m *maker) { m.entry() },
	func(m *maker) { alter(m.dice, m.Log, func(e *Entry) { e.At = e.At.Add(-36 * time.Hour) }) },
	func(m *maker) { alter(m.dice, m.Log, func(e *Entry) { e.Purpose = "KANARIE-annat ändamål" }) },
	func(m *maker) {
		alter(m.dice, m.Files, func(f *File) { f.Given, f.Version = f.Given+" igen", f.Version+1 })
	},
	func(m *maker) { alter(m.dice, m.Files, func(f *File) { f.Birth = f.Birth.AddDays(-400) }) },
	func(m *maker) { alter(m.dice, m.Files, func(f *File) { f.Valid = m.span() }) },
	func(m *maker) { alter(m.dice, m.Workers, func(k *Worker) { k.Valid = m.span() }) },
	func(m *maker) { alter(m.dice, m.Relations, func(r *Relation) { r.Valid, r.Given = m.span(), "Annan" }) },
	func(m *maker) {
		alter(m.dice, m.Items, func(i *Item) { i.Words, i.Version = i.Words+" ändrat", i.Version+7 })
	},
	func(m *maker) {
		alter(m.dice, m.Items, func(i *Item) { i.Visibility = oneOf(m.dice, kinds[i.Kind].visibilities...) })
	},
	func(m *maker) { alter(m.dice, m.Items, func(i *Item) { i.Withheld = []ID{m.adults[0].ID} }) },
	func(m *maker) { alter(m.dice, m.Items, func(i *Item) { i.Named = []ID{StaffOf(i.Unit)[0].Person} }) },
	func(m *maker) {
		alter(m.dice, m.Items, func(i *Item) { alter(m.dice, i.Frozen, func(f *Frozen) { f.Words += " förr" }) })
	},
	func(m *maker) { alter(m.dice, m.Items, func(i *Item) { i.Frozen = nil }) },
	func(m *maker) { alter(m.dice, m.Plans, func(p *Plan) { p.Version, p.FollowUp = p.Version+3, m.Day }) },
	func(m *maker) { alter(m.dice, m.Plans, m.process) },
	func(m *maker) { alter(m.dice, m.Steps, func(s *Step) { m.why(s) }) },
	func(m *maker) { alter(m.dice, m.Parties, func(y *Party) { y.Version += 5 }) },
	func(m *maker) {
		alter(m.dice, m.Parties, func(y *Party) { y.Confirmed = y.State == "accepted" && !y.Confirmed })
	},
	func(m *maker) {
		alter(m.dice, m.Consents, func(c *Consent) { c.Version, c.Purpose = c.Version+2, c.Purpose+" ändrat" })
	},
	func(m *maker) { alter(m.dice, m.Consents, func(c *Consent) { c.Excluded = nil }) },
	func(m *maker) { alter(m.dice, m.Consents, func(c *Consent) { remove(m.dice, &c.Scopes) }) },
	func(m *maker) {
		alter(m.dice, m.Consents, func(c *Consent) { alter(m.dice, c.Givers, func(g *Giver) { g.Answer, g.On = "refused", m.Day }) })
	},
	func(m *maker) {
		alter(m.dice, m.Consents, func(c *Consent) { alter(m.dice, c.Givers, func(g *Giver) { g.resign() }) })
	},
	func(m *maker) { remove(m.dice, &m.Places) },
	func(m *maker) { remove(m.dice, &m.Namings) },
	func(m *maker) { remove(m.dice, &m.PlaceBlocks) },
	func(m *maker) { remove(m.dice, &m.HandOvers) },
	func(m *maker) { remove(m.dice, &m.Protections) },
	func(m *maker) { alter(m.dice, m.Protections, func(p *Protection) { p.Unit = oneOf(m.dice, units...) }) },
	func(m *maker) {
		alter(m.dice, m.Places, func(p *Place) { p.Words, p.Version = p.Words+" ändrat", p.Version+1 })
	},
	func(m *maker) { alter(m.dice, m.Namings, func(n *Naming) { n.Valid = m.shortSpan() }) },
	func(m *maker) { alter(m.dice, m.PlaceBlocks, func(b *PlaceBlock) { b.Valid = m.span() }) },
	func(m *maker) { alter(m.dice, m.HandOvers, func(h *HandOver) { h.To = oneOf(m.dice, units...) }) },
	func(m *maker) { alter(m.dice, m.Plans, m.around) },
	func(m *maker) { alter(m.dice, m.Plans, m.around) },
	func(m *maker) { alter(m.dice, m.Items, m.elsewhere) },
	func(m *maker) { alter(m.dice, m.Items, m.elsewhere) },
	func(m *maker) { alter(m.dice, m.Parties, func(y *Party) { m.moved(y) }) },
	func(m *maker) { m.anyPlan(func(p Plan) { m.whereabouts(m.Human(p.Child)) }) },
	func(m *maker) { m.anyPlan(m.handOver) },
	func(m *maker) { remove(m.dice, &m.Disclosures) },
	func(m *maker) { remove(m.dice, &m.Blocks) },
	func(m *maker) { m.disclosure() },
	func(m *maker) {
		alter(m.dice, m.Disclosures, func(d *Disclosure) {
			d.Reason, d.Tried, d.DecidedBy, d.RecordedBy = d.Reason+" ändrat", "refused", StaffOf(d.From)[1%len(StaffOf(d.From))].Person, StaffOf(d.To)[0].Person
		})
	},
	func(m *maker) {
		alter(m.dice, m.Disclosures, func(d *Disclosure) { d.Ended, d.Version, d.EndReason = m.Day, 2, "KANARIE-slut" })
	},
	func(m *maker) {
		alter(m.dice, m.Items, func(i *Item) {
			if p := oneOf(m.dice, Staff()...).Person; !slices.Contains(i.Named, p) {
				i.Named = append(i.Named, p)
			}
		})
	},
	func(m *maker) {
		m.anyPlan(func(p Plan) { m.block(m.Human(p.Child), oneOf(m.dice, units, careGivers)) })
	},
	func(m *maker) { alter(m.dice, m.Items, func(i *Item) { i.Subjects = []ID{m.adults[1].ID} }) },
	func(m *maker) {
		alter(m.dice, m.Items, func(i *Item) { i.Withheld = []ID{oneOf(m.dice, uuid.Nil, m.adults[2].ID)} })
	},
	func(m *maker) { m.child(len(m.People)) },
	func(m *maker) { m.anyPlan(func(p Plan) { m.plan(m.Human(p.Child)) }) },
	func(m *maker) { m.anyPlan(m.item) },
	func(m *maker) { m.anyPlan(m.item) },
	func(m *maker) { m.anyPlan(m.call) },
	func(m *maker) { m.anyPlan(m.dispatch) },
	func(m *maker) { m.consent() },
	func(m *maker) { m.anyPlan(m.meet) },
	func(m *maker) { remove(m.dice, &m.RoleHolders) },
	func(m *maker) { remove(m.dice, &m.RoleOffers) },
	func(m *maker) { m.anyPlan(m.role) },
	func(m *maker) { alter(m.dice, m.RoleHolders, m.replaced) },
	func(m *maker) {
		alter(m.dice, m.RoleOffers, func(o *RoleOffer) { o.Starts, o.Version = o.Starts.AddDays(3), o.Version+1 })
	},
}

func (m *maker) anyPlan(do func(Plan)) {
	if len(m.Plans) > 0 {
		do(oneOf(m.dice, m.Plans...))
	}
}

// call adds a party that was not there.
func (m *maker) call(p Plan) {
	u := oneOf(m.dice, units...)
	if !slices.ContainsFunc(m.Parties, func(y Party) bool { return y.Plan == p.ID && y.Unit == u }) {
		m.party(p, u, oneOf(m.dice, "accepted", "called", "invited", "declined", "left"))
	}
}

func (m *maker) dispatch(p Plan) {
	m.Versions = append(m.Versions, Version{m.id("version"), p.ID, m.versions(p.ID) + 1, m.Day, StaffOf(p.Lead)[0].Person})
}

// meet lets a unit know a child that it did not know.
func (m *maker) meet(p Plan) {
	u := oneOf(m.dice, units...)
	if !slices.ContainsFunc(m.Files, func(f File) bool { return f.Child == p.Child && f.Unit == u }) &&
		!slices.ContainsFunc(m.Workers, func(k Worker) bool { return k.Child == p.Child && k.Unit == u }) &&
		!slices.ContainsFunc(m.Relations, func(r Relation) bool { return r.Child == p.Child && r.Unit == u }) {
		m.knowledge(m.Human(p.Child), u)
	}
}

func remove[T any](d Dice, all *[]T) {
	if len(*all) > 0 {
		n := d.Roll(len(*all))
		*all = slices.Delete(*all, n, n+1)
	}
}

func alter[T any](d Dice, all []T, do func(*T)) {
	if len(all) > 0 {
		do(&all[d.Roll(len(all))])
	}
}

// other makes a world that is another one, and the same to the reader.
func (w *World) other(d Dice, r Reader, salt string) (*World, int) {
	same, kept, want := w, 0, w.known(r)
	for n := range 60 {
		m := &maker{World: same.Clone(), dice: d, salt: fmt.Sprint(salt, " other ", n), counts: map[string]int{}, adults: w.People[:3], isOther: true}
		if n == 0 {
			m.awayFrom(r)
		} else {
			oneOf(d, slices.Concat(mutants, apartMutants, inEmergencies, ofCatalogue, inCourse, inCalls, inMeetings, inMinutes, inRequests, inOffers, inSurveys, inDeadlines, inLeads, inCards, inQuestionnaires, inInformations, inDeviations, inForums, inDisposals, inReadings, inAims, inObjections, inPublicRequests, inAbsences, inTransitions, inFormulations)...)(m)
		}
		m.World.sweep()
		if m.World.isPossible() && m.World.isProtectedAsRecorded() && slices.Equal(want, m.World.known(r)) {
			same, kept = m.World, kept+1
		}
	}
	return same, kept
}

// sweep removes what hangs on facts that are gone.
func (w *World) sweep() {
	w.sweepSignatures()
	w.sweepEmergencies()
	defer func() {
		w.Disclosures = where(w.Disclosures, func(d Disclosure) bool {
			return slices.ContainsFunc(w.Items, func(i Item) bool { return i.ID == d.Item })
		})
	}()
	isPlan := func(p ID) bool { return slices.ContainsFunc(w.Plans, func(v Plan) bool { return v.ID == p }) }
	w.sweepProtected(isPlan)
	defer w.sweepRoles()
	w.sweepCatalogue()
	w.sweepInformations()
	defer w.sweepObjections()
	defer w.sweepPublicRequests()
	w.sweepForums()
	w.sweepCalls(isPlan)
	w.sweepRequests(isPlan)
	defer w.sweepInterventionOffers()
	defer w.sweepTransitions(isPlan)
	defer w.sweepLeads(isPlan)
	w.sweepMeetings(isPlan)
	w.sweepMinutes(isPlan)
	w.sweepDeadlineReasons(isPlan)
	w.Readings = where(w.Readings, func(d Reading) bool { return isPlan(d.Plan) })
	w.Steps = where(w.Steps, func(s Step) bool { return isPlan(s.Plan) })
	w.Parties = keep(w.Parties, func(y Party) bool { return isPlan(y.Plan) })
	w.Versions = where(w.Versions, func(v Version) bool { return isPlan(v.Plan) })
	w.Items = keep(w.Items, func(i Item) bool { return isPlan(i.Plan) })
	w.sweepCourse(isPlan)
	for i := range w.Consents {
		w.Consents[i].Excluded = where(w.Consents[i].Excluded, func(x ID) bool {
			return slices.ContainsFunc(w.Items, func(v Item) bool { return v.ID == x })
		})
	}
	w.sweepAims()
	for i := range w.Items {
		w.Items[i].Frozen = where(w.Items[i].Frozen, func(f Frozen) bool {
			return slices.ContainsFunc(w.Versions, func(v Version) bool { return v.ID == f.Version })
		})
	}
}

// isPossible: the leading unit takes part in its plan, consents ask somebody and open something, and what is held in a
// plan is held by units that take part or did.
func (w *World) isPossible() bool {
	takesPart := func(plan ID, unit string, states ...string) bool {
		return slices.ContainsFunc(w.Parties, func(y Party) bool { return y.Plan == plan && y.Unit == unit && slices.Contains(states, y.State) })
	}
	for _, p := range w.Plans {
		if !takesPart(p.ID, p.Lead, "accepted") || !w.hasFile(p.Lead, p.Child) {
			return false
		}
	}
	for _, i := range w.Items {
		if !takesPart(i.Plan, i.Unit, "accepted", "left") {
			return false
		}
	}
	for _, c := range w.Consents {
		if len(c.Givers) == 0 || c.Kind == "share" && len(c.Scopes) == 0 {
			return false
		}
	}
	return w.isApartPossible() && w.areRolesPossible() && w.areLeadsPossible() && w.areTransitionsPossible()
}
