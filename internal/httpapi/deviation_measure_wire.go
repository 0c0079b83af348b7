package httpapi

import (
	"samplan/internal/deviation"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) deviationMeasure(m deviation.Measure) wire.DeviationMeasure {
	w := wire.DeviationMeasure{
		Id: m.ID.UUID(), GroupId: m.Group.UUID(), Unit: r.unit(m.Unit), Text: m.Text.Reveal(), DecidedOn: day(m.DecidedOn), DueOn: day(m.DueOn),
		IsOverdue: m.IsOverdue(r.actor.Today()), Effect: reveal(m.Effect), FollowedUpOn: optionalDay(m.FollowedUpOn),
	}
	if !m.Outcome.IsZero() {
		w.Outcome = new(wire.DeviationMeasureOutcome(m.Outcome.String()))
	}
	return w
}

func sentDeviation(c deviation.Case) wire.SentDeviation {
	return wire.SentDeviation{
		GroupId: c.Group.UUID(), Origin: wire.DeviationOrigin(c.Origin.String()), State: wire.DeviationState(c.State.String()), DueOn: day(c.DueOn),
		Reason: reveal(c.Reason), Answer: reveal(c.Answer), AnsweredOn: optionalDay(c.AnsweredOn),
	}
}

func measureDraft(b wire.NewDeviationMeasure) deviation.MeasureDraft {
	return deviation.MeasureDraft{Unit: id.UnitOf(b.UnitId), Text: person.NewText(b.Text), DueOn: civilDay(&b.DueOn)}
}

func measureOutcome(b wire.NewDeviationFollowUp) (deviation.Outcome, error) {
	var read reading
	o := word(&read, deviation.Outcomes, &b.Outcome, "/outcome")
	return o, read.err()
}
