package consent

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Answer is what one who was asked says.
type Answer struct {
	Person    id.Person
	Choice    Choice
	Reason    person.Text
	Signature Signature
}

// Record takes an answer that staff of the recording unit write down. own is the unit's secrecy domain today: after a
// reorganisation a unit no longer speaks for the domain that it has left.
func (c *Consent) Record(a Answer, own id.Branch, today civil.Date) error {
	if c.Form == ByEID {
		return fault.New(fault.CodeDenied) // only the one who was asked can sign in as that person
	}
	for _, s := range c.Scopes {
		if s.From != own {
			return fault.New(fault.CodeConsentDomain)
		}
	}
	g, err := c.answerable(a.Person, today)
	if err != nil {
		return err
	}
	if a.Choice == Hindered {
		if err := c.mayBeHindered(*g, a.Reason); err != nil {
			return err
		}
	}
	return c.take(g, a, today)
}

// Take takes the answer that somebody gives in person: yes or no.
func (c *Consent) Take(a Answer, today civil.Date) error {
	g, err := c.answerable(a.Person, today)
	if err != nil {
		return err
	}
	if a.Choice == Hindered {
		return fault.At(fault.CodeInvalid, "/answer", "enum")
	}
	return c.take(g, a, today)
}

func (c *Consent) answerable(p id.Person, today civil.Date) (*Giver, error) {
	g := c.Giver(p)
	switch {
	case g == nil:
		return nil, fault.At(fault.CodeInvalid, "/personId", "not-asked")
	case c.isOver(today):
		return nil, fault.New(fault.CodeConsentEnded)
	case g.Answer != Pending:
		return nil, fault.New(fault.CodeAnswered)
	}
	return g, nil
}

// mayBeHindered asks for what FB 6:13 asks for: a reason, and another guardian who can decide alone (R14).
func (c *Consent) mayBeHindered(g Giver, reason person.Text) error {
	if g.Capacity == AsChild {
		return fault.At(fault.CodeInvalid, "/answer", "not-a-guardian")
	}
	if reason.IsZero() {
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	for _, o := range c.Givers {
		if o.Person != g.Person && o.Capacity != AsChild && o.Answer != Hindered {
			return nil
		}
	}
	return fault.At(fault.CodeInvalid, "/answer", "no-other-guardian")
}

func (c *Consent) take(g *Giver, a Answer, today civil.Date) error {
	if a.Choice.IsZero() || a.Choice == Pending {
		return fault.At(fault.CodeInvalid, "/answer", "enum")
	}
	g.Answer, g.Reason, g.AnsweredOn, g.Signature = a.Choice, a.Reason, today, a.Signature
	c.Version++
	return nil
}

// Withdraw ends the consent at once. Anyone who was asked may do so at any time, whatever the form and without giving a
// reason (R17).
func (c *Consent) Withdraw(by id.Person, reason person.Text, today civil.Date) error {
	switch {
	case c.Giver(by) == nil:
		return fault.At(fault.CodeInvalid, "/by", "not-asked")
	case c.isOver(today):
		return fault.New(fault.CodeConsentEnded)
	}
	c.WithdrawnOn, c.WithdrawnBy, c.WithdrawalReason = today, by, reason
	c.Version++
	return nil
}
