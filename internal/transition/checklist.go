package transition

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
)

type (
	kindSet struct{}
	lineSet struct{}
)

// Kind is why a plan goes over.
type Kind = enum.Value[kindSet]

// LineKind is what a line of the checklist asks for.
type LineKind = enum.Value[lineSet]

var (
	// Kinds are a move, and to grow up.
	Kinds = enum.Of[kindSet]("move", "adult-services")

	ToAdultServices = Kinds.Must("adult-services")

	// LineKinds is the closed set, in the order in which the lines stand.
	LineKinds = enum.Of[lineSet](
		"guardians-end", "plan-consent", "party", "party-waits", "consent-ends", "consent-missing", "consent-back", "lead", "role", "intervention", "follow-up",
		"information-request",
	)

	GuardiansEnd       = LineKinds.Must("guardians-end")       // from the day on the young person decides alone
	PlanConsent        = LineKinds.Must("plan-consent")        // the young person has not said yes to the plan itself
	PartyMissing       = LineKinds.Must("party")               // the receiving unit is not asked
	PartyWaits         = LineKinds.Must("party-waits")         // it has not answered
	ConsentEnds        = LineKinds.Must("consent-ends")        // a consent is not in force on the day
	ConsentMissing     = LineKinds.Must("consent-missing")     // none names the receiving unit as receiver of what a service holds
	ConsentBack        = LineKinds.Must("consent-back")        // none names a service as receiver of what the receiving unit holds
	Lead               = LineKinds.Must("lead")                // to be handed over
	Role               = LineKinds.Must("role")                // held by somebody of the unit before
	Intervention       = LineKinds.Must("intervention")        // goes on, and is the unit's before
	FollowUp           = LineKinds.Must("follow-up")           // the unit before is to call to it
	InformationRequest = LineKinds.Must("information-request") // waits for an answer
)

// Unit is a unit and the secrecy domain that it lies in.
type Unit struct {
	ID     id.Unit
	Branch id.Branch
}

// Party is a unit that takes part, or that is asked to.
type Party struct {
	Unit
	Waits bool
}

// Consent is one that is in force today: to the plan, or to sharing from one domain to another.
type Consent struct {
	ID      id.Consent
	ToPlan  bool
	Last    civil.Date
	ByChild bool // the child has said yes itself
	Ways    []Way
}

// Way is from which domain to which.
type Way struct{ From, To id.Branch }

// Holder is somebody of a unit with a role, until a last day if there is one.
type Holder struct {
	ID   id.RoleHolder
	Unit id.Unit
	Role string
	Last civil.Date
}

// Carried is an intervention that a unit carries out.
type Carried struct {
	ID     id.Item
	Unit   id.Unit
	Last   civil.Date
	IsOver bool
}

// Case is what is known of a plan that is to go over.
type Case struct {
	Kind          Kind
	On            civil.Date // the first day at the receiving unit
	AdultOn       civil.Date
	From, To      Unit
	LeadUnit      id.Unit
	Parties       []Party
	Consents      []Consent
	Roles         []Holder
	Interventions []Carried
	FollowUpOn    civil.Date
	FollowUpUnit  id.Unit
	Requests      []id.InformationRequest // that wait for an answer of the unit before or to it
}

// Line asks for one thing.
type Line struct {
	Kind         LineKind
	On           civil.Date
	Unit         id.Unit
	Consent      id.Consent
	Role         id.RoleHolder
	Intervention id.Item
	Request      id.InformationRequest
}
