package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofDeviations) }

// ofDeviations are the rows of the table about collaboration groups and deviations.
var ofDeviations = map[string]operation{
	"ListGroups": list("/collaboration-groups"),
	"GetGroup":   get("/collaboration-groups/{}", groups),
	"AddGroup": post(writes, "/collaboration-groups", none, body(object{"name": "En grupp till", "level": "local", "aboveId": demo.GroupID("gbg-omradet")}),
		body(object{"name": "En grupp till", "level": "local", "aboveId": demo.GroupID("hisingen")})),
	"AddGroupMember":       post(gains, "/collaboration-groups/{}/members", groups, seatOf(0), seatOf(1)),
	"EndGroupMember":       post(gains, "/group-members/{}/endings", seats, func(q *asking) object { return object{"endsOn": q.day} }),
	"EnterDeviation":       post(writes, "/deviations", none, deviates("KANARIE"), deviates("Hej, Barn 1"), deviates("vuxen och alls"), deviatesFrom(0), deviatesFrom(1), deviatesFrom(2)),
	"ListDeviations":       list("/deviations"),
	"GetDeviation":         get("/deviations/{}", deviations),
	"RecordManagerContact": post(writes, "/deviations/{}/manager-contacts", deviations, meets("a"), meets("Barn")),
	"SubmitDeviation":      post(writes, "/deviations/{}/submissions", deviations, filedWith("hisingen"), filedWith("karlskrona")),
	"WithdrawDeviation":    post(writes, "/deviations/{}/withdrawals", deviations, body(object{})),
	"ListDeviationCases":   list("/deviation-cases"),
	"GetDeviationCase":     get("/deviation-cases/{}", deviationCases),
	"TakeDeviationCase": post(writes, "/deviation-cases/{}/intakes", deviationCases, body(object{"outcome": "accepted"}),
		body(object{"outcome": "returned", "reason": "a"}), body(object{"outcome": "returned", "reason": "Barn"})),
}

func (q *asking) pickDeviations(a, b *World, pick func(one, two []ID) []ID) {
	of := func(w *World) []ID { return idsFor(w.Deviations, func(d Deviation) ID { return d.ID }) }
	q.deviations, q.deviationCases = pick(of(a), of(b)), pick(a.casesOfGroups(), b.casesOfGroups())
}

func deviations(q *asking) []ID     { return q.deviations }
func deviationCases(q *asking) []ID { return q.deviationCases }

// casesOfGroups are the ids of what groups have.
func (w *World) casesOfGroups() []ID {
	return idsFor(where(w.Deviations, func(d Deviation) bool { return d.Case != ID{} }), func(d Deviation) ID { return d.Case })
}

func groups(*asking) []ID {
	return []ID{demo.GroupID("hisingen").UUID(), demo.GroupID("karlskrona").UUID(), madeUp}
}

func seats(*asking) []ID {
	g := demo.Groups[1]
	return []ID{g.MemberID(g.Seats[0]).UUID(), demo.Groups[2].MemberID(demo.Groups[2].Seats[0]).UUID(), madeUp}
}

func seatOf(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"unitId": demo.UnitID("bou1"), "personId": q.colleagues[n], "function": "member", "title": "a", "validFrom": q.day}
	}
}

func deviates(words string) func(*asking) object {
	return func(q *asking) object {
		return object{"kind": "reported", "category": "hand-over", "concernsUnitId": demo.UnitID("fs"), "happenedOn": q.day, "text": words}
	}
}

func deviatesFrom(n int) func(*asking) object {
	return func(q *asking) object {
		o := deviates("a")(q)
		o["childId"] = q.children[n%len(q.children)]
		return o
	}
}

func meets(cause string) func(*asking) object {
	return func(q *asking) object { return object{"contactedOn": q.day, "otherManager": "a", "cause": cause} }
}

func filedWith(group string) func(*asking) object {
	return body(object{"groupId": demo.GroupID(group)})
}

// ofDeviations: the unit knows its own, and the child where the case is seen; a group what was filed with it, without both.
func (k *known) ofDeviations() {
	for _, d := range k.Deviations {
		if k.SeesDeviation(k.Reader, d) {
			own := d
			if !k.SeesLinkedChild(k.Reader, d) {
				own.Child = ID{}
			}
			k.add("deviation", own)
			k.add("told", notice("deviation-returned", d.ID, d.Returned))
		}
		if k.SeesDeviationCase(k.Reader, d) {
			k.add("told", notice("deviation-waits", d.Case, d.Received))
			d.By, d.Child, d.ID, d.Order, d.Version, d.Withdrawn, d.Entered = ID{}, ID{}, ID{}, 0, 0, d.Happened, d.Happened
			k.add("deviation of a group", d)
		}
	}
}

// inDeviations are mutants of deviations.
var inDeviations = []func(*maker){
	(*maker).deviation, (*maker).deviation,
	func(m *maker) { remove(m.dice, &m.Deviations) },
	func(m *maker) {
		alter(m.dice, m.Deviations, func(d *Deviation) { d.Words, d.Version = d.Words+" ändrat", d.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.Deviations, func(d *Deviation) { d.Child = oneOf(m.dice, m.People[3:]...).ID })
	},
	func(m *maker) { alter(m.dice, m.Deviations, func(d *Deviation) { d.Child = ID{} }) },
	func(m *maker) {
		alter(m.dice, m.Deviations, func(d *Deviation) { d.By = oneOf(m.dice, StaffOf(d.Unit)...).Person })
	},
	func(m *maker) {
		alter(m.dice, m.Deviations, func(d *Deviation) {
			if d.Case != (ID{}) {
				d.State = oneOf(m.dice, "submitted", "accepted")
				d.settle(m.Day)
			}
		})
	},
}
