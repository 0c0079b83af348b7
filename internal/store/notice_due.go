package store

import (
	"cmp"
	"strings"

	"samplan/internal/access"
	"samplan/internal/notice"
)

// due is a kind of thing that people are told of: rows, within the reaches of the reader's own grant for what they are
// about, each with what the reader can open and the day from which it is so. A further kind is one entry.
type due struct {
	kind  notice.Kind
	about string // the id of what the reader can open
	since string // a date
	// deadline is which deadline of the plan it tells of, if it does.
	deadline string
	rows     func(notice.Rights) string
}

var dues = []due{
	{notice.RequestWaits, "q.id", "q.received_on", "", func(r notice.Rights) string {
		return openRequests + "q.due_on >= app_today() AND " + requestScope(r.Requests.Reaches())
	}},
	{notice.RequestOverdue, "q.id", "q.due_on + 1", "", func(r notice.Rights) string {
		return openRequests + "q.due_on < app_today() AND " + requestScope(r.Requests.Reaches())
	}},
	{notice.RequestAnswered, "q.id", "q.answered_on", "", func(r notice.Rights) string {
		return `plan_request q JOIN unit_term m ON m.unit_id = q.unit_id WHERE app_unit() IS NULL
		  AND q.answered_on >= app_today() - m.reminder_days AND ` + requestScope(r.Requests.Reaches())
	}},
	{notice.ConsentEndsSoon, "c.id", "c.valid_to - m.reminder_days", "", func(r notice.Rights) string {
		return ownTerms + `c.valid_to BETWEEN app_today() AND app_today() + m.reminder_days
		  AND EXISTS (SELECT FROM live_consent l WHERE l.id = c.id) AND ` + consentWriteScope(r.Consents.Reaches())
	}},
	{notice.ConsentExpired, "c.id", "c.valid_to + 1", "", func(r notice.Rights) string {
		return ownTerms + `c.valid_to BETWEEN app_today() - m.reminder_days AND app_today() - 1 AND ` + wasAgreed +
			` AND ` + consentWriteScope(r.Consents.Reaches())
	}},
	{notice.EmergencyToReview, "e.id", "(e.opened_at AT TIME ZONE 'Europe/Stockholm')::date", "", func(r notice.Rights) string {
		return emergencyAccesses(r.Emergency.Reaches()) + ` WHERE e.person_id <> app_person()
		  AND NOT EXISTS (SELECT FROM emergency_review v WHERE v.access_id = e.id)`
	}},
	{notice.LinkReviewDue, "i.id", "v.remind_from", "", func(r notice.Rights) string {
		return ownLinks + "app_today() BETWEEN v.remind_from AND v.review_by AND " + planScope(r.Links.Reaches())
	}},
	{notice.LinkReviewOverdue, "i.id", "v.review_by + 1", "", func(r notice.Rights) string {
		return ownLinks + "v.review_by < app_today() AND " + planScope(r.Links.Reaches())
	}},
	{notice.Offered, "o.id", "o.offered_on", "", func(r notice.Rights) string {
		return `intervention_offer o JOIN plan p ON p.id = o.plan_id WHERE o.state = 'waiting' AND o.to_unit_id = app_unit()
		  AND ` + planScope(r.Offers.Reaches()) + ` AND app_sees_offer(o.id)`
	}},
	{notice.LeadOffered, "o.id", "o.offered_on", "", func(r notice.Rights) string {
		return `lead_offer o JOIN plan p ON p.id = o.plan_id WHERE o.state = 'waiting' AND o.to_unit_id = app_unit()
		  AND ` + planScope(r.Leads.Reaches()) + ` AND app_sees_lead_offer(o.id)`
	}},
	{notice.CallWaits, "y.party_id", "y.added_on", "", func(r notice.Rights) string {
		return "app_invitations() y WHERE " + waitingCalls(r.Calls.Reaches())
	}},
	{notice.CallUnanswered, "y.party_id", "y.added_on", "", func(r notice.Rights) string {
		if r.Late.IsZero() {
			return "app_invitations() y WHERE $1::date IS NULL AND false"
		}
		return "app_invitations() y WHERE y.added_on <= $1::date AND " + waitingCalls(r.Calls.Reaches())
	}},
	{notice.FollowUpDue, "p.id", "p.next_follow_up_on - m.reminder_days", "", func(r notice.Rights) string {
		return ownFollowUps + "p.next_follow_up_on BETWEEN app_today() AND app_today() + m.reminder_days AND " + planScope(r.Plans.Reaches())
	}},
	{notice.FollowUpOverdue, "p.id", "p.next_follow_up_on + 1", "", func(r notice.Rights) string {
		return ownFollowUps + "p.next_follow_up_on < app_today() AND " + planScope(r.Plans.Reaches())
	}},
	{notice.DecisionWaits, "d.item_id", "d.decided_on", "", func(r notice.Rights) string {
		return receivedDecision(r.Decisions.Reaches()) + waitingDecision + " AND (d.person_id IS NULL OR app_person() = " + onDuty("d.person_id") + ")"
	}},
	{notice.DecisionOverdue, "d.item_id", "d.due_on + 1", "", func(r notice.Rights) string {
		return receivedDecision(r.Decisions.Reaches()) + waitingDecision + " AND d.due_on < app_today()"
	}},
	{notice.SurveyWaits, "m.id", meetingClosedOn, "", func(r notice.Rights) string {
		return fromSurvey(r.Surveys.Reaches()) + " AND NOT " + isTaken + " AND app_today() <= " + meetingClosedOn +
			" + coalesce((v.whole #>> '{deadlines,survey-answer,length}')::int, 0)"
	}},
	{notice.InformationWaits, "q.id", "q.sent_on", "", func(r notice.Rights) string {
		return "information_request q WHERE q.state = 'sent' AND q.due_on >= app_today() AND " + informationScope(onSide(r.Told.Reaches(), false)) +
			" AND (" + tasked + " OR " + untasked + ")"
	}},
	{notice.InformationOverdue, "q.id", "q.due_on + 1", "", func(r notice.Rights) string {
		return "information_request q WHERE q.state = 'sent' AND q.due_on < app_today() AND " + informationScope(onSide(r.Told.Reaches(), false))
	}},
	{notice.InformationAnswered, "q.id", "q.ended_on", "", func(r notice.Rights) string {
		return `information_request q JOIN unit_term m ON m.unit_id = q.from_unit_id WHERE q.state IN ('answered', 'declined')
		  AND q.ended_on >= app_today() - m.reminder_days AND ` + informationScope(onSide(r.Told.Reaches(), true))
	}},
	{notice.CardDue, "c.id", "c.remind_from", "", func(r notice.Rights) string {
		return "contact_card c WHERE app_today() BETWEEN c.remind_from AND c.valid_until AND " + lastCard + " AND " + cardScope(r.Cards.Reaches())
	}},
	{notice.CardOutdated, "c.id", "c.valid_until + 1", "", func(r notice.Rights) string {
		return "contact_card c WHERE c.valid_until < app_today() AND " + lastCard + " AND " + cardScope(r.Cards.Reaches())
	}},
	{notice.ChildAsksPrivacy, "i.id", "w.decided_on", "", func(r notice.Rights) string {
		return `withholding w JOIN item i ON i.id = w.item_id JOIN plan p ON p.id = i.plan_id
		  WHERE w.asked AND w.assessed_on IS NULL AND w.ended_on IS NULL AND i.owner_unit_id = app_unit() AND ` + forMe + ` AND ` + planScope(r.Withheld.Reaches())
	}},
	{notice.CommentWritten, "i.id", "i.created_on", "", func(r notice.Rights) string {
		return `item i JOIN plan p ON p.id = i.plan_id JOIN unit_term m ON m.unit_id = i.owner_unit_id WHERE i.kind = 'comment' AND i.author_kind <> 'staff'
		  AND i.owner_unit_id = app_unit() AND i.created_on >= app_today() - m.reminder_days AND ` + planScope(r.Plans.Reaches())
	}},
	{notice.ObjectionWaits, "o.id", "o.made_on", "", func(r notice.Rights) string {
		return `objection o JOIN item i ON i.id = o.item_id JOIN plan p ON p.id = i.plan_id
		  WHERE o.person_id <> app_person() AND NOT EXISTS (SELECT FROM objection_decision d WHERE d.objection_id = o.id) AND i.owner_unit_id = app_unit() AND ` + forMe + ` AND ` +
			itemNeed(r.Objected.Reaches())
	}},
	{notice.ExtractWaits, "q.id", "q.received_on", "", func(r notice.Rights) string {
		return waitingExtracts + answeredBy + " >= app_today() AND " + publicScope(r.Extracts.Reaches())
	}},
	{notice.ExtractOverdue, "q.id", answeredBy + " + 1", "", func(r notice.Rights) string {
		return waitingExtracts + answeredBy + " < app_today() AND " + publicScope(r.Extracts.Reaches())
	}},
	{notice.ExtractAnswered, "x.id", "x.decided_on", "", func(r notice.Rights) string {
		return myNewExtracts + "x.decided_on >= app_today() - m.reminder_days AND " + extractScope(r.Asked.Reaches())
	}},
	{notice.ExtractExtended, "x.id", "x.extended_on", "", func(r notice.Rights) string {
		return myNewExtracts + "x.state = 'open' AND x.extended_on >= app_today() - m.reminder_days AND " + extractScope(r.Asked.Reaches())
	}},
	{notice.ObjectionDecided, "o.id", "d.decided_on", "", func(r notice.Rights) string {
		return `objection o JOIN objection_decision d ON d.objection_id = o.id JOIN item i ON i.id = o.item_id JOIN plan p ON p.id = i.plan_id
		  JOIN unit_term m ON m.unit_id = i.owner_unit_id WHERE app_unit() IS NULL AND o.person_id = app_person() AND NOT o.by_staff
		  AND d.decided_on >= app_today() - m.reminder_days AND ` + itemScope(r.Items.Reaches(), "NULL::uuid")
	}},
	{notice.ForumFollowUpDue, "c.id", "c.follow_up_on - m.reminder_days", "", func(r notice.Rights) string {
		return openFollowUps + "app_today() BETWEEN c.follow_up_on - m.reminder_days AND c.follow_up_on AND " + whereResponsible + " AND " + forumCaseScope(r.Met.Reaches())
	}},
	{notice.ForumFollowUpLate, "c.id", "c.follow_up_on + 1", "", func(r notice.Rights) string {
		return openFollowUps + "c.follow_up_on < app_today() AND " + forumCaseScope(r.Met.Reaches())
	}},
	{notice.TransitionDue, "t.id", "greatest(t.starts_on - " + daysBefore + ", t.planned_on)", "", func(r notice.Rights) string {
		return transitionsFrom(r.Going.Reaches()) + " AND t.state = 'planned' AND app_today() BETWEEN t.starts_on - " + daysBefore + " AND t.starts_on"
	}},
	{notice.TransitionOverdue, "t.id", "t.starts_on + 1", "", func(r notice.Rights) string {
		return transitionsFrom(r.Going.Reaches()) + " AND t.state = 'planned' AND t.starts_on < app_today()"
	}},
	{notice.DeviationSuggested, "g.id", "g.noted_on", "", func(r notice.Rights) string {
		return suggestionTables + "g.ended_on IS NULL AND " + planScope(r.Suggested.Reaches())
	}},
	{notice.DeviationWaits, "c.id", "c.received_on", "", func(r notice.Rights) string {
		return "deviation_case c WHERE " + waitingCase + " AND " + caseScope(r.Handled.Reaches())
	}},
	{notice.DeviationOverdue, "c.id", "c.due_on + 1", "", func(r notice.Rights) string {
		return "deviation_case c WHERE " + owedAnswer + " AND c.due_on < app_today() AND " + caseScope(r.Handled.Reaches())
	}},
	{notice.DeviationAnswered, "d.id", "c.answered_on", "", func(r notice.Rights) string {
		return `deviation_case c JOIN deviation d ON d.id = c.deviation_id JOIN deviation_reporter w ON w.deviation_id = d.id
		  JOIN unit_term m ON m.unit_id = d.unit_id WHERE c.origin = 'filed' AND c.answered_on >= app_today() - m.reminder_days AND ` + deviationScope(r.Filed.Reaches())
	}},
	{notice.MeasureOverdue, "e.id", "e.due_on + 1", "", func(r notice.Rights) string {
		return "deviation_measure e WHERE " + waitingMeasure + " AND e.due_on < app_today() AND " + measureScope(r.Measures.Reaches())
	}},
	{notice.DeviationReturned, "d.id", "c.returned_on", "", func(r notice.Rights) string {
		return `deviation_case c JOIN deviation d ON d.id = c.deviation_id JOIN deviation_reporter w ON w.deviation_id = d.id
		  WHERE c.origin = 'filed' AND c.state = 'returned' AND d.withdrawn_on IS NULL AND ` + deviationScope(r.Filed.Reaches())
	}},
	{notice.DeadlineBreached, "p.id", "b.since", "b.deadline", func(r notice.Rights) string {
		return `unnest($2::uuid[], $3::text[], $4::date[]) b (plan_id, deadline, since) JOIN plan p ON p.id = b.plan_id
		  WHERE p.lead_unit_id = app_unit() AND ` + planScope(r.Plans.Reaches())
	}},
}

const (
	// What waits is told to the unit; the family is told when it has an answer.
	openRequests = "plan_request q WHERE app_unit() IS NOT NULL AND " + waitingRequest + " AND "
	// How many days before its day a transition is told of is the routine of the principal whose unit planned it.
	daysBefore = "(SELECT m.reminder_days FROM unit_term m WHERE m.unit_id = t.unit_id)"
	// What a group is to follow up; how many days before is the routine of the reader's principal.
	openFollowUps = "forum_case c JOIN unit_term m ON m.unit_id = app_unit() WHERE c.followed_up_on IS NULL AND "
	// A plan that is over reminds nobody; of an item that is for others by name nobody else is told.
	ownLinks = `link_review v JOIN item i ON i.id = v.item_id JOIN plan p ON p.id = i.plan_id WHERE i.owner_unit_id = app_unit()
	  AND i.sort = 'lss-plan' AND ` + forMe + ` AND NOT app_is_over(p.status) AND `
	// How many days before something people are told is the routine of the principal whose unit it is.
	ownTerms     = `consent c JOIN unit_term m ON m.unit_id = c.unit_id WHERE c.withdrawn_on IS NULL AND `
	ownFollowUps = `plan p JOIN unit_term m ON m.unit_id = p.next_follow_up_unit_id
	  WHERE p.next_follow_up_unit_id = app_unit() AND EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.unit_id = app_unit())
  AND ` + planStands + ` AND `
	// Of answers nothing is asked but what whoever was asked sees of them.
	wasAgreed = `EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = c.id AND g.answer = 'given')
	  AND NOT EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = c.id AND g.answer = 'refused')`
)

// waitingCalls chooses among the calls that wait for the own unit.
func waitingCalls(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.InvitedUnit {
			return "true"
		}
		return "false"
	})
}

// notifications are all that the holder of the grants is told of (alias n). The id follows from what it says, so that it is
// the same every day and nothing is kept of it. $1 is the day until which calls are late, $2 to $4 are the plans, deadlines and
// days of what is late in plans.
func notifications(r notice.Rights) string {
	parts := make([]string, len(dues))
	for n, d := range dues {
		parts[n] = "SELECT '" + d.kind.String() + "' AS kind, " + d.about + " AS about, " + d.since + " AS since, " + cmp.Or(d.deadline, "NULL::text") +
			" AS deadline FROM " + d.rows(r)
	}
	// Of version 8, as the standard says of ids that are made in one's own way: the digits of a hash would be of any.
	return `(SELECT overlay(overlay(md5(d.kind || ':' || d.about || ':' || d.since || coalesce(':' || d.deadline, '')) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid AS id, d.kind, d.deadline, d.about, d.since FROM (` +
		strings.Join(parts, " UNION ALL ") + ") d) n"
}

const isRead = "EXISTS (SELECT FROM notification_mark k WHERE k.person_id = app_person() AND k.notification_id = n.id)"
