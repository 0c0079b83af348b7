package plan

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// LeadOffer asks a party to take the lead of a plan that goes on (överlämnande av ledningen). Until it has accepted, the unit
// that leads goes on; from that day the party leads.
type LeadOffer struct {
	Transfer
	ID id.LeadOffer
}

// LeadTerm is that a unit leads or led a plan, from a day on.
type LeadTerm struct {
	Unit id.Unit
	From civil.Date
	To   civil.Date // the last day, the day before From when another took over on that day; zero: it leads today
}

// stillCalled are the states of a party that has not answered.
var stillCalled = PartyStates.Values()[:2]

// leadable finds the party that is asked, and says what stands in the way. Where a child may be is told by who leads; so a
// protected child's plan keeps its lead (R31). And while a call waits it is not known who takes part.
func (v View) leadable(to, own id.Unit) (id.Party, error) {
	if err := v.open(); err != nil {
		return id.Party{}, err
	}
	party, err := v.offered(to, own)
	if err != nil {
		return party, err
	}
	if v.ChildName.Protection != person.NoProtection {
		return party, fault.At(fault.CodeCannotLead, "/unitId", "protected-child")
	}
	for _, y := range v.Parties {
		if slices.Contains(stillCalled, y.State) {
			return party, fault.At(fault.CodeCannotLead, "/unitId", "call-waits")
		}
	}
	return party, nil
}
