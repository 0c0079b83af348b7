package access

// Reach says how far a permission goes. The set is closed; package store states each in SQL (store/reach.go), the fence
// of the database repeats the walls, and the test oracle says the same once more.
type Reach struct{ name string }

// The reaches. "case" asks that the actor works with the child's case; "unit" that the actor's unit has such a case.
var (
	OwnCase        = Reach{"own_case"}        // owned in the own secrecy domain today
	OwnUnit        = Reach{"own_unit"}        // the same, for a role that covers the unit's cases
	ReleasedCase   = Reach{"released_case"}   // of another domain, to the own unit as accepted party, through an open wall
	ReleasedUnit   = Reach{"released_unit"}   // the same, for a role that covers the unit's cases
	LeadCase       = Reach{"lead_case"}       // of a plan that the own unit leads
	LeadUnit       = Reach{"lead_unit"}       // the same, for a role that covers the unit's cases
	ChairCase      = Reach{"chair_case"}      // of a meeting that the actor leads or keeps the minutes of
	InvitedUnit    = Reach{"invited_unit"}    // a call that waits for the own unit
	NamedCase      = Reach{"named_case"}      // of the own unit, about a child of own cases; of a protected one only when named for it
	NamedUnit      = Reach{"named_unit"}      // the same, for a role that covers the unit's cases
	ReceivedCase   = Reach{"received_case"}   // sent to the own unit, which gave it to the actor to handle
	ReceivedUnit   = Reach{"received_unit"}   // sent to the own unit, for a role that answers for it
	GroupMember    = Reach{"group_member"}    // of a collaboration group in which the actor sits today for the own unit
	GroupChair     = Reach{"group_chair"}     // the same, as its chair or secretary
	FamilyGuardian = Reach{"family_guardian"} // meant for the family; custody today of a child under 18
	FamilySelf     = Reach{"family_self"}     // meant for the family; the child itself
	InEmergency    = Reach{"emergency"}       // held by a care giver, of a child in danger, opened by the actor for 15 minutes
	Self           = Reach{"self"}            // about the actor
	Directory      = Reach{"directory"}       // public
	OwnPrincipal   = Reach{"own_principal"}   // concerns units of the principal that the own unit belongs to today
)

// Reaches lists the closed set.
var Reaches = []Reach{OwnCase, OwnUnit, ReleasedCase, ReleasedUnit, LeadCase, LeadUnit, ChairCase, InvitedUnit, NamedCase, NamedUnit, ReceivedCase, ReceivedUnit, GroupMember, GroupChair, FamilyGuardian, FamilySelf, InEmergency, Self, Directory, OwnPrincipal}

// String gives the reach's name in the policy.
func (r Reach) String() string { return r.name }
