package httpapi

import (
	"samplan/internal/deidentify"
	"samplan/internal/forum"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func forumSessionRow(v forum.Session) wire.ForumSessionRow {
	return wire.ForumSessionRow{
		Id: v.ID.UUID(), GroupId: v.Group.UUID(), On: day(v.On), StartsAt: v.Starts, EndsAt: v.Ends, Mode: wire.ForumMode(v.Mode.String()),
		CancelledOn: optionalDay(v.CancelledOn), Reason: reveal(v.Reason),
	}
}

func (r reader) forumSession(v forum.Session) wire.ForumSession {
	return wire.ForumSession{
		Id: v.ID.UUID(), GroupId: v.Group.UUID(), On: day(v.On), StartsAt: v.Starts, EndsAt: v.Ends, Mode: wire.ForumMode(v.Mode.String()),
		CancelledOn: optionalDay(v.CancelledOn), Reason: reveal(v.Reason), Cases: each(v.Cases, r.forumCaseRow), FollowUps: each(v.FollowUps, r.forumCaseRow),
		Etag: etag(v.Tag()),
	}
}

func (r reader) forumCase(v forum.Case) wire.ForumCase {
	d := v.Decision
	w := wire.ForumCase{
		Id: v.ID.UUID(), GroupId: v.Group.UUID(), Unit: r.unit(v.Unit), Own: v.IsOwn, Basis: wire.ForumBasis(v.Basis.String()),
		Category: optional(wire.ForumCategory(v.Category.String())), RaisedOn: day(v.RaisedOn), TakeUpFrom: day(v.For), Question: v.Question.Reveal(), Text: v.Text.Reveal(),
		ConfirmedWarnings: each(v.Confirmed, func(w deidentify.Warning) wire.ForumWarning { return wire.ForumWarning(w.String()) }),
		ExpiresOn:         day(v.ExpiresOn), Contributions: each(v.Contributions, r.forumContribution), Outcome: optional(wire.ForumOutcome(d.Outcome.String())),
		OutcomeText: reveal(d.Text), DecidedOn: optionalDay(d.On), FollowUpOn: optionalDay(d.FollowUpOn), FollowedUpOn: optionalDay(d.FollowedUpOn),
		FollowUpText: reveal(d.FollowUp), ResponsibleId: optionalID(d.Responsible), Etag: etag(v.Tag()),
	}
	if !d.Responsible.IsZero() {
		w.Responsible, w.ResponsibleUnit = new(d.ResponsibleName), new(r.unit(d.ResponsibleUnit))
	}
	return w
}

func (r reader) forumCaseRow(v forum.Case) wire.ForumCaseRow {
	return wire.ForumCaseRow{
		Id: v.ID.UUID(), GroupId: v.Group.UUID(), Unit: r.unit(v.Unit), Own: v.IsOwn, Basis: wire.ForumBasis(v.Basis.String()),
		Category: optional(wire.ForumCategory(v.Category.String())), RaisedOn: day(v.RaisedOn), TakeUpFrom: day(v.For), Question: v.Question.Reveal(),
		Outcome: optional(wire.ForumOutcome(v.Decision.Outcome.String())), FollowUpOn: optionalDay(v.Decision.FollowUpOn),
		FollowedUpOn: optionalDay(v.Decision.FollowedUpOn),
	}
}

func (r reader) forumContribution(v forum.Contribution) wire.ForumContribution {
	return wire.ForumContribution{Id: v.ID.UUID(), Unit: r.unit(v.Unit), Name: v.Name, On: day(v.On), Text: v.Text.Reveal()}
}

func forumLearning(v forum.Learning) wire.ForumLearning {
	return wire.ForumLearning{Id: v.ID.UUID(), GroupId: v.Group.UUID(), AddedOn: day(v.On), Text: v.Text.Reveal()}
}

func forumSeries(b wire.NewForumSessions) (forum.Series, error) {
	var read reading
	d := forum.Series{
		First: civilDay(&b.FirstOn), Last: civilDay(b.LastOn), Starts: b.StartsAt, Ends: b.EndsAt, Mode: word(&read, forum.Modes, &b.Mode, "/mode"),
	}
	return d, read.err()
}

// warnings reads those that somebody has thought about.
func (r *reading) warnings(all []wire.ForumWarning) []deidentify.Warning {
	return each(all, func(w wire.ForumWarning) deidentify.Warning {
		return word(r, deidentify.Warnings, &w, "/confirmedWarnings")
	})
}

func forumWarnings(all []wire.ForumWarning) ([]deidentify.Warning, error) {
	var read reading
	w := read.warnings(all)
	return w, read.err()
}

func forumCaseDraft(b wire.NewForumCase) (forum.Draft, error) {
	var read reading
	d := forum.Draft{
		For: civilDay(b.TakeUpFrom), Basis: word(&read, forum.Bases, &b.Basis, "/basis"), Child: id.PersonOf(given(b.ChildId)),
		Consent: id.ConsentOf(given(b.ConsentId)), Category: word(&read, forum.Categories, b.Category, "/category"),
		Question: person.NewText(b.Question), Text: person.NewText(b.Text), Confirmed: read.warnings(b.ConfirmedWarnings),
	}
	return d, read.err()
}

func forumContributionDraft(b wire.NewForumContribution) (forum.ContributionDraft, error) {
	var read reading
	d := forum.ContributionDraft{For: id.MemberOf(given(b.MemberId)), Text: person.NewText(b.Text), Confirmed: read.warnings(b.ConfirmedWarnings)}
	return d, read.err()
}

func forumDecisionDraft(b wire.NewForumOutcome) (forum.DecisionDraft, error) {
	var read reading
	d := forum.DecisionDraft{
		Outcome: word(&read, forum.Outcomes, &b.Outcome, "/outcome"), Text: person.NewText(b.Text), FollowUpOn: civilDay(b.FollowUpOn),
		Responsible: id.MemberOf(given(b.ResponsibleId)), Confirmed: read.warnings(b.ConfirmedWarnings),
	}
	return d, read.err()
}

func forumPlanDraft(b wire.NewForumPlan) forum.PlanDraft {
	return forum.PlanDraft{Consent: id.ConsentOf(b.ConsentId), Words: person.NewText(b.Text), Why: person.NewText(b.Reason)}
}
