package card

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// Words are what a card says.
type Words struct {
	Purpose, Phone, Hours string
	Languages             []string // ISO 639
}

// Draft is a card before it is published.
type Draft struct {
	Words
	Owner      id.Person
	ValidUntil civil.Date // none: as long as the routine allows
}

// Card is one of a unit's.
type Card struct {
	ID         id.ContactCard
	Unit       id.Unit
	Number     int // the unit's first is 1
	Words      Words
	Owner      id.Person // of the own unit's cards alone
	OwnerName  string
	Published  civil.Date
	Confirmed  civil.Date
	RemindFrom civil.Date
	ValidUntil civil.Date
	IsReplaced bool
	Version    int
}

// New makes the card that follows the unit's last one; the zero card when it has none.
func New(d Draft, last Card, unit id.Unit, p *routine.Profile, today civil.Date) (Card, error) {
	c := Card{
		ID: id.NewContactCard(), Unit: unit, Number: last.Number + 1, Words: d.Words, Owner: d.Owner, Published: today,
	}
	return c, c.stand(d.ValidUntil, p, today)
}

// Confirm says that the card is still true. Faults: already-replaced, dates-out-of-order.
func (c *Card) Confirm(until civil.Date, p *routine.Profile, today civil.Date) error {
	if c.IsReplaced {
		return fault.New(fault.CodeReplaced)
	}
	return c.stand(until, p, today)
}

// stand lets the card count from today until a day that the routine allows.
func (c *Card) stand(until civil.Date, p *routine.Profile, today civil.Date) error {
	longest := p.Due(routine.ContactCardReview, today)
	switch {
	case until.IsZero():
		until = longest
	case until.Before(today):
		return fault.At(fault.CodeDates, "/validUntil", "past")
	case until.After(longest):
		return fault.At(fault.CodeDates, "/validUntil", "too-late")
	}
	c.Confirmed, c.ValidUntil, c.RemindFrom = today, until, p.SoonFrom(routine.ContactCardReview, until)
	c.Version++
	return nil
}

// IsOutdated tells whether it should have been confirmed.
func (c *Card) IsOutdated(today civil.Date) bool { return today.After(c.ValidUntil) }

// Tag names this version of the card, and whether it counts, which moves by itself.
func (c *Card) Tag(today civil.Date) string {
	tag := strconv.Itoa(c.Version)
	if c.IsReplaced {
		tag += "-replaced"
	}
	if c.IsOutdated(today) {
		tag += "-outdated"
	}
	return tag
}
