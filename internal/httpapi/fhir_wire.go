package httpapi

import (
	"samplan/internal/consent"
	"samplan/internal/fhir"
	"samplan/internal/person"
	"samplan/internal/phrase"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// A record for exchange is made of the same wire types as the plan's own operation: what is not in them is in no copy.

// exchange is what staff see of a plan.
func (x exchanged) exchange(child person.Child, numbers []person.Identifier, consents []consent.View) fhir.Record {
	p := x.plan(x.view)
	outcomes := outcomesOf(each(x.evaluations, myEvaluation))
	r := fhir.Record{
		Plan: p.Id, Kind: string(p.Kind), KindName: inWords(phrase.Swedish, p.Kind), Status: string(p.Status), Tag: x.view.Tag(),
		Today: x.actor.Today().String(), Lead: fhirUnit(&p.LeadUnit), CreatedOn: p.CreatedOn.String(), EstablishedOn: dayOf(p.EstablishedOn),
		NextFollowUpOn: dayOf(p.NextFollowUpOn), NextFollowUpBy: fhirUnit(p.NextFollowUpUnit), OrgNumbers: x.labels.OrgNumbers(),
		Child:         x.fhirChild(p, child, numbers),
		Goals:         each(p.Goals, func(g wire.Goal) fhir.RecordedGoal { return fhirGoal(g, outcomes[g.Id]) }),
		Interventions: each(p.Interventions, func(i wire.Intervention) fhir.Intervention { return fhirIntervention(i, outcomes[i.Id]) }),
		Roles:         each(each(x.roles, x.roleHolder), fhirRole),
		Consents:      each(each(consents, x.consent), fhirConsent),
	}
	if p.OverallResponsible != nil {
		r.Responsible = p.OverallResponsible.Name
	}
	for _, y := range p.Parties {
		if takesPart(y.State) {
			r.Parties = append(r.Parties, fhir.Party{Unit: fhirUnit(&y.Unit), Contact: given(y.ContactName), From: dayOf(y.AnsweredOn), To: dayOf(y.LeftOn)})
		}
	}
	for _, v := range p.ChildViews {
		r.Notes = append(append(r.Notes, childNote(v.SpokenBy, v.CreatedOn, v.Text)), objectionNotes(v.Objections)...)
	}
	for _, d := range p.Disagreements {
		r.Notes = append(append(r.Notes, disagreementNote(d.From, d.CreatedOn, d.Text)), objectionNotes(d.Objections)...)
	}
	r.Notes = append(r.Notes, evaluationNote(p.Evaluation)...)
	return r
}

func fhirGoal(g wire.Goal, outcomes []fhir.Outcome) fhir.RecordedGoal {
	return fhir.RecordedGoal{
		ID: g.Id, Text: g.Text, Horizon: string(g.Horizon), HorizonName: inWords(phrase.Swedish, g.Horizon), Owner: fhirUnit(g.Owner), Outcomes: outcomes,
		Notes: objectionNotes(g.Objections),
	}
}

func fhirIntervention(i wire.Intervention, outcomes []fhir.Outcome) fhir.Intervention {
	return fhir.Intervention{
		ID: i.Id, Title: i.Title, Text: given(i.Text), Status: string(i.Status), Goal: given(i.GoalId), Catalogue: given(i.CatalogueName),
		Owner: fhirUnit(i.Owner), Outside: given(i.OutsideActor), Contact: given(i.ContactName),
		From: dayOf(i.StartsOn), To: dayOf(i.EndsOn), Outcomes: outcomes, Notes: objectionNotes(i.Objections),
	}
}

func fhirRole(h wire.RoleHolder) fhir.Role {
	return fhir.Role{
		Unit: fhirUnit(&h.Unit), Person: h.PersonName, Role: string(h.Role), RoleName: inWords(phrase.Swedish, h.Role),
		From: h.StartsOn.String(), To: dayOf(h.EndsOn),
	}
}

// takesPart tells whether a party is or has been in the plan. One that is called and has not answered is in no team.
func takesPart(s wire.PartyState) bool {
	return s == wire.PartyState(plan.Accepted.String()) || s == wire.PartyState(plan.Left.String())
}

// childNamed names the child as the plan does, and says that it is protected when the caller's own lists do.
func (x exchanged) childNamed(name string) fhir.Child {
	n := x.view.ChildName
	if n.Given.IsZero() && n.Family.IsZero() {
		return fhir.Child{Name: name, IsProtected: true}
	}
	return fhir.Child{Name: name, Given: n.Given.Reveal(), Family: n.Family.Reveal(), IsProtected: n.Protection != person.NoProtection}
}

// fhirChild is the child as staff know it: which level protects it, and to one who may open the child also birth date and
// numbers.
func (x exchanged) fhirChild(p wire.Plan, of person.Child, numbers []person.Identifier) fhir.Child {
	k := x.childNamed(p.ChildName)
	k.ID = p.ChildId
	if of.ID.IsZero() {
		return k
	}
	w := childWire(of)
	k.Protection, k.BirthDate = string(w.Protection), w.BirthDate.String()
	k.Numbers = each(numbers, func(i person.Identifier) fhir.Number {
		return fhir.Number{Type: i.Type().String(), OID: i.OID(), Value: i.Reveal()}
	})
	return k
}

func fhirUnit(u *wire.UnitRef) fhir.Unit {
	if u == nil {
		return fhir.Unit{}
	}
	return fhir.Unit{ID: u.Id, Name: u.Name, Principal: u.Principal}
}

func fhirConsent(w wire.Consent) fhir.RecordedConsent {
	r := fhir.RecordedConsent{
		ID: w.Id, Kind: string(w.Kind), KindName: inWords(phrase.Swedish, w.Kind), State: string(w.State), Purpose: w.Purpose,
		From: w.ValidFrom.String(), To: w.ValidTo.String(), Excluded: w.ExcludedItemIds, RecordedBy: fhirUnit(&w.RecordedBy),
		Scopes: each(w.Scopes, func(s wire.ConsentScope) fhir.Scope {
			return fhir.Scope{
				From: fhir.Unit{ID: s.From.BranchId, Name: s.From.Name}, To: fhir.Unit{ID: s.To.BranchId, Name: s.To.Name},
				Categories: each(s.Categories, fhirCategory),
			}
		}),
	}
	for _, g := range w.Givers {
		if g.Answer == wire.GiverAnswer(consent.Given.String()) {
			r.Givers = append(r.Givers, fhirGiver(g))
		}
	}
	return r
}

func fhirGiver(g wire.Giver) fhir.Giver {
	by := fhir.Giver{Name: given(g.Name), IsChild: g.Capacity == wire.GiverCapacity(consent.AsChild.String())}
	if by.Name == "" {
		by.Name = inWords(phrase.Swedish, g.Capacity)
	}
	return by
}

func fhirCategory(c wire.Category) fhir.Category {
	return fhir.Category{Code: string(c), Name: inWords(phrase.Swedish, c)}
}
