package httpapi

import (
	"strings"

	"samplan/internal/access"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
)

// unitRef names a unit. One that the directory does not hold has its id alone.
func unitRef(l org.Labels, u id.Unit) wire.UnitRef {
	v, _ := l.Unit(u)
	v.ID = u
	return refOf(v)
}

func refOf(u org.Unit) wire.UnitRef {
	return wire.UnitRef{Id: u.ID.UUID(), Name: u.Name, Authority: u.AuthorityName, Principal: u.Principal.Name}
}

// secrecyOf tells which secrecy binds what a unit holds, and whether the reader's own is weaker (R30).
func secrecyOf(p *access.Matrix, l org.Labels, owner id.Unit, reader access.Class) wire.SecrecyLabel {
	u, _ := l.Unit(owner)
	s := p.Secrecy(u.Class)
	return wire.SecrecyLabel{Rule: s.Rule, Strength: wire.SecrecyStrength(s.Strength), WeakerHere: p.WeakerThan(reader, u.Class)}
}

// fullName joins the parts of a name, for readers who may have it.
func fullName(given, family person.Text) string {
	return strings.TrimSpace(given.Reveal() + " " + family.Reveal())
}

// branchRef names a secrecy domain.
func branchRef(l org.Labels, b id.Branch) wire.BranchRef {
	v, _ := l.Branch(b)
	return wire.BranchRef{BranchId: b.UUID(), Name: v.Name}
}
