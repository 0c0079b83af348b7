package httpapi

import (
	"fmt"

	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/org"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) call(c meeting.Call) wire.Call {
	return wire.Call{
		Id: c.ID.UUID(), PlanId: c.Plan.UUID(), Purpose: c.Purpose.Reveal(), Questions: each(c.Questions, person.Text.Reveal),
		LongTermGoal: c.LongTermGoal.Reveal(), MeetingMode: wire.MeetingMode(c.Way.String()), SentOn: optionalDay(c.SentOn),
		AnswerBy: optionalDay(c.AnswerBy), OpenDuties: each(c.OpenDuties(r.actor.Unit(), r.principalOf), func(p org.Principal) string { return p.Name }),
		ToUnits: each(c.Addressees, func(a meeting.Addressee) wire.CallAddressee { return r.addressee(c, a) }), Etag: etag(c.Tag()),
	}
}

func (r reader) addressee(c meeting.Call, a meeting.Addressee) wire.CallAddressee {
	return wire.CallAddressee{
		Id: a.ID.UUID(), Unit: r.unit(a.Unit), Mode: wire.PartyMode(a.Summons.String()), Contribution: a.Contribution.Reveal(),
		State: wire.CallState(a.State.String()), SeenOn: optionalDay(a.SeenOn), ContactName: reveal(a.ContactName), Reason: reveal(a.Reason),
		AnsweredOn: optionalDay(a.AnsweredOn), Overdue: c.IsOverdue(a, r.actor.Today()), PassedFromId: optionalID(a.PassedFrom),
		Responsible: c.IsResponsible(a),
	}
}

func (r reader) receivedCall(v meeting.Received) wire.ReceivedCall {
	w := wire.ReceivedCall{
		Id: v.ID.UUID(), PlanId: v.Plan.UUID(), ChildName: childName(r.actor, v.Name.Given, v.Name.Family, v.Protection, v.Child),
		Kind: wire.PlanKind(v.Kind), Sender: r.unit(v.From), SentOn: day(v.SentOn), AnswerBy: day(v.AnswerBy), Purpose: v.Purpose.Reveal(),
		Questions: each(v.Questions, person.Text.Reveal), LongTermGoal: v.LongTermGoal.Reveal(), MeetingMode: wire.MeetingMode(v.Way.String()),
		Mode: wire.PartyMode(v.Summons.String()), Contribution: v.Contribution.Reveal(), State: wire.CallState(v.State.String()),
		SeenOn: optionalDay(v.SeenOn), ContactName: reveal(v.ContactName), Reason: reveal(v.Reason), AnsweredOn: optionalDay(v.AnsweredOn),
		Overdue: v.IsOverdue(r.actor.Today()), Duty: v.IsDuty(r.principalOf),
	}
	if m := v.Meeting; !m.ID.IsZero() {
		w.Meeting = &wire.CalledMeeting{
			Id: m.ID.UUID(), StartsAt: m.StartsAt.UTC(), EndsAt: m.EndsAt.UTC(), MeetingMode: wire.MeetingMode(m.Way.String()),
		}
	}
	if !v.PassedTo.IsZero() {
		w.PassedToUnit = new(r.unit(v.PassedTo))
	}
	return w
}

// newCall reads a draft; a new one and a changed one say the same.
func newCall(b wire.ChangeCall) (meeting.Draft, error) {
	var r reading
	d := meeting.Draft{Words: meeting.Words{
		Purpose: person.NewText(b.Purpose), Questions: each(b.Questions, person.NewText), LongTermGoal: person.NewText(b.LongTermGoal),
		Way: word(&r, meeting.Ways, &b.MeetingMode, "/meetingMode"),
	}}
	for n, a := range b.ToUnits {
		d.Addressees = append(d.Addressees, meeting.Invitee{
			Unit: id.UnitOf(a.UnitId), Summons: word(&r, meeting.Summonses, &a.Mode, fmt.Sprintf("/toUnits/%d/mode", n)),
			Contribution: person.NewText(a.Contribution),
		})
	}
	return d, r.err()
}

func callAnswer(b wire.NewCallAnswer) meeting.Answer {
	return meeting.Answer{
		Accept: b.Answer == wire.PartyAnswerAccepted, Contact: id.PersonOf(given(b.ContactPersonId)), Reason: hide(b.Reason),
	}
}

func callForwarding(b wire.NewCallForwarding) (id.Unit, person.Text) {
	return id.UnitOf(b.UnitId), person.NewText(b.Reason)
}
