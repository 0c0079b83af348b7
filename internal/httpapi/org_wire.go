package httpapi

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"

	"samplan/internal/httpapi/wire"
	"samplan/internal/org"
)

func principalWire(p org.Principal) wire.Principal {
	return wire.Principal{Id: p.ID.UUID(), Name: p.Name, Kind: wire.PrincipalKind(p.Kind.String())}
}

func unitWire(u org.Unit) wire.Unit {
	return wire.Unit{
		Id: u.ID.UUID(), Name: u.Name, SecrecyClass: wire.SecrecyClass(u.Class.String()), PrincipalId: u.Principal.ID.UUID(),
		Principal: u.Principal.Name, Authority: u.AuthorityName, Branch: u.BranchName, BranchId: u.Branch.UUID(),
	}
}

// unitTag names what is told of a unit: the organisation has no version, so it is drawn from what is shown.
func unitTag(u wire.Unit) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", u))
	return base64.RawURLEncoding.EncodeToString(sum[:15])
}

func colleagueWire(c org.Colleague) wire.Colleague {
	return wire.Colleague{PersonId: c.Person.UUID(), Name: c.Name, Role: wire.Role(c.Role.String())}
}

func assignmentWire(a org.Assignment) wire.AssignmentView {
	return wire.AssignmentView{
		Id: a.ID.UUID(), Role: wire.Role(a.Role.String()), Unit: refOf(a.Unit), ValidFrom: day(a.From), ValidTo: optionalDay(a.To),
		Chosen: a.Chosen,
	}
}
