package worlds

import (
	"maps"
	"net/http"
	"slices"
)

func init() { maps.Copy(table, ofLeadOffers) }

// ofLeadOffers are the rows of the table about who leads a plan.
var ofLeadOffers = map[string]operation{
	"ListPlanLeads":          listOf("/plans/{}/leads", plans),
	"ListMyPlanLeads":        listOf("/my/plans/{}/leads", plans),
	"GetTransitionChecklist": {reads, transitions},
	"OfferLead":              post(writes, "/plans/{}/lead-offers", plans, leadTo(0), leadTo(1), leadTo(2), leadTo(3)),
	"ListLeadOffers":         list("/lead-offers"),
	"WithdrawLeadOffer":      post(writes, "/lead-offers/{}/withdrawals", leadOffers, body(object{})),
	"AnswerLeadOffer": post(gains, "/lead-offers/{}/answers", leadOffers, body(object{"answer": "declined", "reason": "a"}),
		body(object{"answer": "accepted"})),
}

// transitions ask what is left until each unit has taken over, also from another one than one's own.
func transitions(q *asking) []request {
	return each("/plans/{}/transition-checklists/", plans(q), func(at string, _ ID) []request {
		var all []request
		for _, to := range q.units {
			all = append(all, request{method: http.MethodGet, path: at + to}, request{method: http.MethodGet, path: at + to + "?kind=adult-services&fromUnitId=" + q.units[0]})
		}
		return append(all, request{method: http.MethodGet, path: at + madeUp.String()})
	})
}

func leadOffers(q *asking) []ID { return q.leadOffers }

func leadTo(n int) func(*asking) object {
	return func(q *asking) object { return object{"unitId": q.units[n]} }
}

// ofLeads: beside what one sees, the unit that leads knows which of the parties may lead, since others cannot be asked; and
// whether the family has agreed to the plan and anybody was called, also when a unit before has seen to it.
func (k *known) ofLeads() {
	for _, l := range k.LeadTerms {
		if k.SeesLeadTerm(k.Reader, l) {
			k.add("led", l.Plan, l.Unit, l.Led)
		}
	}
	for _, o := range k.LeadOffers {
		if k.SeesLeadOffer(k.Reader, o) {
			k.add("lead offer", o)
			k.add("told", notice("lead-offered", o.ID, k.Day.AddDays(-4)))
		}
	}
	for _, p := range k.Plans {
		if p.Lead != k.Unit || k.IsCitizen() || !k.SeesPlan(k.Reader, p) {
			continue
		}
		led := func(unit string) bool {
			return unit == p.Lead || slices.ContainsFunc(k.LeadTerms, func(l LeadTerm) bool { return l.Plan == p.ID && l.Unit == unit })
		}
		for n := range k.Consents {
			if c := &k.Consents[n]; c.Kind == "plan" && c.Child == p.Child && led(c.Unit) && k.InForce(c) {
				k.add("agreed", p.ID, c.Order > p.Order)
			}
		}
		k.add("was called", p.ID, slices.ContainsFunc(k.Calls, func(c Call) bool { return c.Plan == p.ID && !c.Sent.IsZero() }))
		for _, y := range k.Parties {
			if k.changesHands(k.Reader, p) && y.Plan == p.ID && y.State == "accepted" && k.SeesParty(k.Reader, y) {
				k.add("may lead", y.ID, k.mayLead(p, y.Unit))
			}
		}
	}
}

// inLeads are mutants of who leads a plan.
var inLeads = []func(*maker){
	func(m *maker) { m.anyPlan(m.offerLead) },
	func(m *maker) { m.anyPlan(m.takenOver) },
	func(m *maker) { remove(m.dice, &m.LeadOffers) },
	func(m *maker) { remove(m.dice, &m.LeadTerms) },
	func(m *maker) { alter(m.dice, m.LeadOffers, func(o *LeadOffer) { o.Version += 2 }) },
}
