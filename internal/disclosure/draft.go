package disclosure

import (
	"slices"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Draft is a disclosure that somebody asks to have recorded.
type Draft struct {
	To        id.Unit
	Ground    Ground
	Tried     Tried
	Reason    person.Text
	DecidedBy id.Person
	ValidTo   civil.Date
}

// Side is one of the two units, as it lies today.
type Side = access.Side

// Knowledge is what a disclosure is decided on, of what the giver may see. A receiver that is no accepted party, or one
// that the giver may not see, is the zero side: the two are not told apart.
type Knowledge struct {
	Plan         id.Plan
	Item         id.Item
	IsForParties bool
	TakesPart    bool          // the giver is an accepted party itself
	Birth        civil.Date    // of the child, as the giver knows it
	Deciders     []access.Role // those in which the one who decided works at the giver today
	Giver        Side
	Receiver     Side
}

// New makes the disclosure that a draft asks for.
func New(d Draft, k Knowledge, policy *access.Matrix, by id.Person, today civil.Date, now time.Time) (Disclosure, error) {
	if err := d.valid(k, policy, today); err != nil {
		return Disclosure{}, err
	}
	law, err := policy.Lawful(access.GroundNamed(d.Ground.String()), k.Giver, k.Receiver, k.Birth, today, d.ValidTo)
	if err != nil {
		return Disclosure{}, err
	}
	return Disclosure{
		ID: id.NewDisclosure(), Plan: k.Plan, Item: k.Item, From: k.Giver.Unit, To: d.To, Ground: d.Ground, Paragraph: law,
		Tried: d.Tried, Reason: d.Reason, DecidedBy: d.DecidedBy, RecordedBy: by, DecidedOn: today, ValidTo: d.ValidTo,
		CreatedAt: now, Version: 1,
	}, nil
}

// valid checks everything but the law. What the caller may know of the receiver goes before all that depends on it.
func (d Draft) valid(k Knowledge, policy *access.Matrix, today civil.Date) error {
	mayDecide := func(r access.Role) bool { return access.Holds[access.DiscloseItem](policy, r) }
	switch {
	case d.Ground.IsZero():
		return fault.At(fault.CodeInvalid, "/ground", "required")
	case d.Tried.IsZero():
		return fault.At(fault.CodeInvalid, "/consentTried", "required")
	case d.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case d.ValidTo.Before(today):
		return fault.At(fault.CodeDates, "/validTo", "past")
	case !slices.ContainsFunc(k.Deciders, mayDecide):
		return fault.At(fault.CodeNotStaff, "/decidedBy", "unknown")
	case !k.IsForParties:
		return fault.At(fault.CodeNotForParties, "itemId", "visibility")
	case !k.TakesPart:
		return fault.At(fault.CodeNotAParty, "itemId", "own-unit")
	case k.Receiver.Unit.IsZero():
		return fault.At(fault.CodeNotAParty, "/toUnitId", "unknown")
	case k.Receiver.Branch == k.Giver.Branch:
		return fault.At(fault.CodeInvalid, "/toUnitId", "same-domain") // there is no wall to open
	}
	return nil
}
