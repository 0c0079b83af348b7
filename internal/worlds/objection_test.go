package worlds

import "maps"

func init() { maps.Copy(table, ofObjections) }

// ofObjections are the rows of the table about what is said to be wrong in items.
var ofObjections = map[string]operation{
	"AddObjection":    post(writes, "/items/{}/objections", itemIDs, body(object{"speaker": "guardian", "text": "a"}), body(object{"speaker": "child", "text": "b", "keepFromGuardians": true})),
	"GetObjection":    get("/objections/{}", objections),
	"DecideObjection": post(writes, "/objections/{}/decisions", objections, body(object{"outcome": "stands", "reason": "a"}), body(object{"outcome": "corrected", "correction": "b", "reason": "a"})),
	"KeepObjection":   post(writes, "/objections/{}/keepings", objections, body(object{"keepFromGuardians": true, "reason": "a"}), body(object{"keepFromGuardians": false, "reason": "a"})),
	"AddMyObjection":  post(writes, "/my/items/{}/objections", itemIDs, body(object{"text": "a"}), body(object{"text": "b", "keepFromGuardians": true, "why": "c"})),
	"GetMyObjection":  get("/my/objections/{}", objections),
}

func objections(q *asking) []ID { return q.objections }

// withRights chooses what people have asked about what is kept of them, to ask with.
func (q *asking) withRights(a, b *World, pick func(one, two []ID) []ID) *asking {
	q.objections = pick(idsFor(a.Objections, func(v Objection) ID { return v.ID }), idsFor(b.Objections, func(v Objection) ID { return v.ID }))
	q.publicRequests = pick(idsFor(a.PublicRequests, func(v PublicRequest) ID { return v.ID }), idsFor(b.PublicRequests, func(v PublicRequest) ID { return v.ID }))
	return q
}

// ofObjections: who reads an item reads what stands beside it. That it is kept from guardians staff know, and the child; why, those of
// the domain that holds the item. Who opens an item in an emergency reads it there, too.
func (k *known) ofObjections() {
	for _, v := range k.Objections {
		i := k.Item(v.Item)
		if k.SeesObjection(k.Reader, v) {
			k.beside("objection", v)
			if k.SeesItem(k.Reader, i) && k.together(i.Unit, k.Unit) {
				k.add("keeping", v.ID, v.Keeping, v.KeptBecause, v.KeepingBy)
			}
			if k.IsCitizen() && v.Author == k.Person && v.Outcome != "" {
				k.add("told", notice("objection-decided", v.ID, k.Day))
			}
			if k.SeesItem(k.Reader, i) && i.Unit == k.Unit {
				k.add("told", notice("objection-waits", v.ID, v.Made))
			}
		}
		for _, o := range k.Openings {
			if k.IsCitizen() || !k.inquiry(o.Inquiry).isOf(k.Reader) {
				continue
			}
			for _, opened := range k.Opened(k.Reader, o) {
				if opened.ID == v.Item {
					k.beside("opened objection", v)
				}
			}
		}
	}
}

func (k *known) beside(kind string, v Objection) {
	isKept := v.Kept && (!k.IsCitizen() || k.Person == k.Plan(k.Item(v.Item).Plan).Child)
	decided := v.Decided
	if v.Outcome == "" {
		decided = ""
	}
	k.add(kind, v.ID, v.Item, v.Speaker, v.ByStaff, v.Words, v.Made, v.Order, v.Outcome, decided, isKept)
}

// inObjections are mutants of them.
var inObjections = []func(*maker){
	(*maker).objection, (*maker).objection,
	func(m *maker) { remove(m.dice, &m.Objections) },
	func(m *maker) { alter(m.dice, m.Objections, func(v *Objection) { v.Words += " ändrat" }) },
	func(m *maker) { alter(m.dice, m.Objections, m.decide) },
	func(m *maker) { alter(m.dice, m.Objections, m.keep) },
}
