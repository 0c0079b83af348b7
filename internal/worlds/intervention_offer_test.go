package worlds

import "maps"

func init() { maps.Copy(table, ofInterventionOffers) }

// ofInterventionOffers are the rows of the table about interventions that change hands.
var ofInterventionOffers = map[string]operation{
	"OfferIntervention":         post(writes, "/interventions/{}/offers", ofKind("intervention"), offerTo(0), offerTo(1), offerTo(2), offerTo(3)),
	"ListInterventionOffers":    list("/intervention-offers"),
	"WithdrawInterventionOffer": post(writes, "/intervention-offers/{}/withdrawals", interventionOffers, body(object{})),
	"AnswerInterventionOffer": post(gains, "/intervention-offers/{}/answers", interventionOffers, body(object{"answer": "declined", "reason": "a"}),
		body(object{"answer": "accepted"})),
}

func interventionOffers(q *asking) []ID { return q.interventionOffers }

func offerTo(n int) func(*asking) object {
	return func(q *asking) object { return object{"unitId": q.units[n], "startsOn": q.day} }
}

// linked is a link to a plan of today, of which nobody is told for long.
func linked(kind, visibility string) func(*asking) object {
	return func(q *asking) object {
		return object{"kind": kind, "holder": "a", "reference": "b", "on": q.day, "visibility": visibility, "category": "health"}
	}
}

// ofInterventionOffers: beside what one sees, who holds an intervention knows which of the parties that it sees may read it,
// since others cannot be asked.
func (k *known) ofInterventionOffers() {
	for _, o := range k.InterventionOffers {
		if k.SeesInterventionOffer(k.Reader, o) {
			k.add("intervention offer", o)
			k.add("told", notice("intervention-offered", o.ID, k.Day.AddDays(-4)))
		}
	}
	for _, i := range k.Items {
		p := k.Plan(i.Plan)
		if i.Kind != "intervention" || i.Unit != k.Unit || !k.changesHands(k.Reader, p) {
			continue
		}
		for _, y := range k.Parties {
			if y.Plan == p.ID && y.State == "accepted" && k.SeesParty(k.Reader, y) {
				k.add("may take", i.ID, y.ID, k.mayTake(y.Unit, i))
			}
		}
	}
}

// ofLinks: the unit that holds a link is told when the other plan is to be reviewed.
func (k *known) ofLinks() {
	for _, i := range k.Items {
		if i.Kind == "link" && i.Unit == k.Unit && k.SeesItem(k.Reader, i) {
			k.add("told", notice("link-review-due", i.ID, k.Day.AddDays(-3)))
		}
	}
}

// inOffers are mutants of interventions that change hands.
var inOffers = []func(*maker){
	func(m *maker) { m.anyPlan(m.offerIntervention) },
	func(m *maker) { remove(m.dice, &m.InterventionOffers) },
	func(m *maker) {
		alter(m.dice, m.InterventionOffers, func(o *InterventionOffer) { o.Starts, o.Version = o.Starts.AddDays(3), o.Version+1 })
	},
}
