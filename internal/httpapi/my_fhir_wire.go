package httpapi

import (
	"samplan/internal/consent"
	"samplan/internal/fhir"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// myExchange is what the family sees of its plan: of units the names alone, of consents one's own answer.
func (x exchanged) myExchange(consents []consent.View) fhir.Record {
	p := x.myPlan(x.view)
	outcomes, units := outcomesOf(each(x.evaluations, myEvaluation)), partiesByName(p.Parties)
	r := fhir.Record{
		Plan: p.Id, Kind: string(p.Kind), KindName: inWords(phrase.Swedish, p.Kind), Status: string(p.Status), Tag: x.view.Tag(),
		Today: x.actor.Today().String(), EstablishedOn: dayOf(p.EstablishedOn), NextFollowUpOn: dayOf(p.NextFollowUpOn),
		Responsible: given(p.OverallResponsible), OrgNumbers: x.labels.OrgNumbers(), Child: x.childNamed(p.ChildName),
		Goals:         each(p.Goals, func(g wire.MyGoal) fhir.RecordedGoal { return units.goal(g, outcomes[g.Id]) }),
		Interventions: each(p.Interventions, func(i wire.MyIntervention) fhir.Intervention { return units.intervention(i, outcomes[i.Id]) }),
		Roles:         each(each(x.roles, x.myRoleHolder), units.role),
		Consents:      each(each(consents, x.myConsent), myFHIRConsent),
	}
	for _, y := range p.Parties {
		if takesPart(y.State) {
			r.Parties = append(r.Parties, fhir.Party{Unit: fhir.Unit{Name: y.Unit, Principal: y.Principal}})
		}
	}
	for _, v := range p.ChildViews {
		r.Notes = append(append(r.Notes, childNote(v.SpokenBy, v.CreatedOn, v.Text)), myObjectionNotes(v.Objections)...)
	}
	for _, d := range p.Disagreements {
		r.Notes = append(append(r.Notes, disagreementNote(d.From, d.CreatedOn, d.Text)), myObjectionNotes(d.Objections)...)
	}
	r.Notes = append(r.Notes, evaluationNote(p.Evaluation)...)
	return r
}

// unitNames finds the principals of units, of which the family is told the names.
type unitNames map[string]fhir.Unit

// partiesByName leaves out a name that two parties have: which of them is meant cannot be told.
func partiesByName(parties []wire.MyParty) unitNames {
	of := unitNames{}
	for _, y := range parties {
		u := fhir.Unit{Name: y.Unit, Principal: y.Principal}
		if was, twice := of[y.Unit]; twice && was != u {
			u.Principal = ""
		}
		of[y.Unit] = u
	}
	return of
}

func (n unitNames) named(name string) fhir.Unit {
	if u, ok := n[name]; ok {
		return u
	}
	return fhir.Unit{Name: name}
}

func (n unitNames) goal(g wire.MyGoal, outcomes []fhir.Outcome) fhir.RecordedGoal {
	return fhir.RecordedGoal{
		ID: g.Id, Text: g.Text, Horizon: string(g.Horizon), HorizonName: inWords(phrase.Swedish, g.Horizon), Owner: n.named(given(g.By)), Outcomes: outcomes,
		Notes: myObjectionNotes(g.Objections),
	}
}

// intervention: the family is told who carries it out, a party or somebody outside.
func (n unitNames) intervention(i wire.MyIntervention, outcomes []fhir.Outcome) fhir.Intervention {
	v := fhir.Intervention{
		ID: i.Id, Title: i.Title, Text: given(i.Text), Status: string(i.Status), Catalogue: given(i.CatalogueName), Contact: given(i.ContactName),
		From: dayOf(i.StartsOn), To: dayOf(i.EndsOn), Outcomes: outcomes, Notes: myObjectionNotes(i.Objections),
	}
	if u, ok := n[given(i.Responsible)]; ok {
		v.Owner = u
	} else {
		v.Outside = given(i.Responsible)
	}
	return v
}

func (n unitNames) role(h wire.MyRoleHolder) fhir.Role {
	return fhir.Role{
		Unit: n.named(h.Unit), Person: h.PersonName, Role: string(h.Role), RoleName: inWords(phrase.Swedish, h.Role),
		From: h.StartsOn.String(), To: dayOf(h.EndsOn),
	}
}

func myFHIRConsent(w wire.MyConsent) fhir.RecordedConsent {
	return fhir.RecordedConsent{
		ID: w.Id, Kind: string(w.Kind), KindName: inWords(phrase.Swedish, w.Kind), State: string(w.State), Purpose: w.Purpose,
		From: w.ValidFrom.String(), To: w.ValidTo.String(),
		Scopes: each(w.Scopes, func(s wire.MyConsentScope) fhir.Scope {
			return fhir.Scope{From: fhir.Unit{Name: s.From}, To: fhir.Unit{Name: s.To}, Categories: each(s.Categories, fhirCategory)}
		}),
	}
}
