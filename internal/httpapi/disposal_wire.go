package httpapi

import (
	"samplan/internal/disposal"

	"samplan/internal/httpapi/wire"
)

func disposalSetting(s disposal.Setting) wire.DisposalSetting {
	w := wire.DisposalSetting{
		Id: s.ID.UUID(), SecrecyClass: wire.SecrecyClass(s.Class), Number: s.Number, Years: optional(s.Years), BornOnDays: s.Days, Decision: s.Decision,
		SetOn: day(s.SetOn),
	}
	if !s.Sample.IsZero() {
		w.Sample = optional(wire.DisposalSample(s.Sample.String()))
	}
	return w
}

func settingFrom(b wire.NewDisposalSetting) (disposal.Setting, error) {
	var read reading
	s := disposal.Setting{
		Class: string(b.SecrecyClass), Years: given(b.Years), Sample: word(&read, disposal.Samples, b.Sample, "/sample"), Days: b.BornOnDays, Decision: b.Decision,
	}
	return s, read.err()
}

func disposalOf(v disposal.Run) wire.Disposal {
	return wire.Disposal{
		Id: v.ID.UUID(), State: wire.DisposalState(v.State.String()), ClockVersion: v.Profile, DrawnUpById: v.DrawnUpBy.UUID(), DrawnUpBy: v.DrawnUpName,
		DrawnUpOn: day(v.DrawnUpOn), Decisions: each(v.Decisions, disposalDecision), CarriedOutOn: optionalDay(v.CarriedOutOn),
		CancelledOn: optionalDay(v.CancelledOn), Cases: v.Cases, Disposed: v.Disposed, Dropped: v.Dropped, Etag: etag(v.Tag()),
	}
}

func disposalDecision(d disposal.Decision) wire.DisposalDecision {
	return wire.DisposalDecision{PersonId: d.Person.UUID(), Person: d.Name, DecidedAt: d.At.UTC()}
}

func (r reader) disposalCase(c disposal.Case) wire.DisposalCase {
	w := wire.DisposalCase{
		Id: c.ID.UUID(), Unit: r.unit(c.Unit), ChildId: c.Child.UUID(), GivenName: optional(c.GivenName), FamilyName: optional(c.FamilyName),
		BirthDate: optionalDay(c.Birth), Clock: wire.DisposalClock(c.Clock), Paragraph: c.Paragraph, LastEntryOn: day(c.LastEntryOn), DueOn: day(c.DueOn),
		FinishBy: day(c.FinishBy), Outcome: wire.DisposalCaseOutcome(c.Outcome.String()), DisposedOn: optionalDay(c.DisposedOn), Items: c.Items, Files: c.Files,
		Plans: c.Plans,
	}
	if !c.DroppedBecause.IsZero() {
		w.DroppedBecause = optional(wire.DisposalCaseDroppedBecause(c.DroppedBecause.String()))
	}
	return w
}

func (r reader) retentionMark(m disposal.Mark) wire.RetentionMark {
	return wire.RetentionMark{
		Id: m.ID.UUID(), ChildId: m.Child.UUID(), Unit: r.unit(m.Unit), Kind: wire.RetentionMarkKind(m.Kind.String()), Reason: m.Reason.Reveal(),
		SetById: m.SetBy.UUID(), SetOn: day(m.SetOn), EndedOn: optionalDay(m.EndedOn), EndedById: optionalID(m.EndedBy), EndReason: reveal(m.EndReason),
		Etag: etag(m.Tag()),
	}
}
