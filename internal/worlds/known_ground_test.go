package worlds

import (
	"slices"

	"github.com/google/uuid"
)

// ofGrounds: what giver and receiver know of a disclosure: whether an own item comes through decides about the
// confirmations of others.
func (k *known) ofGrounds() {
	for _, d := range k.Disclosures {
		k.ofDisclosure(d)
	}
	for _, i := range k.Items {
		if k.SeesWithholding(k.Reader, i) {
			k.ofWithholdings(i)
		}
		if i.asks() && i.Author == k.Person && k.IsCitizen() {
			k.add("asked", i.Plan, WithheldID(i.ID, uuid.Nil), k.Day)
		}
	}
}

// ofDisclosure: the giver's domain knows all of it. The receiver knows the ground and the days, and neither why nor who
// decided. Of the own unit's items everybody who may change them learns by what falls with the change to whom they go.
func (k *known) ofDisclosure(d Disclosure) {
	changes := !k.IsCitizen() && d.From == k.Unit && k.SeesItem(k.Reader, k.Item(d.Item))
	switch {
	case k.together(d.From, k.Unit) && k.SeesDisclosure(k.Reader, d):
		k.add("disclosure", d)
	case k.SeesDisclosure(k.Reader, d):
		d.DecidedBy, d.RecordedBy, d.Tried, d.Reason, d.EndReason = uuid.Nil, uuid.Nil, "", "", ""
		if i := k.Item(d.Item); !k.SeesHolder(k.Reader, i) {
			d.From = k.placed(i).Unit
		}
		k.add("disclosure to us", d)
	case changes:
		k.add("disclosure of ours", d.Item, d.To, d.Valid, d.Ended)
	}
}

// ofWithholdings: from whom an item of the own domain is withheld, by the name that the own unit knows.
func (k *known) ofWithholdings(i Item) {
	for _, p := range i.Withheld {
		names := where(k.Relations, func(r Relation) bool {
			return r.Child == k.Plan(i.Plan).Child && r.Person == p && r.Unit == k.Unit
		})
		k.add("withholding", WithheldID(i.ID, p), i.ID, p, names, k.caseOf(k.Unit, k.Plan(i.Plan).Child))
	}
}

// namedReaders are those whom a reader of the item learns of.
func (i Item) namedReaders() []ID {
	if i.Visibility != "named" {
		return nil
	}
	all := slices.Clone(i.Named)
	slices.SortFunc(all, func(a, b ID) int { return slices.Compare(a[:], b[:]) })
	return all
}
