package httpapi

import (
	"strconv"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// listed names a child in a list: a protected one by a neutral reference (R31), and so one whose name nobody has told.
func (r reader) listed(n plan.ChildName, child id.Person) string {
	if n.Given.IsZero() && n.Family.IsZero() {
		n.Protection = person.Protection{}
	}
	return childName(r.actor, n.Given, n.Family, n.Protection, child)
}

// named gives the child's whole name to one who has opened the plan.
func (r reader) named(n plan.ChildName, child id.Person) string {
	if n.Given.IsZero() && n.Family.IsZero() {
		return r.listed(n, child)
	}
	return fullName(n.Given, n.Family)
}

func (r reader) plan(v plan.View) wire.Plan {
	w := wire.Plan{
		Id: v.ID.UUID(), ChildId: v.Child.UUID(), ChildName: r.named(v.ChildName, v.Child), Kind: wire.PlanKind(v.Kind.String()),
		Status: wire.PlanStatus(v.Status.String()), LegalBasis: wire.LegalBasis(v.LegalBasis.String()), LeadUnit: r.unit(v.LeadUnit),
		FollowsPlanId: optionalID(v.Follows), OverallResponsible: r.principal(v.OverallResponsible), NoOtherActors: v.NoOtherActors,
		ChildParticipation: optional(wire.ChildParticipation(v.ChildParticipation.String())),
		NextFollowUpOn:     optionalDay(v.NextFollowUpOn), EstablishedOn: optionalDay(v.EstablishedOn), FollowedUpOn: optionalDay(v.FollowedUpOn),
		CreatedOn: day(v.CreatedOn), Evaluation: planEvaluation(v.Items),
		Parties:       each(v.Parties, r.party),
		Goals:         ofKind(v.Items, plan.GoalKind, r.goal),
		Observations:  ofKind(v.Items, plan.ObservationKind, r.observation),
		Links:         ofKind(v.Items, plan.LinkKind, r.linkOf),
		Interventions: ofKind(v.Items, plan.InterventionKind, r.intervention),
		Notes:         ofKind(v.Items, plan.NoteKind, r.note),
		ChildViews:    ofKind(v.Items, plan.ChildViewKind, r.childView),
		Disagreements: ofKind(v.Items, plan.DisagreementKind, r.disagreement),
		Comments:      ofKind(v.Items, plan.CommentKind, r.comment),
		Attachments:   ofKind(v.Items, plan.AttachmentKind, r.attachment),
	}
	if !v.NextFollowUpUnit.IsZero() {
		w.NextFollowUpUnit = new(r.unit(v.NextFollowUpUnit))
	}
	return w
}

// principal names the principal with overall responsibility; none while it is not decided.
func (r reader) principal(p id.Principal) *wire.Principal {
	if p.IsZero() {
		return nil
	}
	l, ok := r.labels.Principal(p)
	if !ok {
		return nil
	}
	return &wire.Principal{Id: l.ID.UUID(), Name: l.Name, Kind: wire.PrincipalKind(l.Kind.String())}
}

func (r reader) planRow(p plan.Row) wire.PlanRow {
	return wire.PlanRow{
		Id: p.ID.UUID(), ChildId: p.Child.UUID(), ChildName: r.listed(p.Name, p.Child), Kind: wire.PlanKind(p.Kind.String()),
		Status: wire.PlanStatus(p.Status.String()), LeadUnit: r.unit(p.LeadUnit), NextFollowUpOn: optionalDay(p.NextFollowUpOn),
	}
}

// notedNeed reads a need with its goals and interventions, in the order in which they were sent.
func notedNeed(b wire.NewPlan) (plan.NotedNeed, error) {
	var r reading
	n := plan.NotedNeed{
		Child: id.PersonOf(b.ChildId), Kind: word(&r, plan.Kinds, &b.Kind, "/kind"),
		Basis: word(&r, plan.LegalBases, b.LegalBasis, "/legalBasis"),
	}
	for at, g := range b.Goals {
		d, err := newGoal(g)
		if err != nil {
			return n, fault.Below("/goals/"+strconv.Itoa(at), err)
		}
		n.Drafts = append(n.Drafts, d)
	}
	for at, i := range b.Interventions {
		d, err := newIntervention(i)
		if err != nil {
			return n, fault.Below("/interventions/"+strconv.Itoa(at), err)
		}
		n.Drafts = append(n.Drafts, d)
	}
	return n, r.err()
}

func changedFrame(b wire.ChangePlan) (plan.Frame, error) {
	var r reading
	f := plan.Frame{
		OverallResponsible: id.PrincipalOf(given(b.OverallResponsibleId)), NoOtherActors: b.NoOtherActors,
		ChildParticipation: word(&r, plan.Participations, b.ChildParticipation, "/childParticipation"),
		NextFollowUpOn:     civilDay(b.NextFollowUpOn), NextFollowUpUnit: id.UnitOf(given(b.NextFollowUpUnitId)),
	}
	return f, r.err()
}
