package worlds

import (
	"net/http"

	"samplan/internal/demo"
)

// apartMutants are ways in which a world may be another one in what lies apart.
var apartMutants = []func(*maker){
	(*maker).concern, (*maker).concern, (*maker).concern, (*maker).question, (*maker).custody,
	func(m *maker) { remove(m.dice, &m.Concerns) },
	func(m *maker) { remove(m.dice, &m.Questions) },
	func(m *maker) { remove(m.dice, &m.Custody) },
	func(m *maker) {
		alter(m.dice, m.Concerns, func(c *Concern) { c.Words, c.Version = c.Words+" ändrat", c.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.Concerns, func(c *Concern) {
			if c.Handling.Version > 0 {
				m.handle(c)
			}
		})
	},
	func(m *maker) {
		alter(m.dice, m.Questions, func(q *Question) { q.Reason, q.Known = q.Reason+" ändrat", nil })
	},
	func(m *maker) {
		alter(m.dice, m.Custody, func(d *Custody) { d.Words, d.Version = d.Words+" ändrat", d.Version+1 })
	},
}

func concerns(q *asking) []ID  { return q.concerns }
func custodies(q *asking) []ID { return q.custodies }

func worryTo(n int) func(*asking) object {
	return func(q *asking) object { return object{"toUnitId": q.units[n], "text": "a", "reportedOn": q.day} }
}

func handlerIs(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"handlerId": q.colleagues[n%len(q.colleagues)], "assessedOn": q.day}
	}
}

func feedback(q *asking) object {
	return object{"decision": "opened", "decidedOn": q.day, "message": "a"}
}

func decided(q *asking) object {
	return object{"measures": []string{"open-care"}, "decidedOn": q.day, "reason": "a"}
}

// askKnown asks every social board about everybody, and one that is none.
func askKnown(q *asking) []request {
	var all []request
	for _, n := range append(q.numbers, "200001019802", "19") {
		for _, branch := range []string{"sh-social", "nf-support", "ce-social", "gn-school"} {
			b := object{"identifierType": "personnummer", "identifier": n, "toBranchId": demo.BranchID(branch), "reason": "a"}
			all = append(all, request{method: http.MethodPost, path: "/known-questions", body: text(b)})
		}
	}
	return all
}

func anyItem(q *asking) []ID { return q.items }

// subjects names somebody who is known, and one who may not be.
func subjects(q *asking) object { return object{"personIds": []ID{q.asked[0]}} }
