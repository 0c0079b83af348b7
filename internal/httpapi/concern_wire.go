package httpapi

import (
	"samplan/internal/concern"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) concern(c concern.Report) wire.ConcernReport {
	given, family := c.Name.Reveal()
	return wire.ConcernReport{
		Id: c.ID.UUID(), ChildId: c.Child.UUID(), GivenName: given, FamilyName: family, BirthDate: day(c.BirthDate),
		Protection: wire.Protection(c.Protection.String()), From: r.unit(c.From), To: r.unit(c.To), AuthorId: c.Author.UUID(),
		Author: c.AuthorName, Text: c.Text.Reveal(), ReportedOn: day(c.ReportedOn), SentOn: day(c.SentOn), ReceivedOn: optionalDay(c.ReceivedOn),
		AssessBy: day(c.AssessBy()), DecideBy: day(c.DecideBy()), Decision: concernDecision(c.Decision), DecidedOn: optionalDay(c.DecidedOn),
		FeedbackBy: optionalDay(c.FeedbackBy()), FeedbackOn: optionalDay(c.FeedbackOn), Message: reveal(c.Message),
		HandlerId: optionalID(c.Handling.Handler), Handler: optional(c.Handling.HandlerName), AssessedOn: optionalDay(c.Handling.AssessedOn),
		Etag: etag(c.Tag()),
	}
}

func (r reader) concernRow(c concern.Report) wire.ConcernReportRow {
	return wire.ConcernReportRow{
		Id: c.ID.UUID(), ChildId: c.Child.UUID(), ChildName: childName(r.actor, c.Name.Given, c.Name.Family, c.Protection, c.Child),
		From: r.unit(c.From), To: r.unit(c.To), SentOn: day(c.SentOn), ReceivedOn: optionalDay(c.ReceivedOn),
		AssessBy: day(c.AssessBy()), DecideBy: day(c.DecideBy()), Decision: concernDecision(c.Decision),
	}
}

func concernDecision(d concern.Decision) *wire.ConcernDecision {
	return optional(wire.ConcernDecision(d.String()))
}

func newConcern(b wire.NewConcernReport) concern.Draft {
	return concern.Draft{To: id.UnitOf(b.ToUnitId), Text: person.NewText(b.Text), ReportedOn: civilDay(&b.ReportedOn)}
}

func newReceipt(b wire.NewConcernReceipt) concern.Receipt {
	return concern.Receipt{Handler: id.PersonOf(b.HandlerId), AssessedOn: civilDay(b.AssessedOn)}
}

func newFeedback(b wire.NewFeedback) (concern.Feedback, error) {
	var r reading
	f := concern.Feedback{Decision: word(&r, concern.Decisions, &b.Decision, "/decision"), DecidedOn: civilDay(&b.DecidedOn), Message: hide(b.Message)}
	return f, r.err()
}

// isSent reads the side of a list; left out it is what was received.
func isSent(d *wire.Direction) bool { return given(d) == wire.DirectionSent }
