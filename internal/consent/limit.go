package consent

import (
	"slices"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Limit is what shall remain of a consent.
type Limit struct {
	ValidTo civil.Date // the new last day; zero: as it was
	Scopes  []Scope    // what is still covered; none: all of it
	Reason  person.Text
}

// Limit ends the consent and gives the narrower one that goes on in its place, with the answers that were given: whoever said
// yes to more has said yes to less, and whoever has not answered is asked for what remains. Anyone who was asked may do so at
// any time (R17). Faults: consent-ended, also when somebody has said no; dates; invalid for what is not within the consent,
// or when nothing is taken away.
func (c *Consent) Limit(by id.Person, l Limit, today civil.Date, now time.Time) (Consent, error) {
	if c.has(Refused) {
		return Consent{}, fault.New(fault.CodeConsentEnded)
	}
	narrower := *c
	narrower.ID, narrower.Limits, narrower.CreatedAt, narrower.Version = id.NewConsent(), c.ID, now, 1
	if err := c.Withdraw(by, l.Reason, today); err != nil {
		return Consent{}, err
	}
	if err := narrower.end(l.ValidTo, today); err != nil {
		return Consent{}, err
	}
	if err := narrower.keep(l.Scopes); err != nil {
		return Consent{}, err
	}
	if narrower.ValidTo == c.ValidTo && len(narrower.Dropped(c.Scopes)) == 0 {
		return Consent{}, fault.At(fault.CodeInvalid, "", "nothing-limited")
	}
	return narrower, nil
}

func (c *Consent) end(on, today civil.Date) error {
	switch {
	case on.IsZero():
		return nil
	case on.Before(c.ValidFrom):
		return fault.At(fault.CodeDates, "/validTo", "before-start")
	case on.Before(today):
		return fault.At(fault.CodeDates, "/validTo", "past")
	case c.ValidTo.Before(on):
		return fault.At(fault.CodeDates, "/validTo", "after-end")
	}
	c.ValidTo = on
	return nil
}

// keep leaves what remains, when that is said; it must be within what there was.
func (c *Consent) keep(remaining []Scope) error {
	for n, s := range remaining {
		i := c.scope(s)
		if i < 0 {
			return fault.At(fault.CodeInvalid, at(n, "toBranchId"), "unknown")
		}
		for _, category := range s.Categories {
			if !slices.Contains(c.Scopes[i].Categories, category) {
				return fault.At(fault.CodeInvalid, at(n, "categories"), "unknown")
			}
		}
	}
	if len(remaining) > 0 {
		c.Scopes = merged(remaining)
	}
	return nil
}

// scope finds the scope between the same two domains, or gives -1.
func (c *Consent) scope(between Scope) int {
	return slices.IndexFunc(c.Scopes, func(o Scope) bool { return o.From == between.From && o.To == between.To })
}

// Dropped gives what a wider consent's scopes cover and this one does not.
func (c *Consent) Dropped(wider []Scope) []Scope {
	var all []Scope
	for _, w := range wider {
		kept := c.scope(w)
		gone := slices.DeleteFunc(slices.Clone(w.Categories), func(x Category) bool { return kept >= 0 && slices.Contains(c.Scopes[kept].Categories, x) })
		if len(gone) > 0 {
			all = append(all, Scope{From: w.From, To: w.To, Categories: gone})
		}
	}
	return all
}
