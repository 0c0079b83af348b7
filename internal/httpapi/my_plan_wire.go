package httpapi

import (
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func (r reader) myPlanRow(p plan.Row) wire.MyPlanRow {
	return wire.MyPlanRow{
		Id: p.ID.UUID(), ChildName: r.listed(p.Name, p.Child), Kind: wire.PlanKind(p.Kind.String()),
		Status: wire.PlanStatus(p.Status.String()), NextFollowUpOn: optionalDay(p.NextFollowUpOn),
	}
}

func (r reader) myPlan(v plan.View) wire.MyPlan {
	w := wire.MyPlan{
		Id: v.ID.UUID(), ChildName: r.named(v.ChildName, v.Child), Kind: wire.PlanKind(v.Kind.String()),
		Status: wire.PlanStatus(v.Status.String()), NextFollowUpOn: optionalDay(v.NextFollowUpOn),
		EstablishedOn: optionalDay(v.EstablishedOn), FollowedUpOn: optionalDay(v.FollowedUpOn), Evaluation: planEvaluation(v.Items),
		Parties:       each(v.Parties, r.myParty),
		Goals:         ofKind(v.Items, plan.GoalKind, r.myGoal),
		Observations:  ofKind(v.Items, plan.ObservationKind, r.myObservation),
		Links:         ofKind(v.Items, plan.LinkKind, r.myLink),
		Interventions: ofKind(v.Items, plan.InterventionKind, r.myIntervention),
		ChildViews:    ofKind(v.Items, plan.ChildViewKind, r.myChildView),
		Disagreements: ofKind(v.Items, plan.DisagreementKind, r.myDisagreement),
		Comments:      ofKind(v.Items, plan.CommentKind, r.myComment),
		Attachments:   ofKind(v.Items, plan.AttachmentKind, r.myAttachment),
	}
	if p := r.principal(v.OverallResponsible); p != nil {
		w.OverallResponsible = &p.Name
	}
	return w
}

func (r reader) myParty(y plan.Party) wire.MyParty {
	u := r.unit(y.Unit)
	w := wire.MyParty{Unit: u.Name, Principal: u.Principal, State: wire.PartyState(y.State.String())}
	if takesPart(w.State) {
		w.StartsOn, w.EndsOn = optionalDay(y.AnsweredOn), optionalDay(y.LeftOn)
	}
	return w
}

func (r reader) myGoal(i plan.Item) wire.MyGoal {
	return wire.MyGoal{Id: i.ID.UUID(), Text: i.Body.Reveal(), Horizon: wire.Horizon(i.Horizon.String()), Area: optional(i.Area.String()), By: r.holder(i), Objections: each(i.Objections, myObjected)}
}

func (r reader) myIntervention(i plan.Item) wire.MyIntervention {
	return wire.MyIntervention{
		Id: i.ID.UUID(), Title: i.Title.Reveal(), Text: reveal(i.Body), Status: wire.InterventionStatus(i.Status.String()),
		Responsible: r.responsible(i), ContactName: reveal(i.ContactName), StartsOn: optionalDay(i.StartsOn), EndsOn: optionalDay(i.EndsOn),
		CatalogueName: reveal(i.Catalogue.Name), Objections: each(i.Objections, myObjected),
	}
}

// wrote tells whether the reader is the author, which in the family's view makes an item one's own.
func (r reader) wrote(i plan.Item) bool { return !i.Author.IsZero() && i.Author == r.actor.Person() }

func (r reader) myChildView(i plan.Item) wire.MyChildView {
	return wire.MyChildView{
		Id: i.ID.UUID(), Text: i.Body.Reveal(), Form: wire.WordsForm(i.Form.String()), Area: optional(i.Area.String()), SpokenBy: reveal(i.SpokenBy),
		CreatedOn: day(i.CreatedOn), Own: r.wrote(i), Objections: each(i.Objections, myObjected),
	}
}

func (r reader) myDisagreement(i plan.Item) wire.MyDisagreement {
	return wire.MyDisagreement{
		Id: i.ID.UUID(), Text: i.Body.Reveal(), From: r.from(i), CreatedOn: day(i.CreatedOn), Own: r.wrote(i), Objections: each(i.Objections, myObjected),
	}
}

// newMyChildView reads the child's own words. They are for the family too, so that the child can read them again.
func newMyChildView(b wire.NewMyChildView) (plan.Draft, error) {
	var r reading
	d := plan.Draft{
		Kind: plan.ChildViewKind, Visibility: plan.ForFamily,
		Words: plan.Words{Body: person.NewText(b.Text), Form: word(&r, plan.Forms, &b.Form, "/form"), Area: plan.AreaNamed(given(b.Area))},
		Ask:   plan.Ask{KeepFromGuardians: given(b.KeepFromGuardians), Why: hide(b.Why)},
	}
	return d, r.err()
}

// newMyDisagreement reads a disagreement of the family. It follows every copy of the plan, so everybody in it may read.
func newMyDisagreement(b wire.NewMyDisagreement) plan.Draft {
	return plan.Draft{Kind: plan.DisagreementKind, Visibility: plan.ForFamily, Words: plan.Words{Body: person.NewText(b.Text)}}
}
