package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/phrase"
	"samplan/internal/request"

	"samplan/internal/httpapi/wire"
)

func (r reader) receiver(v request.Receiver) wire.RequestReceiver {
	p, _ := r.labels.Principal(v.Principal)
	return wire.RequestReceiver{PrincipalId: v.Principal.UUID(), Principal: p.Name, Unit: r.unit(v.Unit)}
}

func (r reader) myReceiver(v request.Receiver) wire.MyRequestReceiver {
	p, _ := r.labels.Principal(v.Principal)
	return wire.MyRequestReceiver{PrincipalId: v.Principal.UUID(), Principal: p.Name, Unit: r.unit(v.Unit).Name}
}

func (r reader) receiverChoice(c request.Choice) wire.RequestReceiverChoice {
	return wire.RequestReceiverChoice{Unit: r.unit(c.Unit), ValidFrom: day(c.ValidFrom), ChosenOn: day(c.ChosenOn)}
}

func (r reader) planRequest(v request.Request) wire.PlanRequest {
	given, family := v.Name.Reveal()
	w := wire.PlanRequest{
		Id: v.ID.UUID(), ChildId: v.Child.UUID(), GivenName: given, FamilyName: family, BirthDate: day(v.BirthDate),
		Protection: wire.Protection(v.Protection.String()), Text: v.Words.Why.Reveal(), Help: v.Words.Help.Reveal(),
		SuggestedParticipants: reveal(v.Words.Participants), ReceivedOn: day(v.ReceivedOn), DueOn: day(v.DueOn),
		IsOverdue: v.IsOverdue(r.actor.Today()), State: wire.PlanRequestState(v.State.String()), HandlerId: optionalID(v.Handling.Handler),
		Handler: optional(v.Handling.HandlerName), CustodyChecked: v.Handling.CustodyChecked, AssessedOn: optionalDay(v.AssessedOn),
		AnsweredOn: optionalDay(v.AnsweredOn), WithdrawnOn: optionalDay(v.WithdrawnOn), PlanId: optionalID(v.Plan), Role: reveal(v.RefusedBy), Reason: reveal(v.Reason), Etag: etag(v.Tag()),
	}
	if !v.Relation.IsZero() {
		w.Relation, w.PersonId = new(wire.GuardianRelation(v.Relation.String())), optionalID(v.Person)
		w.GuardianGivenName, w.GuardianFamilyName = reveal(v.OwnName.Given), reveal(v.OwnName.Family)
	}
	return w
}

func (r reader) planRequestRow(v request.Request) wire.PlanRequestRow {
	return wire.PlanRequestRow{
		Id: v.ID.UUID(), ChildId: v.Child.UUID(), ChildName: childName(r.actor, v.Name.Given, v.Name.Family, v.Protection, v.Child),
		ReceivedOn: day(v.ReceivedOn), DueOn: day(v.DueOn), IsOverdue: v.IsOverdue(r.actor.Today()),
		State: wire.PlanRequestState(v.State.String()), WithdrawnOn: optionalDay(v.WithdrawnOn), Handler: optional(v.Handling.HandlerName),
	}
}

func (r reader) myPlanRequest(v request.Request) wire.MyPlanRequest {
	given, family := v.Name.Reveal()
	p, _ := r.labels.Principal(v.Principal)
	state := wire.PlanRequestState(v.State.String())
	return wire.MyPlanRequest{
		Id: v.ID.UUID(), GivenName: given, FamilyName: family, Principal: p.Name, Unit: r.unit(v.Unit).Name,
		Text: v.Words.Why.Reveal(), Help: v.Words.Help.Reveal(), SuggestedParticipants: reveal(v.Words.Participants),
		ReceivedOn: day(v.ReceivedOn), DueOn: day(v.DueOn), IsOverdue: v.IsOverdue(r.actor.Today()),
		State: wire.PlanRequestState(v.State.String()), TextSv: inWords(phrase.Swedish, state), TextEn: inWords(phrase.English, state),
		AssessedOn: optionalDay(v.AssessedOn), AnsweredOn: optionalDay(v.AnsweredOn), WithdrawnOn: optionalDay(v.WithdrawnOn), PlanId: optionalID(v.Plan), Role: reveal(v.RefusedBy), Reason: reveal(v.Reason),
	}
}

func newMyPlanRequest(b wire.NewMyPlanRequest, today civil.Date) (request.Draft, error) {
	d := request.Draft{
		Principal: id.PrincipalOf(b.PrincipalId), Name: person.NewName(b.GivenName, b.FamilyName), BirthDate: civilDay(&b.BirthDate),
		Words: request.Words{Why: person.NewText(b.Text), Help: person.NewText(b.Help), Participants: hide(b.SuggestedParticipants)},
	}
	g := b.AsGuardian
	if g == nil {
		return d, nil
	}
	i, err := identifierFrom(g.IdentifierType, g.Identifier, today)
	if err != nil {
		return d, fault.Below("/asGuardian", err)
	}
	var read reading
	d.Guardian = &request.Guardian{
		Relation: word(&read, person.RelationKinds, &g.Relation, "/asGuardian/relation"), Name: person.NewName(g.GivenName, g.FamilyName), Child: i,
	}
	return d, read.err()
}

func requestAssessment(b wire.NewPlanRequestAssessment) request.Assessment {
	return request.Assessment{Handler: id.PersonOf(b.HandlerId), CustodyChecked: given(b.CustodyChecked)}
}

func requestDecision(b wire.NewPlanRequestAnswer) request.Decision {
	return request.Decision{
		Refuse: b.Outcome == wire.PlanRequestOutcomeRefused, Plan: id.PlanOf(given(b.PlanId)), Role: hide(b.Role), Reason: hide(b.Reason),
	}
}
