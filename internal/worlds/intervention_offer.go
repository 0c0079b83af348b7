package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// InterventionOffer asks a party to take an intervention over (R6).
type InterventionOffer struct {
	ID, Plan, Item, Party, By ID
	From, To, State           string
	Starts                    civil.Date
	Order, Version            int
}

// mayTake tells whether a unit may read an item as a whole unit.
func (w *World) mayTake(unit string, i Item) bool {
	if i.Visibility == "named" || i.Unit != unit && w.isBlocked(w.Plan(i.Plan).Child, i.Unit) {
		return false
	}
	return w.together(i.Unit, unit) || w.Reaches(unit, i, w.Plan(i.Plan))
}

// SeesInterventionOffer tells whether an offer is there: for the unit that holds the intervention, and for the one that is
// asked while it may read it; of a plan that the reader sees.
func (w *World) SeesInterventionOffer(r Reader, o InterventionOffer) bool {
	return w.changesHands(r, w.Plan(o.Plan)) && w.IsOfferOf(r, o)
}

// changesHands tells whether the reader may ask or answer about interventions of a plan.
func (w *World) changesHands(r Reader, p Plan) bool {
	return (r.Role == "caseworker" || r.Role == "unit-manager") && w.SeesPlan(r, p)
}

// changingHands draws offers, and links to other plans, in all plans.
func (m *maker) changingHands() {
	for _, p := range m.Plans {
		for range m.dice.Roll(3) {
			m.offerIntervention(p)
		}
		if chance(m.dice, 40) {
			m.itemOf(p, m.taking(p).Unit, "link")
		}
	}
}

// offerIntervention draws an offer of an intervention that a party holds to another one.
func (m *maker) offerIntervention(p Plan) {
	takes := where(m.Parties, func(y Party) bool { return y.Plan == p.ID && y.State == "accepted" })
	items := where(m.Items, func(i Item) bool { return i.Plan == p.ID && i.Kind == "intervention" })
	if len(takes) == 0 || len(items) == 0 {
		return
	}
	i, y := oneOf(m.dice, items...), oneOf(m.dice, takes...)
	o := InterventionOffer{
		m.id("intervention-offer"), p.ID, i.ID, y.ID, oneOf(m.dice, StaffOf(i.Unit)...).Person, i.Unit, y.Unit,
		oneOf(m.dice, "waiting", "waiting", "accepted", "declined", "withdrawn"), m.Day.AddDays(m.dice.Roll(9)), len(m.InterventionOffers), 1,
	}
	if i.Unit != y.Unit && !slices.ContainsFunc(m.InterventionOffers, o.isSecondOf) {
		m.InterventionOffers = append(m.InterventionOffers, o)
	}
}

func (o InterventionOffer) isSecondOf(v InterventionOffer) bool {
	return o.ID != v.ID && o.State == "waiting" && v.State == "waiting" && o.Item == v.Item
}

// sweepInterventionOffers removes those of items and parties that are gone, or that changed hands.
func (w *World) sweepInterventionOffers() {
	w.InterventionOffers = where(w.InterventionOffers, func(o InterventionOffer) bool {
		i := find(w.Items, func(i Item) bool { return i.ID == o.Item })
		return i.ID != ID{} && i.Unit == o.From && w.partyOf(o.Party).ID != ID{} && w.partyOf(o.Party).Unit == o.To
	})
}

func (w *World) rowsOfInterventionOffers(add func(string, row)) {
	for _, o := range w.InterventionOffers {
		r := row{
			"id": o.ID, "plan_id": o.Plan, "item_id": o.Item, "party_id": o.Party, "from_unit_id": unitID(o.From), "to_unit_id": unitID(o.To),
			"starts_on": o.Starts, "state": o.State, "offered_by": o.By, "offered_on": w.Day.AddDays(-4), "created_at": w.moment(o.Order), "version": o.Version,
		}
		if o.State != "waiting" {
			r["answered_on"], r["answered_by"], r["reason"] = w.Day.AddDays(-1), StaffOf(o.To)[0].Person, "KANARIE-insats"
		}
		add("intervention_offer", r)
	}
}

// IsOfferOf tells whether the walls alone let the reader's unit know of an offer, whatever the reader's role and need.
func (w *World) IsOfferOf(r Reader, o InterventionOffer) bool {
	i := find(w.Items, func(i Item) bool { return i.ID == o.Item })
	return !r.IsCitizen() && (o.From == r.Unit || o.To == r.Unit && w.mayTake(o.To, i))
}
