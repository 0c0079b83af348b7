package worlds

import "fmt"

// observe draws strengths and needs of a plan, and who told the child's words in its place.
func (m *maker) observe(p Plan) {
	for range m.dice.Roll(3) {
		m.itemOf(p, m.taking(p).Unit, "observation")
	}
	for n := range m.Items {
		if i := &m.Items[n]; i.Plan == p.ID && i.Kind == "child-view" && i.AuthorKind == "staff" && chance(m.dice, 50) {
			i.Proxy = fmt.Sprintf("KANARIE-ombud-%d", n)
		}
	}
}

// content gives the columns of the words, as the kind of the item wants them.
func (i *Item) content(words string) row {
	r := row{"body": words, "goal_id": idOrNull(i.Goal)}
	switch i.Kind {
	case "goal":
		r["horizon"] = "short"
	case "intervention":
		r["title"], r["status"] = words, "ongoing"
	case "observation":
		r["sort"], r["area"] = "need", "safety"
	case "link":
		r["body"], r["title"], r["outside_actor"], r["starts_on"], r["sort"] = nil, words, words, i.Created, "lss-plan"
	case "attachment", "minute":
		r["title"] = words
	case "child-view":
		r["form"] = "said"
		if i.Proxy != "" {
			r["form"], r["spoken_by"] = "by-proxy", i.Proxy
		}
	}
	return r
}
