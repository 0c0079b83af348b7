//go:build !release

package county_test

import "samplan/internal/demo"

// What could tell where Saga is, in the old place and in the new one.
const (
	oldSocial, oldSchool = "Barn och familj, Ronneby", "Snäckebacksskolan"
	oldContact           = "Ring Ronja på kontoret"
	hiddenAddress        = "Storgatan 1"
	newTown              = "Karlskrona"
)

// saga is the child's life in the county.
type saga struct {
	client
	child, plan, my string
	sara            string // what the school calls the child
}

func (s *saga) text(a answer, field string) string {
	s.t.Helper()
	v, _ := a.json[field].(string)
	return v
}

// traced is the last sentence of story 2: a child placed for protection in the neighbouring municipality cannot be traced by the
// parties left in the former one, nor by the guardian from whom it is kept (R31).
func (s *saga) traced() {
	s.t.Helper()
	s.togetherInRonneby()
	s.protectedAtOnce()
	s.keptFromVide()
	s.movesToKarlskrona()
}

// register opens a unit's case, with both guardians.
func (s *saga) register(who string) (child string) {
	s.t.Helper()
	kid := demo.Find("saga")
	made := s.post(who, "/v1/children", map[string]any{
		"identifierType": "personnummer", "identifier": kid.Number, "givenName": "Saga", "familyName": "Ask", "birthDate": kid.Birth, "reason": "Anmälan",
	}).want(201)
	s.guardians(who, s.text(made, "id"))
	return s.text(made, "id")
}

func (s *saga) guardians(who, child string) {
	s.t.Helper()
	for _, g := range []string{"tyra", "vide"} {
		s.post(who, "/v1/children/"+child+"/relations", map[string]any{
			"identifierType": "personnummer", "identifier": demo.Find(g).Number, "kind": "parent-custodian", "givenName": g, "familyName": "Ask",
			"validFrom": "2026-03-02",
		}).want(201)
	}
}

// togetherInRonneby: social services and school share what a consent lets them; the family sees who takes part.
func (s *saga) togetherInRonneby() {
	s.t.Helper()
	s.child = s.register("ronja")
	made := s.post("ronja", "/v1/plans", map[string]any{"childId": s.child, "kind": "sip"}).want(201)
	s.plan, s.my = "/v1/plans/"+s.text(made, "id"), "/v1/my/plans/"+s.text(made, "id")
	s.post("ronja", s.plan+"/status-changes", map[string]any{"to": "informed", "on": "2026-03-02"}).want(201)
	s.post("ronja", s.plan+"/parties", map[string]any{"unitId": demo.UnitID("ro-skola"), "mode": "called"}).want(201)
	call := s.get("sara", "/v1/invitations").want(200).first("invitations", "partyId")
	s.post("sara", "/v1/parties/"+call+"/answers", map[string]any{"answer": "accepted"}).want(200)
	s.share()
	s.post("ronja", s.plan+"/interventions", map[string]any{
		"title": "Familjebehandling", "contactName": oldContact, "outsideActor": "Bräkne resursteam", "visibility": "family",
	}).want(201)
	s.post("sara", s.plan+"/interventions", map[string]any{"title": "Läxhjälp", "contactName": "Skolans kurator", "visibility": "family"}).want(201)
	s.post("ronja", s.plan+"/dispatches", map[string]any{}).want(201)
	s.get("sara", s.plan).want(200).shows("Saga Ask", oldContact, "Läxhjälp", oldSocial)
	s.get("sara", s.plan+"/versions/1").want(200).shows(oldSocial)
	s.get("sara", "/v1/plans").want(200).shows("Saga Ask")
	for _, g := range []string{"tyra", "vide", "saga"} {
		s.get(g, s.my).want(200).shows("Saga Ask", "Familjebehandling", "Läxhjälp", oldSocial, oldSchool, oldContact, "Ronneby kommun")
	}
}

// share lets both domains see interventions and who takes part.
func (s *saga) share() {
	s.t.Helper()
	scope := func(from, to string) any {
		return map[string]any{"fromBranchId": demo.BranchID(from), "toBranchId": demo.BranchID(to), "categories": []string{"interventions", "participation"}}
	}
	made := s.post("ronja", "/v1/children/"+s.child+"/consents", map[string]any{
		"kind": "share", "purpose": "Att arbeta tillsammans", "form": "e-identification", "validFrom": "2026-03-02", "validTo": "2027-03-01",
		"scopes": []any{scope("ro-social", "ro-school"), scope("ro-school", "ro-social")},
	}).want(201)
	for _, g := range []string{"tyra", "vide"} {
		s.post(g, "/v1/my/consents/"+s.text(made, "id")+"/answers", map[string]any{"answer": "given"}).want(200)
	}
	s.get("vide", "/v1/my/consents").want(200).shows("Ronneby")
}

// protectedAtOnce: the level that social services record counts for the school at the next read, in the plan, in its old
// versions and in its lists; where the child is lies with the named alone.
func (s *saga) protectedAtOnce() {
	s.t.Helper()
	at := "/v1/children/" + s.child
	s.post("ronja", at+"/protections", map[string]any{"level": "protected-registration", "reason": "Beslut av Skatteverket"}).want(201)
	s.get("sara", s.plan).want(200).shows("Saga Ask", "Familjebehandling", "Läxhjälp", "Skolans kurator").hides(oldContact, "Bräkne", "Ronja Hav")
	s.get("sara", s.plan+"/versions/1").want(200).shows("Familjebehandling", oldSchool).hides(oldSocial)
	s.sara = s.get("sara", "/v1/plans").want(200).shows("Skyddad person").first("plans", "childName")
	if ronja := s.get("ronja", "/v1/plans").want(200).first("plans", "childName"); ronja == s.sara {
		s.t.Errorf("both services call the child %s", ronja)
	}
	for _, list := range []string{"/v1/plans", "/v1/children"} {
		s.get("sara", list).want(200).shows(s.sara).hides("Saga")
	}
	word := map[string]any{"kind": "address", "text": hiddenAddress}
	s.post("ronja", at+"/whereabouts", word).want(404)
	named := map[string]any{"personId": demo.Find("ronja").PersonID(), "reason": "Möter barnet", "validTo": "2026-12-31"}
	s.post("ronja", at+"/whereabouts-readers", named).want(403)
	s.post("roland", at+"/whereabouts-readers", named).want(201)
	s.post("ronja", at+"/whereabouts", word).want(201)
	s.get("ronja", at+"/whereabouts").want(200).shows(hiddenAddress)
	for _, other := range []string{"roland", "sara", "kajsa"} {
		s.get(other, at+"/whereabouts").want(404).hides(hiddenAddress)
	}
}

// keptFromVide: he gets the plan as one that names nobody; she gets it whole.
func (s *saga) keptFromVide() {
	s.t.Helper()
	s.get("vide", s.my).want(200).shows(oldSocial, oldSchool)
	father := s.get("ronja", "/v1/children/"+s.child+"/relations").want(200).field("relations", "givenName", "vide", "personId")
	s.post("ronja", "/v1/children/"+s.child+"/whereabouts-blocks", map[string]any{"personId": father, "reason": "OSL 26:2"}).want(201)
	s.get("vide", s.my).want(200).shows("Familjebehandling", "Läxhjälp", `"parties":[]`).
		hides("Ronneby", oldSchool, oldContact, "Bräkne", "kurator", "responsible", "contactName")
	s.get("vide", "/v1/my/consents").want(200).shows("Att arbeta tillsammans").hides("Ronneby", "Barn och familj", "Grundskola")
	s.get("tyra", s.my).want(200).shows(oldSocial, oldSchool, oldContact)
	s.get("saga", s.my).want(200).shows(oldSocial, oldSchool)
}

// movesToKarlskrona: the plan follows the child, and those who stay learn that it has moved.
func (s *saga) movesToKarlskrona() {
	s.t.Helper()
	offer := map[string]any{"toUnitId": demo.UnitID("ka-bof"), "reason": "Placerad för skydd"}
	s.post("sara", s.plan+"/hand-overs", offer).want(403)
	s.post("ronja", s.plan+"/hand-overs", offer).want(201).shows(newTown)
	s.post("ronja", s.plan+"/hand-overs", offer).want(409)
	for _, other := range []string{"sara", "roland", "liv"} { // not even the offerer's own colleagues are told
		s.get(other, "/v1/hand-overs").want(200).shows(`"totalRecords":0`).hides(newTown)
	}
	waiting := s.get("kajsa", "/v1/hand-overs").want(200).shows("Skyddad person", oldSocial).first("handOvers", "id")
	s.get("kent", "/v1/hand-overs").want(200).hides("Saga", "Placerad för skydd")
	s.get("kajsa", "/v1/children/"+s.child).want(404)
	s.post("sara", "/v1/hand-overs/"+waiting+"/answers", map[string]any{"answer": "accepted"}).want(404)
	taken := s.post("kajsa", "/v1/hand-overs/"+waiting+"/answers", map[string]any{"answer": "accepted"}).want(200)
	s.get("ronja", "/v1/hand-overs").want(200).shows(`"accepted"`, newTown)
	s.behind()
	s.ahead("/v1/plans/" + s.text(taken, "planId"))
}

// behind: the old parties keep what they wrote, and nothing they can ask tells where the child is now.
func (s *saga) behind() {
	s.t.Helper()
	s.get("sara", s.plan).want(200).shows(`"moved"`, "Läxhjälp").hides(newTown, "Kajsa")
	s.get("roland", s.plan).want(200).shows(`"moved"`).hides(newTown, "Kajsa")
	for _, who := range []string{"sara", "roland"} {
		for _, path := range []string{
			"/v1/plans", "/v1/children", "/v1/invitations", "/v1/hand-overs", s.plan + "/status-changes", s.plan + "/versions", s.plan + "/versions/1",
			"/v1/children/" + s.child, "/v1/children/" + s.child + "/case-workers", "/v1/children/" + s.child + "/relations",
			"/v1/children/" + s.child + "/consents",
		} {
			s.get(who, path).want(200).hides(newTown, "Kajsa", "Kent")
		}
	}
	for _, path := range []string{s.my, "/v1/my/plans", "/v1/my/consents"} {
		s.get("vide", path).want(200).hides(newTown, "Kajsa", "Ronneby")
	}
}

// ahead: the new unit works in a plan of its own, which the old parties do not find; one guardian sees where, the other
// does not.
func (s *saga) ahead(plan string) {
	s.t.Helper()
	old := s.plan[len("/v1/plans/"):]
	s.get("kajsa", plan).want(200).shows(old, "Saga Ask").hides("Läxhjälp", "Familjebehandling", oldSchool)
	s.get("kajsa", s.plan).want(404)
	s.get("kent", plan).want(200).shows(old)
	for _, who := range []string{"sara", "ronja", "roland"} {
		s.get(who, plan).want(404)
		s.get(who, "/v1/plans").want(200).shows(`"totalRecords":1`)
	}
	s.guardians("kajsa", s.child)
	s.post("kajsa", plan+"/interventions", map[string]any{"title": "Trygghetsboende", "contactName": "Kajsa", "visibility": "family"}).want(201)
	s.post("kajsa", plan+"/status-changes", map[string]any{"to": "informed", "on": "2026-03-02"}).want(201)
	my := "/v1/my" + plan[len("/v1"):]
	s.get("tyra", my).want(200).shows("Trygghetsboende", newTown, "Kajsa").hides(old)
	s.get("vide", my).want(200).shows("Trygghetsboende").hides(newTown, "Kajsa", "Ronneby", old)
	s.get("sara", s.plan).want(200).hides("Trygghetsboende")
}
