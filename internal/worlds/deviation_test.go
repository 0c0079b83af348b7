package worlds

import (
	"maps"
	"slices"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofDeviations) }

// ofDeviations are the rows of the table about collaboration groups and deviations.
var ofDeviations = map[string]operation{
	"ListGroups": list("/collaboration-groups"),
	"GetGroup":   get("/collaboration-groups/{}", groups),
	"AddGroup": post(writes, "/collaboration-groups", none, body(object{"name": "En grupp till", "level": "local", "aboveId": demo.GroupID("gbg-omradet")}),
		body(object{"name": "En grupp till", "level": "local", "aboveId": demo.GroupID("hisingen")})),
	"ChangeGroupTexts":     post(writes, "/collaboration-groups/{}/text-periods", groups, body(object{"keepTextsDays": 90})),
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
	"AddDeviationMeasure": post(writes, "/deviation-cases/{}/measures", deviationCases, func(q *asking) object {
		return object{"unitId": demo.UnitID("bou1"), "text": "a", "dueOn": q.day}
	}),
	"GetDeviationFigures":        get("/collaboration-groups/{}/deviation-figures/2020", groups),
	"ListDeviationSuggestions":   list("/deviation-suggestions"),
	"DismissDeviationSuggestion": post(writes, "/deviation-suggestions/{}/dismissals", suggestions, body(object{"reason": "a"})),
	"ListDeviationMeasures":      list("/deviation-measures"),
	"FollowUpDeviationMeasure":   post(writes, "/deviation-measures/{}/follow-ups", measures, body(object{"outcome": "done", "effect": "a"})),
	"EscalateDeviationCase":      post(writes, "/deviation-cases/{}/escalations", deviationCases, body(object{"reason": "a"})),
	"AnswerDeviationCase":        post(writes, "/deviation-cases/{}/answers", deviationCases, body(object{"text": "Barn"}), body(object{"text": "a"})),
	"CloseDeviationCase":         post(writes, "/deviation-cases/{}/closings", deviationCases, body(object{})),
}

func (q *asking) pickDeviations(a, b *World, pick func(one, two []ID) []ID) {
	of := func(w *World) []ID { return idsFor(w.Deviations, func(d Deviation) ID { return d.ID }) }
	inA, toDoInA := a.casesOfGroups()
	inB, toDoInB := b.casesOfGroups()
	q.deviations, q.deviationCases, q.measures = pick(of(a), of(b)), pick(inA, inB), pick(toDoInA, toDoInB)
	q.pickForums(a, b, pick)
}

func deviations(q *asking) []ID     { return q.deviations }
func deviationCases(q *asking) []ID { return q.deviationCases }
func measures(q *asking) []ID       { return q.measures }

// casesOfGroups are the ids of what groups have, measures those of what they decided.
func (w *World) casesOfGroups() (cases, measures []ID) {
	for _, d := range w.Deviations {
		for _, c := range d.Cases {
			cases = append(cases, c.ID)
			measures = append(measures, idsFor(c.Measures, func(e Measure) ID { return e.ID })...)
		}
	}
	return cases, measures
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

// ofDeviations: the unit knows its own with the case of the group that it was filed with, and the child where the case is seen; a
// group what it has, without both, and where it stands in the groups that it sent it to.
func (k *known) ofDeviations() {
	k.ofObserved()
	for _, d := range k.Deviations {
		cases := d.Cases
		d.Cases = nil
		if k.SeesDeviation(k.Reader, d) {
			k.ofOwnDeviation(d, cases)
		}
		for _, c := range cases {
			for _, e := range c.Measures {
				if k.SeesMeasure(k.Reader, c, e) {
					k.add("measure", c.Group, e)
					k.add("told", notice("deviation-measure-overdue", e.ID, e.Due.AddDays(1)))
				}
			}
			if k.SeesDeviationCase(k.Reader, c) {
				k.add("told", notice("deviation-waits", c.ID, c.Received), notice("deviation-overdue", c.ID, c.Received.AddDays(61)))
				f := d
				f.By, f.Child, f.ID, f.Order, f.Version, f.Withdrawn, f.Entered = ID{}, ID{}, ID{}, 0, 0, d.Happened, d.Happened
				k.add("deviation of a group", f, c)
				for _, sent := range cases {
					if sent.From == c.Group {
						sent.Measures, sent.ID = nil, ID{}
						k.add("sent", c.ID, sent)
					}
				}
			}
		}
	}
}

// ofObserved: who sits in a group knows how much its units only observed in a year that is over, of enough.
func (k *known) ofObserved() {
	for _, g := range demo.Groups {
		if !k.sitsIn(k.Reader, g.Key, "chair", "secretary", "member") {
			continue
		}
		n := 0
		for _, d := range k.Deviations {
			sits := slices.ContainsFunc(g.Seats, func(s demo.Seat) bool {
				return s.Unit == d.Unit && (s.To == "" || !civil.MustParse("2020-12-31").After(civil.MustParse(s.To)))
			})
			if sits && d.Kind == "observed" && d.Withdrawn.IsZero() && d.Entered.Year() == 2020 {
				n++
			}
		}
		if n >= enough {
			k.add("observed", g.Key, n)
		}
	}
}

func (k *known) ofOwnDeviation(d Deviation, cases []DeviationCase) {
	k.add("told", notice("deviation-returned", d.ID, k.Day), notice("deviation-answered", d.ID, k.Day))
	if !k.SeesLinkedChild(k.Reader, d) {
		d.Child = ID{}
	}
	if len(cases) > 0 {
		c := cases[0]
		c.ID, c.Measures, c.Closed = ID{}, nil, d.Happened
		k.add("deviation", d, c)
		return
	}
	k.add("deviation", d)
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
			alter(m.dice, d.Cases, func(c *DeviationCase) {
				c.State = oneOf(m.dice, "submitted", "accepted", "answered")
				c.settle(m.Day)
			})
		})
	},
	func(m *maker) {
		alter(m.dice, m.Deviations, func(d *Deviation) {
			alter(m.dice, d.Cases, func(c *DeviationCase) { alter(m.dice, c.Measures, func(e *Measure) { e.Words += " ändrat" }) })
		})
	},
	func(m *maker) {
		alter(m.dice, m.Deviations, func(d *Deviation) {
			if len(d.Cases) > 1 {
				d.Cases = d.Cases[:1]
			}
		})
	},
}
