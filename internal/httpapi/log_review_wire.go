package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/insight"

	"samplan/internal/httpapi/wire"
)

func newLogReview(b wire.NewLogReview) (insight.ReviewDraft, error) {
	var r reading
	d := insight.ReviewDraft{
		Unit: id.UnitOf(given(b.UnitId)), Period: insight.Period{From: civilDay(&b.From), To: civilDay(&b.To)},
		Rule: word(&r, insight.SampleRules, &b.Rule, "/rule"), SampleSize: b.SampleSize,
	}
	return d, r.err()
}

func newVerdict(review id.Review, b wire.NewVerdict) (insight.Verdict, error) {
	var r reading
	v := insight.Verdict{
		Review: review, Entry: id.EntryOf(b.EntryId), Finding: word(&r, insight.Findings, &b.Verdict, "/verdict"), Note: hide(b.Note),
	}
	return v, r.err()
}

func (r reader) logReviewRow(v insight.Review) wire.LogReviewRow {
	return wire.LogReviewRow{
		Id: v.ID.UUID(), Unit: r.optionalUnit(v.Unit), Rule: wire.SampleRule(v.Rule.String()), From: day(v.Period.From), To: day(v.Period.To),
		SampleSize: v.SampleSize, Found: v.Found, Sampled: v.Sampled, Judged: v.Judged, By: v.ByName, At: v.CreatedAt.In(civil.Zone()),
	}
}

func (r reader) logReview(v insight.Review) wire.LogReview {
	w := r.logReviewRow(v)
	return wire.LogReview{
		Id: w.Id, Unit: w.Unit, Rule: w.Rule, From: w.From, To: w.To, SampleSize: w.SampleSize, Found: w.Found, Sampled: w.Sampled,
		Judged: w.Judged, By: w.By, At: w.At, Entries: each(v.Entries, r.logReviewEntry),
	}
}

func (r reader) optionalUnit(u id.Unit) *wire.UnitRef {
	if u.IsZero() {
		return nil
	}
	ref := r.unit(u)
	return &ref
}

func (r reader) logReviewEntry(e insight.Reviewed) wire.LogReviewEntry {
	w := wire.LogReviewEntry{
		Id: e.ID.UUID(), At: e.At.In(civil.Zone()), Operation: e.Operation, Outcome: e.Outcome, StaffName: e.StaffName,
		Role: roleWire(e.Role), Unit: r.unit(e.Unit), Objects: e.Objects, Purpose: reveal(e.Purpose),
		ChildNumber: optional(e.ChildNumber), ChildId: optionalID(e.Child), Verdicts: each(e.Verdicts, logVerdict),
	}
	if !e.Child.IsZero() {
		name := childName(r.actor, e.ChildName.Given, e.ChildName.Family, e.Protection, e.Child)
		w.ChildName = &name
	}
	return w
}

// roleWire names a role of staff; none is absent.
func roleWire(r access.Role) *wire.Role {
	if w := wire.Role(r.String()); w.Valid() {
		return &w
	}
	return nil
}

func logVerdict(v insight.Verdict) wire.LogVerdict {
	return wire.LogVerdict{
		Id: v.ID.UUID(), EntryId: v.Entry.UUID(), Verdict: wire.VerdictFinding(v.Finding.String()), Note: reveal(v.Note), By: v.ByName,
		At: v.CreatedAt.In(civil.Zone()),
	}
}

func (r reader) logFlag(f insight.Flag) wire.LogFlag {
	return wire.LogFlag{
		Kind: wire.WideUse(f.Kind.String()), Hour: f.Hour.In(civil.Zone()), StaffName: f.StaffName, Role: roleWire(f.Role), Unit: r.unit(f.Unit),
		Reached: f.Reached, Threshold: f.Threshold,
	}
}
