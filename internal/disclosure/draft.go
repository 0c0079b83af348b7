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
type Side struct {
	Unit      id.Unit
	Class     access.Class
	Branch    id.Branch
	Authority id.Authority
	Principal id.Principal
}

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

// limits are the ages below which a ground is there for a child: OSL 25:12 and 26:9 speak of those under 18, 10:18 a of
// those under 21.
var limits = map[Ground]int{Grounds.Must("need-of-under-18"): 18, Grounds.Must("young-offence-risk"): 21}

// New makes the disclosure that a draft asks for.
func New(d Draft, k Knowledge, policy *access.Matrix, by id.Person, today civil.Date, now time.Time) (Disclosure, error) {
	if err := d.valid(k, policy, today); err != nil {
		return Disclosure{}, err
	}
	law, err := d.paragraph(k, policy, today)
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

// paragraph finds the rule that lets the ground open the wall between the two units, today and for as long as asked.
func (d Draft) paragraph(k Knowledge, policy *access.Matrix, today civil.Date) (string, error) {
	wall := access.Wall{Giver: k.Giver.Class, Receiver: k.Receiver.Class, Ground: access.GroundNamed(d.Ground.String())}
	law, ok := policy.Opens(wall)
	if !ok {
		return "", fault.Forbidden(fault.CodeGround, policy.Closes(wall), "/ground", "closed")
	}
	switch {
	case d.Ground == withinHealth && k.Giver.Principal != k.Receiver.Principal:
		return "", fault.Forbidden(fault.CodeGround, law, "/ground", "other-principal")
	case d.Ground == pupilSupport && k.Giver.Authority != k.Receiver.Authority:
		return "", fault.Forbidden(fault.CodeGround, law, "/ground", "other-authority")
	}
	limit, ok := limits[d.Ground]
	if !ok {
		return law, nil
	}
	birthday := k.Birth.AddYears(limit)
	switch {
	case k.Birth.IsZero() || !today.Before(birthday):
		return "", fault.Forbidden(fault.CodeGround, law, "/ground", "too-old")
	case !d.ValidTo.Before(birthday):
		return "", fault.Forbidden(fault.CodeGround, law, "/validTo", "too-old")
	}
	return law, nil
}
