package transition

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type (
	offerKindSet struct{}
	outcomeSet   struct{}
)

// OfferKind is what is offered in a transition.
type OfferKind = enum.Value[offerKindSet]

// Outcome is what became of an offer.
type Outcome = enum.Value[outcomeSet]

var (
	// OfferKinds are, in the order in which they are made, what the unit before has in hand, and last the lead of the plan or the plan.
	OfferKinds = enum.Of[offerKindSet]("intervention", "role", "lead", "plan")

	OfIntervention = OfferKinds.Must("intervention")
	OfRole         = OfferKinds.Must("role")
	OfLead         = OfferKinds.Must("lead")
	OfPlan         = OfferKinds.Must("plan")

	// Outcomes are: offered now; offered before, and not answered; to be offered on the day; something stands in the way.
	Outcomes = enum.Of[outcomeSet]("offered", "waiting", "later", "refused")

	Offered = Outcomes.Must("offered")
	Waiting = Outcomes.Must("waiting")
	Later   = Outcomes.Must("later")
	Refused = Outcomes.Must("refused")
)

// Offer is one of the offers of which a transition consists.
type Offer struct {
	Kind         OfferKind
	To           id.Unit
	On           civil.Date
	Role         string
	Holders      []id.RoleHolder // whose role it is
	Intervention id.Item
	Outcome      Outcome
	Made         Made
	Problem      *fault.Error // what stands in the way of one that was refused
}

// Made is the offer that was made, of one kind.
type Made struct {
	Intervention id.InterventionOffer
	Role         id.RoleOffer
	Lead         id.LeadOffer
	Plan         id.HandOver
}

// Offers are those that the unit before has to make to the receiving one. Where the plan ends here nothing in it goes over: the receiving
// unit begins a plan of its own (R31). The lead, and the plan, change hands by the answer alone; so they are offered from the day on.
func (c Case) Offers(planGoesOn bool, today civil.Date) []Offer {
	var all []Offer
	lead := Offer{Kind: OfPlan, To: c.To.ID, On: c.On}
	if planGoesOn {
		lead.Kind = OfLead
		all = c.offersOfTasks()
	}
	if c.LeadUnit == c.From.ID {
		if today.Before(c.On) {
			lead.Outcome = Later
		}
		all = append(all, lead)
	}
	return all
}

func (c Case) offersOfTasks() []Offer {
	var interventions, roles []Offer
	for _, l := range c.ofTasks() {
		switch l.Kind {
		case Intervention:
			interventions = append(interventions, Offer{Kind: OfIntervention, To: c.To.ID, On: c.On, Intervention: l.Intervention})
		case Role:
			role := c.roleOf(l.Role)
			n := slices.IndexFunc(roles, func(o Offer) bool { return o.Role == role })
			if n < 0 {
				n, roles = len(roles), append(roles, Offer{Kind: OfRole, To: c.To.ID, On: c.On, Role: role})
			}
			roles[n].Holders = append(roles[n].Holders, l.Role)
		}
	}
	return append(interventions, roles...)
}

func (c Case) roleOf(h id.RoleHolder) string {
	for _, v := range c.Roles {
		if v.ID == h {
			return v.Role
		}
	}
	return ""
}

// IsAmong tells whether one of the same, to the same unit, is among others.
func (o Offer) IsAmong(all []Offer) bool {
	return slices.ContainsFunc(all, func(v Offer) bool {
		return v.Kind == o.Kind && v.To == o.To && v.Role == o.Role && v.Intervention == o.Intervention
	})
}

// Waits tells whether the offer is made, and the receiver to answer.
func (o Offer) Waits() bool { return o.Outcome == Offered || o.Outcome == Waiting }

// AreMade tells whether all offers are.
func AreMade(all []Offer) bool {
	return !slices.ContainsFunc(all, func(o Offer) bool { return !o.Waits() })
}

// Left are the lines of a checklist of which no offer waits for an answer.
func Left(lines []Line, offers []Offer) []Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l Line) bool {
		return slices.ContainsFunc(offers, func(o Offer) bool { return o.Waits() && o.isOf(l) })
	})
}

func (o Offer) isOf(l Line) bool {
	switch l.Kind {
	case Lead:
		return o.Kind == OfLead || o.Kind == OfPlan
	case Role:
		return slices.Contains(o.Holders, l.Role)
	case Intervention:
		return o.Kind == OfIntervention && o.Intervention == l.Intervention
	}
	return false
}
