package access

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Side is one of the two units of a disclosure, as it lies today.
type Side struct {
	Unit      id.Unit
	Class     Class
	Branch    id.Branch
	Authority id.Authority
	Principal id.Principal
}

// limits are the ages below which a ground is there for a child: OSL 25:12 and 26:9 speak of those under 18, 10:18 a of
// those under 21.
var limits = map[Ground]int{NeedOfUnder18: 18, YoungOffenceRisk: 21}

// Lawful gives the paragraph by which a ground opens the wall from giver to receiver for a child, until a day; or says by which it
// stays closed. Whatever is disclosed without consent goes by this. Faults: ground-does-not-apply at /ground, or at /validTo.
func (m *Matrix) Lawful(g Ground, giver, receiver Side, birth, today, until civil.Date) (string, error) {
	wall := Wall{Giver: giver.Class, Receiver: receiver.Class, Ground: g}
	law, ok := m.Opens(wall)
	if !ok {
		return "", fault.Forbidden(fault.CodeGround, m.Closes(wall), "/ground", "closed")
	}
	switch {
	case g == WithinHealth && giver.Principal != receiver.Principal:
		return "", fault.Forbidden(fault.CodeGround, law, "/ground", "other-principal")
	case g == PupilSupport && giver.Authority != receiver.Authority:
		return "", fault.Forbidden(fault.CodeGround, law, "/ground", "other-authority")
	}
	limit, ok := limits[g]
	if !ok {
		return law, nil
	}
	birthday := birth.AddYears(limit)
	switch {
	case birth.IsZero() || !today.Before(birthday):
		return "", fault.Forbidden(fault.CodeGround, law, "/ground", "too-old")
	case !until.Before(birthday):
		return "", fault.Forbidden(fault.CodeGround, law, "/validTo", "too-old")
	}
	return law, nil
}
