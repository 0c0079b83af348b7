package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
)

func newParts(parts []wire.NewUnitPart) []org.Part {
	all := make([]org.Part, 0, len(parts))
	for _, p := range parts {
		all = append(all, org.Part{
			Name: p.Name, Branch: id.BranchOf(p.BranchId), Class: access.ClassNamed(string(given(p.SecrecyClass))), TakesRest: given(p.TakesRest),
		})
	}
	return all
}

func newPlacements(b wire.NewStaffPlacement) []org.Placement {
	return each(b.Parts, func(p wire.NewPartPlacement) org.Placement {
		return org.Placement{Part: id.UnitOf(p.UnitId), Staff: each(p.StaffIds, id.PersonOf)}
	})
}

func partWire(l org.Labels, p org.Part) wire.UnitPart {
	w := wire.UnitPart{
		UnitId: p.Unit.UUID(), Name: p.Name, Branch: branchRef(l, p.Branch), SecrecyClass: wire.SecrecyClass(p.Class.String()),
		TakesRest: p.TakesRest, StaffCount: p.Count,
	}
	if len(p.Staff) > 0 {
		w.StaffIds = each(p.Staff, id.Person.UUID)
	}
	return w
}

// partOr names a part of a unit, which no directory knows before it has been decided, or else the unit.
func partOr(l org.Labels, p org.Part, u id.Unit) wire.UnitRef {
	if p.Unit.IsZero() {
		return unitRef(l, u)
	}
	b, _ := l.Branch(p.Branch)
	return wire.UnitRef{Id: p.Unit.UUID(), Name: p.Name, Authority: b.Authority, Principal: b.Principal.Name}
}
