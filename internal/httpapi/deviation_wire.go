package httpapi

import (
	"samplan/internal/deviation"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) deviation(v deviation.Deviation) wire.Deviation {
	w := wire.Deviation{
		Id: v.Facts.ID.UUID(), Kind: wire.DeviationKind(v.Kind.String()), State: wire.DeviationState(v.State().String()),
		Category: v.Category.Code, CategorySv: v.Category.Names.Swedish, CategoryEn: v.Category.Names.English, Concerns: r.unit(v.Concerns),
		HappenedOn: day(v.HappenedOn), EnteredOn: day(v.EnteredOn), Text: v.Text.Reveal(), ReporterId: v.Reporter.UUID(), Reporter: v.ReporterName,
		ChildId: optionalID(v.Child), Contact: managerContactWire(v.Contact), GroupId: optionalID(v.Case.Group), ReceivedOn: optionalDay(v.Case.ReceivedOn),
		DueOn: optionalDay(v.Case.DueOn), AcceptedOn: optionalDay(v.Case.AcceptedOn), ReturnedOn: optionalDay(v.Case.ReturnedOn),
		Reason: reveal(v.Case.Reason), Answer: reveal(v.Case.Answer), AnsweredOn: optionalDay(v.Case.AnsweredOn),
		IsOverdue: v.IsOverdue(r.actor.Today()), WithdrawnOn: optionalDay(v.WithdrawnOn), Etag: etag(v.Tag()),
	}
	if !v.Case.Level.IsZero() {
		w.Level = new(wire.DeviationLevel(v.Case.Level.String()))
	}
	return w
}

func (r reader) deviationRow(v deviation.Deviation) wire.DeviationRow {
	return wire.DeviationRow{
		Id: v.Facts.ID.UUID(), Kind: wire.DeviationKind(v.Kind.String()), State: wire.DeviationState(v.State().String()), Category: v.Category.Code,
		Concerns: r.unit(v.Concerns), HappenedOn: day(v.HappenedOn), EnteredOn: day(v.EnteredOn), DueOn: optionalDay(v.Case.DueOn),
		IsOverdue: v.IsOverdue(r.actor.Today()),
	}
}

func (r reader) deviationCase(v deviation.Received) wire.DeviationCase {
	f := v.Facts
	return wire.DeviationCase{
		Id: v.ID.UUID(), GroupId: v.Group.UUID(), Origin: wire.DeviationOrigin(v.Origin.String()), Kind: wire.DeviationKind(f.Kind.String()),
		State: wire.DeviationState(v.State.String()), Category: f.Category.Code, CategorySv: f.Category.Names.Swedish,
		CategoryEn: f.Category.Names.English, Unit: r.unit(f.Unit), Concerns: r.unit(f.Concerns), HappenedOn: day(f.HappenedOn), Text: f.Text.Reveal(),
		Contact: managerContactWire(f.Contact), ReceivedOn: day(v.ReceivedOn), DueOn: day(v.DueOn), AcceptedOn: optionalDay(v.AcceptedOn),
		ReturnedOn: optionalDay(v.ReturnedOn), Reason: reveal(v.Reason), LiftedBecause: reveal(v.Lifted), Answer: reveal(v.Answer),
		AnsweredOn: optionalDay(v.AnsweredOn), ClosedOn: optionalDay(v.ClosedOn), Level: wire.DeviationLevel(v.Level.String()), FromGroupId: optionalID(v.From),
		IsOverdue: v.IsOverdue(r.actor.Today()), SentCases: each(v.Sent, sentDeviation), Measures: each(v.Measures, r.deviationMeasure), Etag: etag(v.Tag()),
	}
}

func (r reader) deviationCaseRow(v deviation.Received) wire.DeviationCaseRow {
	return wire.DeviationCaseRow{
		Id: v.ID.UUID(), GroupId: v.Group.UUID(), State: wire.DeviationState(v.State.String()), Category: v.Facts.Category.Code,
		Unit: r.unit(v.Facts.Unit), Concerns: r.unit(v.Facts.Concerns), ReceivedOn: day(v.ReceivedOn), DueOn: day(v.DueOn),
		IsOverdue: v.IsOverdue(r.actor.Today()), Level: wire.DeviationLevel(v.Level.String()),
	}
}

func managerContactWire(c deviation.Contact) *wire.ManagerContact {
	if c.On.IsZero() {
		return nil
	}
	return &wire.ManagerContact{ContactedOn: day(c.On), Manager: c.Manager, OtherManager: c.Other.Reveal(), Cause: c.Cause.Reveal()}
}

func deviationDraft(b wire.NewDeviation) (deviation.Draft, error) {
	var read reading
	d := deviation.Draft{
		Kind: word(&read, deviation.Kinds, &b.Kind, "/kind"), Category: b.Category, Concerns: id.UnitOf(b.ConcernsUnitId),
		HappenedOn: civilDay(&b.HappenedOn), Text: person.NewText(b.Text), Child: id.PersonOf(given(b.ChildId)),
		Suggestion: id.SuggestionOf(given(b.SuggestionId)),
	}
	return d, read.err()
}

func managerContact(b wire.NewManagerContact) deviation.Contact {
	return deviation.Contact{On: civilDay(&b.ContactedOn), Other: person.NewText(b.OtherManager), Cause: person.NewText(b.Cause)}
}

func deviationIntake(b wire.NewDeviationIntake) deviation.Intake {
	return deviation.Intake{IsReturned: b.Outcome == wire.DeviationIntakeOutcomeReturned, Reason: hide(b.Reason)}
}
