package worlds

// protected chooses ids about protected children.
func (q *asking) protected(a, b *World, pick func(one, two []ID) []ID) {
	q.places = pick(idsFor(a.Places, func(p Place) ID { return p.ID }), idsFor(b.Places, func(p Place) ID { return p.ID }))
	q.namings = pick(idsFor(a.Namings, func(n Naming) ID { return n.ID }), idsFor(b.Namings, func(n Naming) ID { return n.ID }))
	q.placeBlocks = pick(idsFor(a.PlaceBlocks, func(v PlaceBlock) ID { return v.ID }), idsFor(b.PlaceBlocks, func(v PlaceBlock) ID { return v.ID }))
	q.handOvers = pick(idsFor(a.HandOvers, func(h HandOver) ID { return h.ID }), idsFor(b.HandOvers, func(h HandOver) ID { return h.ID }))
}

func places(q *asking) []ID      { return q.places }
func namings(q *asking) []ID     { return q.namings }
func placeBlocks(q *asking) []ID { return q.placeBlocks }
func handOvers(q *asking) []ID   { return q.handOvers }

func level(name string) func(*asking) object { return body(object{"level": name, "reason": "a"}) }

func nameReader(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"personId": q.colleagues[n%len(q.colleagues)], "reason": "a", "validTo": "2031-01-01"}
	}
}

// placeBlock names people whom the reader knows of: whose id another is must be learned first, as by recording a relation.
func placeBlock(n int) func(*asking) object {
	return func(q *asking) object { return object{"personId": q.asked[n%len(q.asked)], "reason": "a"} }
}

func handTo(n int) func(*asking) object {
	return func(q *asking) object { return object{"toUnitId": q.units[n], "reason": "a"} }
}
