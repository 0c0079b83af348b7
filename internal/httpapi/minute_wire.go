package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) minute(m plan.Minute) wire.Minute {
	w := wire.Minute{
		Id: m.ID.UUID(), PlanId: m.Plan.UUID(), MeetingId: m.Meeting.UUID(), Owner: r.owner(m.Item), Own: r.isOwn(m.Owner), Secrecy: r.secrecy(m.Item),
		Category: wire.Category(m.Category.String()), Visibility: wire.Visibility(m.Visibility.String()), CreatedOn: day(m.CreatedOn),
		SettledOn: optionalDay(m.SettledOn), Heading: reveal(m.Title), Text: m.Body.Reveal(), Corrections: each(m.Corrections, correction), Etag: etag(m.Tag()),
		Objections: each(m.Objections, objected),
	}
	if m.SettledOn.IsZero() && m.Visibility == plan.UnitOnly { // for whom it will be
		w.Visibility = wire.Visibility(m.MeantFor.String())
	}
	if !m.Decision.Outcome.IsZero() {
		w.Decision = new(r.decision(m.Decision))
	}
	return w
}

func correction(c plan.Correction) wire.Correction {
	return wire.Correction{Text: c.Text.Reveal(), By: reveal(c.Name), CorrectedOn: day(c.On)}
}

func (r reader) decision(d plan.Decision) wire.Decision {
	w := wire.Decision{
		Outcome: wire.DecisionOutcome(d.Outcome.String()), PersonName: reveal(d.PersonName), DueOn: optionalDay(d.DueOn),
		State: optional(wire.DecisionState(d.State.String())), Overdue: d.IsOverdue(r.actor.Today()), Text: reveal(d.Text), AnsweredOn: optionalDay(d.AnsweredOn),
		InterventionId: optionalID(d.Intervention),
	}
	if !d.Unit.IsZero() {
		w.Unit = new(r.unit(d.Unit))
	}
	return w
}

func (r reader) myMinute(m plan.Minute) wire.MyMinute {
	w := wire.MyMinute{
		Id: m.ID.UUID(), MeetingId: m.Meeting.UUID(), SettledOn: optionalDay(m.SettledOn), By: r.holder(m.Item), Heading: reveal(m.Title),
		Text: m.Body.Reveal(), Corrections: each(m.Corrections, correction), Objections: each(m.Objections, myObjected),
	}
	if d := m.Decision; !d.Outcome.IsZero() {
		w.Decision = &wire.MyDecision{
			Outcome: wire.DecisionOutcome(d.Outcome.String()), DueOn: optionalDay(d.DueOn), State: optional(wire.DecisionState(d.State.String())),
			Overdue: d.IsOverdue(r.actor.Today()),
		}
		if !d.Unit.IsZero() {
			w.Decision.Responsible = new(r.unit(d.Unit).Name)
		}
	}
	return w
}

func (r reader) receivedDecision(d plan.ReceivedDecision) wire.ReceivedDecision {
	return wire.ReceivedDecision{
		Id: d.ID.UUID(), PlanId: d.Plan.UUID(), DecidedOn: day(d.DecidedOn), Outcome: wire.DecisionOutcome(d.Outcome.String()), PersonName: reveal(d.PersonName),
		DueOn: optionalDay(d.DueOn), State: wire.DecisionState(d.State.String()), Overdue: d.IsOverdue(r.actor.Today()), InterventionId: optionalID(d.Intervention),
	}
}

// newMinute reads a point; a new one and a changed one say the same.
func newMinute(b wire.NewMinute) (plan.MinuteDraft, error) {
	var r reading
	d := plan.MinuteDraft{
		Heading: hide(b.Heading), Text: person.NewText(b.Text), Category: word(&r, plan.Categories, b.Category, "/category"),
		Visibility: word(&r, plan.Visibilities, &b.Visibility, "/visibility"),
	}
	if v := b.Decision; v != nil {
		d.Decision = plan.Decided{
			Outcome: word(&r, plan.DecisionOutcomes, &v.Outcome, "/decision/outcome"), Unit: id.UnitOf(given(v.UnitId)), Person: id.PersonOf(given(v.PersonId)),
			DueOn: civilDay(v.DueOn),
		}
	}
	return d, r.err()
}

func changedMinute(b wire.ChangeMinute) (plan.MinuteDraft, error) {
	return newMinute(wire.NewMinute{Heading: b.Heading, Text: b.Text, Category: &b.Category, Visibility: b.Visibility, Decision: b.Decision})
}

func decisionReply(b wire.NewDecisionAnswer) (plan.DecisionReply, error) {
	var r reading
	v := plan.DecisionReply{Answer: word(&r, plan.DecisionAnswers, &b.Answer, "/answer"), Text: hide(b.Text)}
	if i := b.Intervention; i != nil {
		v.Intervention = plan.Draft{
			Kind: plan.InterventionKind, Category: word(&r, plan.Categories, i.Category, "/intervention/category"), Visibility: visibility(&r, i.Visibility),
			Words: plan.Words{
				Title: person.NewText(i.Title), Body: hide(i.Text), Status: plan.Planned, StartsOn: civilDay(i.StartsOn), EndsOn: civilDay(i.EndsOn),
			},
		}
	}
	return v, r.err()
}
