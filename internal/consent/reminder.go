package consent

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Reminder is a consent in force that ends soon (R18).
type Reminder struct {
	Consent    id.Consent
	Child      id.Person
	ChildName  person.Name // as the own unit knows it
	Protection person.Protection
	Kind       Kind
	ValidTo    civil.Date
}

// Reminders gives a page of the consents that the own unit has recorded, that are in force and that end soon, the nearest
// first. How soon follows the principal's routine. Staff who work with the child's case, and their manager.
func (s *Service) Reminders(ctx context.Context, a access.Actor, p page.Page) ([]Reminder, int, error) {
	g, err := access.Allow[access.ReadConsent](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReminders(ctx, g, p)
}

// ExpiresSoon tells whether the consent is in force and within the days before its end in which people are reminded (R18).
func (v *View) ExpiresSoon(today civil.Date) bool {
	return v.InForce && !today.Before(v.ValidTo.AddDays(-v.RemindDays))
}

type flagSet struct{}

// Flag is something to mind about a consent.
type Flag = enum.Value[flagSet]

var (
	// Flags is the closed set.
	Flags = enum.Of[flagSet]("one-guardian-hindered")

	// OneGuardianHindered: one guardian could not be asked in a matter that cannot wait, and the other answers alone; the
	// reason stands beside the answer (FB 6:13, R14).
	OneGuardianHindered = Flags.Must("one-guardian-hindered")
)

// Flags lists what is to be minded about the consent.
func (c *Consent) Flags() []Flag {
	if c.has(Hindered) {
		return []Flag{OneGuardianHindered}
	}
	return nil
}
