package worlds

import "slices"

// LeadOffer asks a party to lead a plan (R48).
type LeadOffer struct {
	ID, Plan, Party, By ID
	From, To, State     string
	Order, Version      int
}

// LeadTerm is that a unit led a plan, until another took over by an offer.
type LeadTerm struct {
	Plan, Offer ID
	Unit        string
	Led         Span
}

// mayLead tells whether a party may take the lead over: of a plan that goes on, about a child that is not protected, where no
// call waits and the party may know of everybody but who offers.
func (w *World) mayLead(p Plan, to string) bool {
	if p.Lead == to || isOver(p) || w.Human(p.Child).Protection != "none" || !w.takesPart(p, to) {
		return false
	}
	return !slices.ContainsFunc(w.Parties, func(y Party) bool {
		isHidden := y.State == "accepted" && y.Unit != p.Lead && y.Unit != to && !w.together(y.Unit, to) && !w.IsOpen(p, y.Unit, to, "participation")
		return y.Plan == p.ID && (y.State == "called" || y.State == "invited" || isHidden)
	})
}

// IsLeadOfferOf tells whether the walls alone let the reader's unit know of an offer, whatever the reader's role and need.
func (w *World) IsLeadOfferOf(r Reader, o LeadOffer) bool {
	return !r.IsCitizen() && (o.From == r.Unit || o.To == r.Unit && (o.State != "waiting" || w.mayLead(w.Plan(o.Plan), o.To)))
}

// SeesLeadOffer tells whether an offer is there: for the unit that made it, and for the one that is asked while it may lead.
func (w *World) SeesLeadOffer(r Reader, o LeadOffer) bool {
	return w.changesHands(r, w.Plan(o.Plan)) && w.IsLeadOfferOf(r, o)
}

// SeesLeadTerm tells whether it is there that a unit led: for whoever sees that the unit takes part, or took part.
func (w *World) SeesLeadTerm(r Reader, l LeadTerm) bool {
	return slices.ContainsFunc(w.Parties, func(y Party) bool { return y.Plan == l.Plan && y.Unit == l.Unit && w.SeesParty(r, y) })
}

// changingLead draws plans that another unit has taken over, and offers of the lead.
func (m *maker) changingLead() {
	for _, p := range m.Plans {
		if chance(m.dice, 35) {
			m.takenOver(p)
		}
		if chance(m.dice, 50) {
			m.offerLead(m.Plan(p.ID))
		}
	}
}

// offerLead draws an offer of the lead to a party.
func (m *maker) offerLead(p Plan) {
	y := m.follower(p)
	if y.ID == (ID{}) {
		return
	}
	o := LeadOffer{
		m.id("lead-offer"), p.ID, y.ID, oneOf(m.dice, StaffOf(p.Lead)...).Person, p.Lead, y.Unit,
		oneOf(m.dice, "waiting", "waiting", "waiting", "declined", "withdrawn"), len(m.LeadOffers), 1,
	}
	if !slices.ContainsFunc(m.LeadOffers, o.isSecondOf) {
		m.LeadOffers = append(m.LeadOffers, o)
	}
}

// follower draws a party that could lead a plan.
func (m *maker) follower(p Plan) Party {
	could := where(m.Parties, func(y Party) bool {
		return y.Plan == p.ID && y.State == "accepted" && y.Unit != p.Lead && m.hasFile(y.Unit, p.Child)
	})
	if len(could) == 0 {
		return Party{}
	}
	return oneOf(m.dice, could...)
}

// takenOver lets a party have taken a plan over, whatever it may know today: who takes part it has called from then on, and
// the meetings to come are its own; calls and meetings that were held stay with the unit that led.
func (m *maker) takenOver(p Plan) {
	y, n := m.follower(p), slices.IndexFunc(m.Plans, func(v Plan) bool { return v.ID == p.ID })
	handed := slices.ContainsFunc(m.HandOvers, func(h HandOver) bool { return h.Plan == p.ID })
	if y.ID == (ID{}) || handed || p.Follows != (ID{}) || !p.LedSince.IsZero() {
		return
	}
	o := LeadOffer{m.id("lead-offer"), p.ID, y.ID, oneOf(m.dice, StaffOf(p.Lead)...).Person, p.Lead, y.Unit, "accepted", len(m.LeadOffers), 2}
	m.LeadOffers = append(where(m.LeadOffers, func(o LeadOffer) bool { return o.Plan != p.ID || o.State != "waiting" }), o)
	m.LeadTerms = append(m.LeadTerms, LeadTerm{p.ID, o.ID, p.Lead, Span{p.Created, m.Day.AddDays(-2)}})
	m.Plans[n].Lead, m.Plans[n].LedSince = y.Unit, m.Day.AddDays(-1)
	if p.FollowUnit == p.Lead {
		m.Plans[n].FollowUnit = y.Unit
	}
	for n := range m.Parties {
		if y := &m.Parties[n]; y.Plan == p.ID && y.By == p.Lead && y.State != "left" && y.State != "declined" {
			y.By = o.To
		}
	}
	for n := range m.Meetings {
		if v := &m.Meetings[n]; v.Plan == p.ID && v.State == "scheduled" {
			v.Unit, v.Call = o.To, ID{}
		}
	}
}

func (o LeadOffer) isSecondOf(v LeadOffer) bool {
	return o.ID != v.ID && o.State == "waiting" && v.State == "waiting" && o.Plan == v.Plan
}

// areLeadsPossible: one offer of a plan waits at a time.
func (w *World) areLeadsPossible() bool {
	return !slices.ContainsFunc(w.LeadOffers, func(o LeadOffer) bool { return slices.ContainsFunc(w.LeadOffers, o.isSecondOf) })
}

// sweepLeads removes what hangs on plans and parties that are gone, or are other ones.
func (w *World) sweepLeads(isPlan func(ID) bool) {
	w.LeadOffers = where(w.LeadOffers, func(o LeadOffer) bool {
		isOld := o.State == "waiting" && w.Plan(o.Plan).Lead != o.From
		return isPlan(o.Plan) && w.partyOf(o.Party).Unit == o.To && !isOld
	})
	w.LeadTerms = where(w.LeadTerms, func(l LeadTerm) bool {
		return slices.ContainsFunc(w.LeadOffers, func(o LeadOffer) bool { return o.ID == l.Offer })
	})
}

func (w *World) rowsOfLeads(add func(string, row)) {
	for _, o := range w.LeadOffers {
		r := row{
			"id": o.ID, "plan_id": o.Plan, "party_id": o.Party, "from_unit_id": unitID(o.From), "to_unit_id": unitID(o.To), "state": o.State,
			"offered_by": o.By, "offered_on": w.Day.AddDays(-4), "created_at": w.moment(o.Order), "version": o.Version,
		}
		if o.State != "waiting" {
			r["answered_on"], r["answered_by"], r["reason"] = w.Day.AddDays(-1), StaffOf(o.To)[0].Person, "KANARIE-ledning"
		}
		add("lead_offer", r)
	}
	for _, l := range w.LeadTerms {
		add("plan_lead_term", row{"plan_id": l.Plan, "unit_id": unitID(l.Unit), "offer_id": l.Offer, "starts_on": l.Led.From, "ends_on": l.Led.To})
	}
	w.rowsOfTransitions(add)
}
