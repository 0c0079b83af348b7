package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/demo"
)

// CatalogueEntry is an entry that a principal has added to the intervention catalogue. The national ones come with the schema.
type CatalogueEntry struct {
	ID        ID
	Principal string
	Code      string
	Valid     Span
}

// catalogued draws entries of principals.
func (m *maker) catalogued() {
	for range m.dice.Roll(4) {
		m.catalogueEntry()
	}
}

func (m *maker) catalogueEntry() {
	e := CatalogueEntry{ID: m.id("catalogue-entry"), Principal: oneOf(m.dice, "goteborg", "vgr", "uph"), Valid: m.span()}
	e.Code = fmt.Sprintf("X%d", len(m.Catalogue))
	for slices.ContainsFunc(m.Catalogue, func(o CatalogueEntry) bool { return o.Code == e.Code }) {
		e.Code += "0"
	}
	m.Catalogue = append(m.Catalogue, e)
}

// SeesCatalogueEntry tells whether an entry is in the catalogue that a reader has: that of all staff of its principal.
func (w *World) SeesCatalogueEntry(r Reader, e CatalogueEntry) bool {
	branch, _ := w.domain(r.Unit)
	_, principal := demo.BoardOf(branch)
	return !r.IsCitizen() && principal == e.Principal
}

func (w *World) rowsOfCatalogue(add func(string, row)) {
	for _, e := range w.Catalogue {
		add("intervention_catalogue", row{
			"id": e.ID, "principal_id": demo.PrincipalID(e.Principal), "code": e.Code, "name": "KANARIE-katalog " + e.Code, "valid": e.Valid, "version": 1,
		})
	}
}

// named lets an intervention name an entry.
func (m *maker) named(i *Item) {
	if i.Kind == "intervention" && len(m.Catalogue) > 0 {
		i.Catalogue = oneOf(m.dice, append(slices.Clone(m.Catalogue), CatalogueEntry{})...).ID
	}
}
