package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofRequests) }

// ofRequests are the rows of the table about what families ask for.
var ofRequests = map[string]operation{
	"ListRequestReceivers":   list("/request-receivers"),
	"ListMyRequestReceivers": list("/my/request-receivers"),
	"ChooseRequestReceiver":  post(writes, "/request-receivers", none, receives("bou2"), receives("bup"), receives("solrosen")),
	"ListPlanRequests":       list("/plan-requests"),
	"GetPlanRequest":         get("/plan-requests/{}", planRequests),
	"ListMyPlanRequests":     list("/my/plan-requests"),
	"GetMyPlanRequest":       get("/my/plan-requests/{}", planRequests),
	"MakeMyPlanRequest":      {writes, askForPlan},
	"WithdrawMyPlanRequest":  post(writes, "/my/plan-requests/{}/withdrawals", planRequests, body(object{})),
	"AssessPlanRequest":      post(gains, "/plan-requests/{}/assessments", planRequests, handlerOf(0), handlerOf(1)),
	"AnswerPlanRequest": post(gains, "/plan-requests/{}/answers", planRequests, body(object{"outcome": "refused"}), ledAlready,
		body(object{"outcome": "refused", "role": "a", "reason": "b"}), body(object{"outcome": "plan"})),
}

func planRequests(q *asking) []ID { return q.requests }

func receives(unit string) func(*asking) object {
	return func(q *asking) object { return object{"unitId": demo.UnitID(unit), "validFrom": q.day} }
}

func handlerOf(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"handlerId": q.colleagues[n%len(q.colleagues)], "custodyChecked": n > 0}
	}
}

func ledAlready(q *asking) object { return object{"outcome": "plan", "planId": q.plans[0]} }

// askForPlan asks for oneself and for everybody as a guardian, whoever knows them.
func askForPlan(q *asking) []request {
	of := func(principal string, guardian object) request {
		o := object{
			"principalId": demo.PrincipalID(principal), "givenName": "a", "familyName": "b", "birthDate": "2012-03-04", "text": "a", "help": "b",
		}
		if guardian != nil {
			o["asGuardian"] = guardian
		}
		return request{method: "POST", path: "/my/plan-requests", body: text(o)}
	}
	all := []request{of("goteborg", nil), of("vgr", nil), of("uph", nil)}
	for _, n := range append(q.numbers, "200001019802", "19") {
		all = append(all, of("goteborg", object{
			"relation": "parent-custodian", "givenName": "c", "familyName": "d", "identifierType": "personnummer", "identifier": n,
		}))
	}
	return all
}

// ofRequests: the family knows its own, without what the unit does with them; the plan once it sees that.
func (k *known) ofRequests() {
	for _, q := range k.Requests {
		if !k.SeesRequest(k.Reader, q) {
			continue
		}
		k.add("told", notice("plan-request-answered", q.ID, q.Answered))
		if q.waits() {
			k.add("told", notice("plan-request-waits", q.ID, q.Received), notice("plan-request-overdue", q.ID, q.Due.AddDays(1)))
		}
		if !k.IsCitizen() {
			k.add("request", q, k.Human(q.Child).Protection)
			continue
		}
		if q.Plan != (ID{}) && !k.SeesPlan(k.Reader, k.Plan(q.Plan)) {
			q.Plan = ID{}
		}
		q.Handler, q.Checked = ID{}, false
		q.Person, q.Child = ID{}, ID{}
		k.add("request", q)
	}
}

// inRequests are mutants of what families have asked for.
var inRequests = []func(*maker){
	(*maker).request, (*maker).request,
	func(m *maker) { remove(m.dice, &m.Requests) },
	func(m *maker) {
		alter(m.dice, m.Requests, func(q *Request) { q.Words, q.Version = q.Words+" ändrat", q.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.Requests, func(q *Request) {
			if q.Handler != (ID{}) {
				q.Handler, q.Checked = oneOf(m.dice, StaffOf(q.Unit)...).Person, !q.Checked && q.Relation != ""
			}
		})
	},
	func(m *maker) { alter(m.dice, m.Requests, func(q *Request) { q.withdraw(m.Day) }) },
}

// pickRequests chooses requests of families, contact cards, questionnaires, and interventions and leads that change hands, to ask with.
func (q *asking) pickRequests(a, b *World, pick func(one, two []ID) []ID) {
	q.requests = pick(idsFor(a.Requests, func(v Request) ID { return v.ID }), idsFor(b.Requests, func(v Request) ID { return v.ID }))
	q.cards = pick(idsFor(a.Cards, func(c Card) ID { return c.ID }), idsFor(b.Cards, func(c Card) ID { return c.ID }))
	q.questionnaires = pick(idsFor(a.Questionnaires, func(v Questionnaire) ID { return v.ID }), idsFor(b.Questionnaires, func(v Questionnaire) ID { return v.ID }))
	q.pickDisposals(a, b, pick)
	q.informations = pick(idsFor(a.Informations, func(v Information) ID { return v.ID }), idsFor(b.Informations, func(v Information) ID { return v.ID }))
	q.absences = pick(idsFor(a.Absences, func(v Absence) ID { return v.ID }), idsFor(b.Absences, func(v Absence) ID { return v.ID }))
	q.transitions = pick(idsFor(a.Transitions, func(v Transition) ID { return v.ID }), idsFor(b.Transitions, func(v Transition) ID { return v.ID }))
	q.leadOffers = pick(idsFor(a.LeadOffers, func(v LeadOffer) ID { return v.ID }), idsFor(b.LeadOffers, func(v LeadOffer) ID { return v.ID }))
	q.interventionOffers = pick(idsFor(a.InterventionOffers, func(v InterventionOffer) ID { return v.ID }), idsFor(b.InterventionOffers, func(v InterventionOffer) ID { return v.ID }))
}
