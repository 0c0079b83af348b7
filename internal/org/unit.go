package org

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
)

type principalKindSet struct{}

// PrincipalKind is what sort of principal (huvudman) it is.
type PrincipalKind struct{ enum.Value[principalKindSet] }

var principalKinds = enum.Of[principalKindSet]("municipality", "region", "both", "independent", "state")

// PrincipalKindNamed finds a kind; an unknown name gives the zero value, which is not statutory.
func PrincipalKindNamed(name string) PrincipalKind {
	v, err := principalKinds.Parse(name)
	if err != nil {
		return PrincipalKind{}
	}
	return PrincipalKind{v}
}

// IsStatutory tells whether the principal can bear overall responsibility: a municipality or a region (R1, R3).
func (k PrincipalKind) IsStatutory() bool {
	return !k.IsZero() && k.String() != "independent" && k.String() != "state"
}

// Principal is a municipality, a region, both in one, an independent provider, or an authority of the state, as the police.
type Principal struct {
	ID   id.Principal
	Name string
	Kind PrincipalKind
	// Number is its organisation number, read with the directory alone.
	Number OrgNumber
}

// Owes tells whether the principal must take part in making a plan that another has judged to be needed: of municipality and
// region the one owes it to the other, whatever it thinks itself (SoL 10:8, HSL 16:4; R5).
func (p Principal) Owes(other Principal) bool {
	is := func(x Principal, kind string) bool { return x.Kind.String() == kind || x.Kind.String() == "both" }
	return p.ID != other.ID && (is(p, "region") && is(other, "municipality") || is(p, "municipality") && is(other, "region"))
}

// Unit is where people work, with its place today.
type Unit struct {
	ID            id.Unit
	Name          string
	Class         access.Class
	Branch        id.Branch
	BranchName    string
	AuthorityName string
	Principal     Principal
}

// Colleague is a member of staff with an assignment at a unit today.
type Colleague struct {
	Person id.Person
	Name   string
	Role   access.Role
}

// Assignment is one of the caller's own assignments.
type Assignment struct {
	ID       id.Assignment
	Role     access.Role
	Unit     Unit
	From, To civil.Date // To is the last day, or none
	Chosen   bool
}
