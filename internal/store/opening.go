package store

import (
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"

	"samplan/internal/plan"
)

// openings are the open walls of the plan at hand, with the consent that opens each, and the items that a legal ground
// opens, with the disclosure; for the log.
type openings struct {
	units       pgtype.FlatArray[pgtype.UUID]
	categories  []string
	consents    pgtype.FlatArray[pgtype.UUID]
	items       pgtype.FlatArray[pgtype.UUID]
	disclosures pgtype.FlatArray[pgtype.UUID]
}

// openColumns are those of app_open_plan that openings are read from.
const openColumns = "units, categories, consents, items, disclosures"

func (o *openings) targets() []any {
	return []any{&o.units, &o.categories, &o.consents, &o.items, &o.disclosures}
}

// ground gives the disclosure or the consent that opened an item.
func (o openings) ground(i *plan.Item) uuid.UUID {
	for n, d := range o.items {
		if d.Bytes == i.ID.UUID() {
			return o.disclosures[n].Bytes
		}
	}
	for n, u := range o.units {
		if u.Bytes == i.Owner.UUID() && o.categories[n] == i.Category.String() {
			return o.consents[n].Bytes
		}
	}
	return uuid.Nil
}
