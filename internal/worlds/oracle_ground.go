package worlds

import (
	"slices"

	"github.com/google/uuid"

	"samplan/internal/civil"
)

// Disclosure is one item that a legal ground opens to one unit, without consent (R24).
type Disclosure struct {
	ID, Item   ID
	From, To   string
	Ground     string
	DecidedBy  ID
	Valid      Span
	Ended      civil.Date
	Order      int
	Version    int
	RecordedBy ID
	// The giver's own: whether consent was asked for, why the ground applies, why it was ended.
	Tried, Reason, EndReason string
}

// WithheldID names the withholding of an item from somebody.
func WithheldID(item, from ID) ID { return named("withholding", item.String()+from.String()) }

// decidesOnItems tells whether a role decides who may read single items.
func decidesOnItems(r Reader) bool { return r.Role == "caseworker" || r.Role == "unit-manager" }

// SeesDisclosure tells whether a disclosure is there: with the item, for the domain that decided, and for the receiver.
func (w *World) SeesDisclosure(r Reader, d Disclosure) bool {
	return decidesOnItems(r) && w.SeesItem(r, w.Item(d.Item)) && (w.together(d.From, r.Unit) || d.To == r.Unit)
}

// SeesWithholding tells whether it is there that an item is withheld: for the domain that holds it, and nobody else.
func (w *World) SeesWithholding(r Reader, i Item) bool {
	return decidesOnItems(r) && w.SeesItem(r, i) && w.together(i.Unit, r.Unit)
}

// Item finds an item.
func (w *World) Item(id ID) Item { return find(w.Items, func(i Item) bool { return i.ID == id }) }

// Block is the child's own closing of a care unit's items to all other units (PDL 4:4, R39).
type Block struct {
	ID, Child ID
	Unit      string
	Set       civil.Date
	Lifted    civil.Date // the day from which it no longer counts
	Version   int
}

// Ages are those of the routine profile: from which birthday the child, and until which a guardian sees the plan; from which
// the child consents together with the guardians, and alone. 0 is at none below majority.
type Ages struct{ ChildFrom, GuardianUntil, Together, Alone int }

// birth is the child's birth date as a unit knows it.
func (w *World) birth(child ID, unit string) civil.Date {
	birth, newest := w.Human(child).Birth, civil.Date{}
	for _, f := range w.Files {
		if f.Child == child && f.Unit == unit && !f.Valid.From.Before(newest) {
			birth, newest = f.Birth, f.Valid.From
		}
	}
	return birth
}

// hasTurned tells whether a child is that many years old, as a unit knows it.
func (w *World) hasTurned(years int, child ID, unit string) bool {
	return !w.Day.Before(w.birth(child, unit).AddYears(years))
}

// isBlocked: the child has blocked the unit. A block closes what the unit holds to every other unit, of its own domain
// too, and wins over consents and grounds.
func (w *World) isBlocked(child ID, unit string) bool {
	return slices.ContainsFunc(w.Blocks, func(b Block) bool {
		return b.Child == child && b.Unit == unit && !b.Set.After(w.Day) && (b.Lifted.IsZero() || b.Lifted.After(w.Day))
	})
}

// isDisclosed: somebody has decided on a legal ground that this item may be seen by this unit. Both take part, and both lie
// where they lay when it was decided; consents and what they keep back do not matter.
func (w *World) isDisclosed(unit string, i Item, p Plan) bool {
	_, givenSince := w.domain(i.Unit)
	_, receivesSince := w.domain(unit)
	return w.takesPart(p, unit) && w.takesPart(p, i.Unit) && slices.ContainsFunc(w.Disclosures, func(d Disclosure) bool {
		return d.Item == i.ID && d.To == unit && d.Valid.Has(w.Day) && d.Ended.IsZero() &&
			!givenSince.After(d.Valid.From) && !receivesSince.After(d.Valid.From)
	})
}

// isUntold: the item is about another person who has not consented to its going to the unit (R19).
func (w *World) isUntold(i Item, unit string) bool {
	giver, givenSince := w.domain(i.Unit)
	receiver, receivesSince := w.domain(unit)
	child := w.Plan(i.Plan).Child
	return slices.ContainsFunc(i.Subjects, func(subject ID) bool {
		return !slices.ContainsFunc(w.Consents, func(c Consent) bool {
			return c.Kind == "other-person" && c.Child == child && w.InForce(&c) && slices.Contains(c.Scopes, Scope{giver, receiver, i.Category}) &&
				slices.ContainsFunc(c.Givers, func(g Giver) bool { return g.Person == subject && g.Capacity == "subject" }) &&
				!givenSince.After(c.Valid.From) && !receivesSince.After(c.Valid.From)
		})
	})
}

// isForFamily: meant for the family, and not withheld from this reader: by name, from every guardian, or since it is about
// somebody else (OSL 12:3, R19, R27).
func (w *World) isForFamily(r Reader, i Item, p Plan) bool {
	return i.Visibility == "family" && !slices.Contains(i.Withheld, r.Person) &&
		(!slices.Contains(i.Withheld, uuid.Nil) || w.isChildOf(r, p)) &&
		!slices.ContainsFunc(i.Subjects, func(subject ID) bool { return subject != r.Person })
}

// isChildOf: the reader is the plan's child, of the age from which the profile lets it see.
func (w *World) isChildOf(r Reader, p Plan) bool {
	return p.Child == r.Person && w.hasTurned(w.Ages.ChildFrom, p.Child, p.Lead)
}
