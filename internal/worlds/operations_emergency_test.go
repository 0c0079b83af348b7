package worlds

import (
	"net/http"

	"samplan/internal/demo"
)

func inquiries(q *asking) []ID { return q.inquiries }
func openings(q *asking) []ID  { return q.openings }
func blocks(q *asking) []ID    { return q.blocks }

var onOwnWord = object{"saidBy": "child", "reason": "a"}

func openAt(unit string) func(*asking) object {
	return func(*asking) object { return object{"unitId": demo.UnitID(unit), "reason": "a"} }
}

// askInDanger asks about every number, and about one that nobody has.
func askInDanger(q *asking) []request {
	all := []request{{method: http.MethodPost, path: "/emergency-inquiries", body: `{"danger":"life"}`}}
	for _, n := range append(q.numbers, "200001019802", "19") {
		b := object{"identifierType": "personnummer", "identifier": n, "danger": "life", "reason": "a"}
		all = append(all, request{method: http.MethodPost, path: "/emergency-inquiries", body: text(b)})
	}
	return all
}

func blockUnits(*asking) []request {
	all := []request{{method: http.MethodPost, path: "/my/blocks", body: `{}`}}
	for _, u := range []string{demo.UnitID("bup").String(), demo.UnitID("bvc").String(), demo.UnitID("emi").String(), demo.UnitID("hs").String(), madeUp.String()} {
		all = append(all, request{method: http.MethodPost, path: "/my/blocks", body: text(object{"unitId": u})})
	}
	return all
}

// pickEmergencies chooses inquiries, openings and blocks to ask with.
func (q *asking) pickEmergencies(a, b *World, pick func(one, two []ID) []ID) {
	q.inquiries = pick(idsFor(a.Inquiries, func(v Inquiry) ID { return v.ID }), idsFor(b.Inquiries, func(v Inquiry) ID { return v.ID }))
	q.openings = pick(idsFor(a.Openings, func(v Opening) ID { return v.ID }), idsFor(b.Openings, func(v Opening) ID { return v.ID }))
	q.blocks = pick(idsFor(a.Blocks, func(v Block) ID { return v.ID }), idsFor(b.Blocks, func(v Block) ID { return v.ID }))
}
