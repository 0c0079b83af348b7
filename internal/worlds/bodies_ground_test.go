package worlds

import "samplan/internal/demo"

// withholdings lists the ids of what is withheld.
func (w *World) withholdings() []ID {
	var all []ID
	for _, i := range w.Items {
		for _, p := range i.Withheld {
			all = append(all, WithheldID(i.ID, p))
		}
	}
	return all
}

func itemIDs(q *asking) []ID      { return q.items }
func disclosures(q *asking) []ID  { return q.disclosures }
func withholdings(q *asking) []ID { return q.withholdings }

// discloseTo asks for a disclosure to one of the units that may take part.
func discloseTo(unit, ground string) func(*asking) object {
	return func(q *asking) object {
		return object{
			"toUnitId": demo.UnitID(unit), "ground": ground, "consentTried": "asked", "reason": "a", "decidedBy": q.Person, "validTo": q.day, // a child may come of age tomorrow
		}
	}
}

func withholdFrom(n int) func(*asking) object {
	return func(q *asking) object { return object{"personId": q.asked[n%len(q.asked)], "reason": "a"} }
}

// nameOneself names the reader and a colleague.
func nameOneself(q *asking) object {
	if q.IsCitizen() || q.Person == q.colleagues[0] {
		return object{"personIds": []ID{q.colleagues[0]}}
	}
	return object{"personIds": []ID{q.Person, q.colleagues[0]}}
}
