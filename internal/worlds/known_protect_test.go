package worlds

import (
	"fmt"

	"samplan/internal/demo"
)

// framed leaves out of a plan's frame what would tell the reader where the child is.
func (k *known) framed(p Plan) Plan {
	if k.IsCitizen() || p.Lead != k.Unit {
		p.Follows = ID{}
	}
	if k.SeesFramePlace(k.Reader, p) {
		return p
	}
	p.Responsible = ""
	for _, y := range k.Parties {
		if y.Plan == p.ID && y.Unit == p.FollowUnit && k.SeesParty(k.Reader, y) {
			return p
		}
	}
	p.FollowUnit = ""
	return p
}

// placed leaves out of an item what would tell where the child is: of who holds it the secrecy alone is known.
func (k *known) placed(i Item) Item {
	if k.SeesHolder(k.Reader, i) {
		return i
	}
	i.Unit, i.Outside, i.Contact, i.Proxy, i.Catalogue = "somebody bound by "+demo.UnitClass(i.Unit), "", "", "", ID{}
	if i.AuthorKind == "staff" {
		i.Author = ID{}
	}
	i.Frozen = append([]Frozen(nil), i.Frozen...)
	for n := range i.Frozen {
		i.Frozen[n].Contact = ""
	}
	return i
}

// ofProtected: what those who work with a case know of its protection. Who takes the own level back learns whether others
// have recorded one, since the strictest counts for all.
func (k *known) ofProtected() {
	for _, h := range k.People {
		if !k.handles(k.Reader, h.ID) {
			continue
		}
		k.add("place is open", h.ID, k.KnowsPlace(k.Reader, h.ID), "others", k.strictest(h.ID, k.Unit))
		for n, p := range k.Protections {
			if p.Child == h.ID && p.Unit == k.Unit {
				k.add("protection", h.ID, p, fmt.Sprint(k.turn(n)))
			}
		}
	}
	for _, p := range k.Places {
		if k.SeesWhereabouts(k.Reader, p) {
			k.add("place", p)
		}
	}
	for _, n := range k.Namings {
		if n.Unit == k.Unit && k.Role == "unit-manager" && k.handles(k.Reader, n.Child) {
			k.add("naming", n)
		}
	}
	for _, b := range k.PlaceBlocks {
		if b.Unit == k.Unit && k.handles(k.Reader, b.Child) {
			k.add("block", b)
		}
	}
}

// turn tells which of the own unit's records this is.
func (k *known) turn(of int) int {
	n := 0
	for _, p := range k.Protections[:of] {
		if p.Unit == k.Unit && p.Child == k.Protections[of].Child {
			n++
		}
	}
	return n
}

// ofHandOvers: who leads a plan knows whether a hand-over waits, since a second is refused; who is asked knows what comes
// with it.
func (k *known) ofHandOvers() {
	for _, h := range k.HandOvers {
		p := k.Plan(h.Plan)
		if p.Lead == k.Unit && h.State == "waiting" && k.handles(k.Reader, p.Child) {
			k.add("waits", p.ID)
		}
		if k.SeesHandOver(k.Reader, h) {
			h.By = ID{}
			k.add("hand-over", h, p.Child, p.Kind, p.Status == "moved", k.caseOf(p.Lead, p.Child), k.Human(p.Child).Protection)
		}
	}
}
