package worlds

import "slices"

func (k *known) ofCatalogue() {
	for _, e := range k.Catalogue {
		if k.SeesCatalogueEntry(k.Reader, e) {
			k.add("catalogue entry", e)
		}
	}
}

// ofCatalogue are mutants of the catalogue.
var ofCatalogue = []func(*maker){
	func(m *maker) { m.catalogueEntry() },
	func(m *maker) {
		used := func(e CatalogueEntry) bool {
			return slices.ContainsFunc(m.Items, func(i Item) bool { return i.Catalogue == e.ID })
		}
		m.Catalogue = where(m.Catalogue, used)
	},
	func(m *maker) { alter(m.dice, m.Catalogue, func(e *CatalogueEntry) { e.Valid = m.span() }) },
	func(m *maker) { alter(m.dice, m.Items, m.named) },
}

func catalogueEntries(q *asking) []ID { return q.entries }

var localEntry = object{"code": "Y1", "name": "a", "ageFrom": 1, "ageTo": 9, "validFrom": "2021-01-01"}

// inCatalogue lets an intervention name entries that the reader has and has not.
func inCatalogue(at int) func(*asking) object {
	return func(q *asking) object {
		return object{"title": "a", "visibility": "parties", "catalogueId": q.entries[at%len(q.entries)]}
	}
}

// sweepCatalogue lets interventions name no entry that is gone.
func (w *World) sweepCatalogue() {
	for n := range w.Items {
		i := &w.Items[n]
		if !slices.ContainsFunc(w.Catalogue, func(e CatalogueEntry) bool { return e.ID == i.Catalogue }) {
			i.Catalogue = ID{}
		}
	}
}
