//go:build !release

package county_test

import (
	"fmt"
	"testing"

	"samplan/internal/demo"
)

// What the three boards of Gotland write in Ebbe's plan for those who take part, and for themselves alone.
const (
	ebbeSchool, ebbeSchoolNote = "Kortare dagar på Raukskolan", "Mentorn byts i mars"
	ebbeSocial, ebbeSocialNote = "Kontaktfamilj varannan helg", "Pappa vill bli ringd"
	ebbeHealth                 = "Samtal om ängslan"
)

var fossam = "/v1/collaboration-groups/" + demo.GroupID("fossam").String()

// TestStory3R23R29R57Gotland is story 3 as a whole: one principal that is municipality and region at once, whose three boards have
// walls between them all the same; the forum meets each week, any member raises a case there, without names; one of them needs school
// and social services and with the family's consent becomes a SIP that no member can follow; cases get fewer from half-year to
// half-year, and the numbers say so without telling of anybody.
func TestStory3R23R29R57Gotland(t *testing.T) {
	t.Parallel()
	s := newStory(t, "2023-02-06")
	s.wallsInsideOnePrincipal()
	at := s.fossamMeets()
	s.becomesAPlan(at)
	s.planOfThreeBoards(at)
	s.casesGetFewer()
}

// wallsInsideOnePrincipal: school and social services of one principal have a case each and do not know of the other's.
func (s *story) wallsInsideOnePrincipal() {
	s.t.Helper()
	s.lead, s.child = "hanna", s.register("hanna", "ebbe", "parent-custodian", "hedvig", "torsten")
	atBoard := s.register("ingrid", "ebbe", "parent-custodian", "hedvig", "torsten")
	for _, who := range []string{"elin", "rakel", "botvid", "ylva", "majken"} {
		s.get(who, "/v1/children/"+s.child).want(404)
		s.get(who, "/v1/children/"+atBoard).want(404)
		s.get(who, "/v1/children").want(200).hides("Ebbe", "Visne")
	}
	s.get("hanna", "/v1/children/"+s.child).want(200).hides("Barn och familj, Gotland", "ingrid")
	s.get("hanna", "/v1/routine-profiles/in-force").want(200).shows("Gotland: Fossam och SIP")
}

// raises lets a member raise a case in the forum.
func (s *story) raises(who, text string, more object) answer {
	s.t.Helper()
	body := object{"basis": "anonymised", "question": "Vem tar första steget?", "text": text}
	for k, v := range more {
		body[k] = v
	}
	return s.post(who, fossam+"/forum-cases", body)
}

// fossamMeets: its chair plans the weeks; every member brings cases alike, and none of them with a name. It gives the case of which
// the group says that it needs a plan.
func (s *story) fossamMeets() (at string) {
	s.t.Helper()
	weeks := object{"firstOn": "2023-02-09", "lastOn": "2023-06-15", "startsAt": "13:00", "endsAt": "15:00", "mode": "digital"}
	s.post("majken", fossam+"/sessions", weeks).want(403)
	s.post("hanna", fossam+"/sessions", weeks).want(404)
	planned := s.post("ivar", fossam+"/sessions", weeks).want(201)
	if n := len(planned.rows("sessions")); n != 18 { // nineteen Thursdays, of which Ascension Day is one
		s.t.Errorf("%d weeks", n)
	}
	s.raises("harald", "Ebbe kommer sällan till skolan.", object{"childId": s.child}).want(422).shows("identifying-text").hides("Ebbe")
	s.raises("harald", "En elev på Raukskolan kommer sällan.", nil).want(422).shows("identifying-text")
	s.raises("hanna", "En elev kommer sällan.", nil).want(404)
	id := s.raises("harald", "En elev kommer sällan till skolan och har stöd från flera.", object{"childId": s.child}).want(201).
		shows("Raukskolan").text("id")
	for _, who := range []string{"ivar", "elin", "rakel", "majken", "botvid", "ylva"} {
		s.raises(who, "Ett barn behöver något som vi inte har.", nil).want(201)
	}
	at = "/v1/forum-cases/" + id
	s.on("2023-02-09")
	session := "/v1/forum-sessions/" + planned.id("sessions", "on", "2023-02-09")
	for _, who := range []string{"ivar", "elin", "rakel", "majken", "botvid", "ylva"} {
		s.get(who, session).want(200).shows(id).hides("Ebbe", "Visne", s.child)
		s.get(who, at).want(200).hides("Ebbe", "Visne", s.child, "Harald")
	}
	for _, who := range []string{"hanna", "ingrid", "asa", "kim", "hedvig"} {
		s.get(who, session).hides(id)
		s.get(who, at).hides("sällan")
	}
	s.post("majken", at+"/contributions", object{"text": "Familjen kan få stöd hos oss utan ansökan."}).want(200).shows("Majken Stånga")
	s.post("ylva", at+"/contributions", object{"text": "Vi har en pågående insats."}).want(200)
	s.post("majken", at+"/outcomes", object{"outcome": "sip", "text": "Skolan frågar familjen."}).want(403)
	s.post("elin", at+"/outcomes", object{"outcome": "sip", "text": "Skola och socialtjänst behövs båda. Skolan frågar familjen."}).want(200)
	s.post("rakel", fossam+"/learning-points", object{"text": "Fråga familjen tidigt."}).want(201)
	return at
}

// becomesAPlan: the unit that raised the case asks the family and begins; neither before the consent, nor another.
func (s *story) becomesAPlan(at string) {
	s.t.Helper()
	before := s.get("majken", at).want(200)
	s.post("ivar", at+"/link-openings", object{"reason": "Nyfiken"}).want(403)
	s.post("ingrid", at+"/link-openings", object{"reason": "Nyfiken"}).want(404)
	s.post("hanna", at+"/link-openings", object{"reason": "Familjen ska få frågan."}).want(200).shows(s.child)
	consent := s.post("hanna", "/v1/children/"+s.child+"/consents", object{
		"kind": "plan", "purpose": "Att göra en SIP", "form": "e-identification", "validFrom": s.today(), "validTo": "2024-12-31", "scopes": []any{},
	}).want(201).text("id")
	begins := object{"consentId": consent, "text": "Ebbe behöver både skola och socialtjänst", "reason": "Fossam föreslog en SIP"}
	s.post("hanna", at+"/plans", begins).want(422).shows("consent-not-live")
	s.post("hedvig", "/v1/my/consents/"+consent+"/answers", object{"answer": "given"}).want(200)
	s.post("hanna", at+"/plans", begins).want(422).shows("consent-not-live")
	s.post("torsten", "/v1/my/consents/"+consent+"/answers", object{"answer": "given"}).want(200)
	s.post("ivar", at+"/plans", begins).want(403)
	s.post("ingrid", at+"/plans", begins).want(404)
	s.follow(s.post("hanna", at+"/plans", begins).want(201).text("planId"))
	s.get("hanna", s.plan).want(200).shows(`"status":"noted"`, "både skola och socialtjänst").hides(at[len("/v1/forum-cases/"):], "Fossam", "forum")
	after := s.get("majken", at).want(200)
	if after.body != before.body || after.header.Get("ETag") != before.header.Get("ETag") {
		s.t.Errorf("the case tells of the plan: %s, before %s", after.body, before.body)
	}
}

// planOfThreeBoards: school, social services and child psychiatry set a plan; each reads what a consent opens, and the other members
// of the forum nothing.
func (s *story) planOfThreeBoards(at string) {
	s.t.Helper()
	s.step("informed").want(201)
	s.get("hedvig", s.my).want(200).shows("Raukskolan").hides("Fossam")
	s.step("consenting").want(201)
	s.agree("hanna", object{"kind": "share", "purpose": "Att göra planen tillsammans", "validTo": "2024-12-31", "scopes": []any{
		scope("go-school", "go-social", "goals", "interventions"), scope("go-social", "go-school", "interventions"),
		scope("go-school", "go-bup", "goals"), scope("go-bup", "go-school", "interventions"),
	}}, "hedvig", "torsten")
	s.step("preparing").want(201)
	s.send("Skolan, socialtjänsten och BUP gör något var för sig.", "Ebbe är i skolan", "go-barn", "Vilket stöd får familjen?", "go-bup", "Hur mår Ebbe?")
	s.accepts("ingrid", "ingrid")
	s.accepts("ylva", "ylva")
	s.step("called").want(201)
	s.book(nil)
	s.on("2023-02-16")
	s.came("ingrid", "go-barn", "digital")
	s.came("ylva", "go-bup", "digital")
	s.post("hanna", s.meeting+"/closings", object{
		"childParticipation": "present", "nextFollowUpOn": "2023-09-04", "nextFollowUpUnitId": demo.UnitID("go-skola"),
	}).want(200)
	s.step("met").want(201)
	add := func(who, kind string, body object) { s.post(who, s.plan+"/"+kind, body).want(201) }
	add("hanna", "goals", object{"text": "Ebbe är i skolan", "horizon": "long", "visibility": "family"})
	add("hanna", "interventions", object{"title": ebbeSchool, "visibility": "family"})
	add("hanna", "notes", object{"text": ebbeSchoolNote, "category": "schooling"})
	add("ingrid", "interventions", object{"title": ebbeSocial, "visibility": "family"})
	add("ingrid", "notes", object{"text": ebbeSocialNote, "category": "family-situation"})
	add("ylva", "interventions", object{"title": ebbeHealth, "visibility": "family"})
	s.post("ebbe", s.my+"/child-views", object{"text": "Jag vill orka hela dagen", "form": "said"}).want(201)
	s.frame("gotland", "2023-09-04", "go-skola")
	for _, who := range []string{"ingrid", "ylva"} {
		s.post(who, s.plan+"/confirmations", object{}).want(201)
	}
	s.post("hanna", s.plan+"/establishments", object{"on": s.today()}).want(201)
	s.post("hanna", s.plan+"/dispatches", object{}).want(201)
	s.get("hanna", s.plan).want(200).shows(ebbeSchool, ebbeSchoolNote, ebbeSocial, ebbeHealth, "Region Gotland").hides(ebbeSocialNote)
	s.get("ingrid", s.plan).want(200).shows(ebbeSocial, ebbeSocialNote, ebbeSchool).hides(ebbeHealth, ebbeSchoolNote)
	s.get("ylva", s.plan).want(200).shows(ebbeHealth).hides(ebbeSchool, ebbeSocial, ebbeSchoolNote, ebbeSocialNote)
	s.document("hedvig", s.my+"/document").shows(ebbeSchool, ebbeSocial, ebbeHealth, "Region Gotland").hides("Fossam")
	for _, who := range []string{"elin", "rakel", "majken", "botvid"} {
		s.get(who, s.plan).want(404)
		s.get(who, "/v1/plans").want(200).shows(`"totalRecords":0`)
		s.get(who, at).want(200).hides(s.plan[len("/v1/plans/"):])
		s.get(who, "/v1/notifications").want(200).hides("Ebbe", s.plan[len("/v1/plans/"):])
	}
}

// casesGetFewer: seven in spring and five more, then six in autumn. Who counts sees that, and nothing of a service that raised few;
// nobody else sees numbers, and no number tells of a group or a case.
func (s *story) casesGetFewer() {
	s.t.Helper()
	raise := func(day string, times int) {
		s.on(day)
		for n := range times {
			s.raises([]string{"majken", "ivar"}[n%2], fmt.Sprintf("Ett barn behöver något som vi inte har, ärende %d.", n), nil).want(201)
		}
	}
	raise("2023-04-13", 5)
	raise("2023-10-12", 6)
	const numbers = "/v1/statistics?indicator=forum-cases"
	s.get("asa", numbers+"&by=all").want(200).shows(`"count":12`).hides(`"count":6`) // a half-year that is not over
	s.on("2024-01-08")
	s.get("asa", numbers+"&by=all").want(200).shows(`"count":12`, `"count":6`)
	s.get("asa", numbers+"&by=service&term=2023-03-01").want(200).shows(`"value":"ifo"`, `"count":7`, `"value":"others"`, `"count":5`, `"totalRecords":2`)
	s.get("asa", numbers+"&by=age").want(200).shows(`"rows":[]`)
	s.get("asa", "/v1/indicators?limit=100").want(200).shows("Ärenden i samverkansforum")
	for _, who := range []string{"ivar", "elin", "majken", "hanna", "hedvig"} {
		s.get(who, numbers).want(403)
	}
	s.get("asta", numbers).want(200).hides(`"count":12`, `"count":6`) // another principal's
	s.get("asa", fossam+"/forum-cases").hides("barn")
}
