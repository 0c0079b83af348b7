package consent

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
)

type stateSet struct{}

// State is where a consent stands on a day. The first line that fits counts:
//
//	withdrawn  somebody who was asked has withdrawn it (R17)
//	refused    somebody who was asked has said no
//	expired    its last day has passed (R18)
//	live       it is in force: the rule of the database says so
//	pending    an answer is missing, nobody has said yes yet, or its first day is to come
//	lapsed     all have answered, and yet it is no longer in force: custody ended or is new, maturity was assessed anew,
//	           the child has reached an age at which it must be asked, or has come of age (R14, R16, R20)
type State = enum.Value[stateSet]

var (
	// States is the closed set.
	States = enum.Of[stateSet]("pending", "live", "refused", "withdrawn", "expired", "lapsed")

	StatePending   = States.Must("pending")
	StateLive      = States.Must("live")
	StateRefused   = States.Must("refused")
	StateWithdrawn = States.Must("withdrawn")
	StateExpired   = States.Must("expired")
	StateLapsed    = States.Must("lapsed")
)

// State tells where the consent stands.
func (v *View) State(today civil.Date) State {
	switch {
	case !v.WithdrawnOn.IsZero():
		return StateWithdrawn
	case v.has(Refused):
		return StateRefused
	case today.After(v.ValidTo):
		return StateExpired
	case v.InForce:
		return StateLive
	case v.has(Pending), !v.has(Given), today.Before(v.ValidFrom):
		return StatePending
	}
	return StateLapsed
}

func (c *Consent) has(answer Choice) bool {
	for _, g := range c.Givers {
		if g.Answer == answer {
			return true
		}
	}
	return false
}

// isOver tells whether nothing can come of the consent any more, whoever answers.
func (c *Consent) isOver(today civil.Date) bool {
	return !c.WithdrawnOn.IsZero() || today.After(c.ValidTo)
}
