package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/person"
)

func maturityFrom(b *wire.NewMaturityAssessment) (person.MaturityDraft, error) {
	outcome, err := person.Outcomes.Parse(string(b.Outcome))
	if err != nil {
		return person.MaturityDraft{}, fault.At(fault.CodeInvalid, "/outcome", "enum")
	}
	return person.MaturityDraft{
		Outcome: outcome, AssessedOn: civil.FromUTC(b.AssessedOn.Time), Reason: person.NewText(b.Reason),
	}, nil
}

func maturityWire(m person.Maturity) wire.MaturityAssessment {
	return wire.MaturityAssessment{
		Id: m.ID.UUID(), Outcome: wire.MaturityOutcome(m.Outcome.String()), AssessedOn: day(m.AssessedOn), Reason: m.Reason.Reveal(),
	}
}
