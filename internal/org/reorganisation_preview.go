package org

import (
	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Count is a number of things as somebody may know it who sees none of them: as it is, or that it is below a limit.
type Count struct{ Number, Below int }

// CountOf tells a number no closer than may be. The fewest that are told as they are is a setting of the principal's routine
// profile: a smaller number could point at a child whom the reader knows of.
func CountOf(n, fewest int) Count {
	if 0 < n && n < fewest {
		return Count{Below: fewest}
	}
	return Count{Number: n}
}

// AccessChange is what those in a role at a unit lose and gain.
type AccessChange struct {
	Unit                                           id.Unit
	Role                                           access.Role
	PlansLost, PlansGained, ItemsLost, ItemsGained Count
}

// RecordChange is what a unit hands over: open cases, plans that it leads, follow-ups that it calls to, calls that wait. Of
// a unit that is divided it is told for each part what that takes over, and not the sum: it would tell small numbers.
type RecordChange struct {
	Unit                           id.Unit
	Part                           Part // when it is one
	Cases, Leads, FollowUps, Calls Count
}

// ConsentChange is how many consents in force stop covering something between two secrecy domains.
type ConsentChange struct {
	From, To id.Branch
	Stops    Count
}

// Preview is what a reorganisation would change for the units of one principal, in numbers.
type Preview struct {
	Access   []AccessChange
	Records  []RecordChange
	Consents []ConsentChange
	// Responsible is how many plans would have a principal with overall responsibility that no longer takes part.
	Responsible Count
}

// TouchedCase is an open case of the reader's own unit that a reorganisation touches.
type TouchedCase struct {
	Child      id.Person
	Name       person.Name
	Protection person.Protection
	Successor  id.Unit // who holds the case from the day on, when another does
	Part       Part    // the same, when it is a part of the unit
	Plans      []TouchedPlan
}

// TouchedPlan is a plan of such a case.
type TouchedPlan struct {
	ID              id.Plan
	LeadChanges     bool // the unit that leads it no longer will
	FollowUpChanges bool // nor the unit that calls to the next follow-up
	ItemsOutOfReach int  // items of others in the own domain that will lie behind a wall
}
