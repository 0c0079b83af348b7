//go:build !release

package county_test

import (
	"testing"

	"samplan/internal/demo"
)

// What the school tells En väg in, and what it notes for itself.
const (
	vilgotText, vilgotNote = "Hur går det i skolan?", "Ringt mentorn"
	handedOver             = "Överlämningen mellan kommunerna blev inte gjord."
)

// TestStory2R51R52R53R31Karlskrona is story 2 as a whole: a guardian has a case opened, a school is asked for what it knows, where
// nobody has been given the task and the contact card is outdated; it is answered by the substitute in the summer leave, to the asker
// alone. The school reports a hand-over between two municipalities, which the group takes up when the managers have met and Ronneby's
// group has as its own. And a child that is placed for protection cannot be traced by those who are left in the former municipality.
func TestStory2R51R52R53R31Karlskrona(t *testing.T) {
	t.Parallel()
	s := newStory(t, "2024-02-05")
	card := s.cardOfTheSchool()
	s.caseByAGuardian()
	request := s.notSentInVain(card)
	s.namesATaskOwner(request)
	s.substituteAnswers(request)
	s.betweenTwoMunicipalities(s.managersFirst())
	s.on("2026-03-02")
	placed := saga{client: s.client}
	placed.traced()
}

// cardOfTheSchool: in winter the headteacher says how the school is reached, until the end of May.
func (s *story) cardOfTheSchool() (card string) {
	s.t.Helper()
	return s.post("signe", "/v1/contact-cards", contactCard("0455-11 11 11", "2024-05-31")).want(201).text("id")
}

func contactCard(phone, until string) object {
	return object{
		"purpose": "Frågor om elever", "phone": phone, "hours": "Vardagar 8–16", "languages": []any{"sv"}, "ownerId": demo.Find("stellan").PersonID(),
		"validUntil": until,
	}
}

// caseByAGuardian: Malin asks the region for a plan for Vilgot, and En väg in opens a case.
func (s *story) caseByAGuardian() {
	s.t.Helper()
	s.on("2024-06-03")
	vilgot := demo.Find("vilgot")
	asked := s.post("malin", "/v1/my/plan-requests", object{
		"principalId": demo.PrincipalID("blekinge"), "givenName": "Malin", "familyName": "Backe", "birthDate": vilgot.Birth, "text": "Vi får inte ihop vardagen.",
		"help": "Stöd i skolan", "asGuardian": object{
			"relation": "parent-custodian", "givenName": "Vilgot", "familyName": "Backe", "identifierType": "personnummer", "identifier": vilgot.Number,
		},
	}).want(201).shows("En väg in, Blekinge").text("id")
	at := "/v1/plan-requests/" + asked
	s.get("bengt", "/v1/notifications").want(200).shows("plan-request-waits", asked).hides("Backe", "vardagen")
	s.post("bengt", at+"/assessments", object{"handlerId": demo.Find("stina").PersonID(), "custodyChecked": true}).want(200)
	s.lead = "stina"
	s.follow(s.post("stina", at+"/answers", object{"outcome": "plan"}).want(200).text("planId"))
	s.child = s.get("stina", s.plan).want(200).text("childId")
	for _, who := range []string{"signe", "stellan", "kajsa", "roland"} {
		s.get(who, at).want(404)
		s.get(who, s.plan).want(404)
	}
}

// notSentInVain: a form of the region's, a consent to ask, and a card that tells what is so today; without each the request is not sent.
func (s *story) notSentInVain(card string) (request string) {
	s.t.Helper()
	both := func(text string) []any {
		return []any{object{"language": "sv", "text": text}, object{"language": "en", "text": text}}
	}
	form := s.post("sven", "/v1/questionnaires", object{
		"code": "skola", "languages": []any{"sv", "en"}, "category": "schooling", "titles": both("Komplettering från skolan"), "fields": []any{
			object{"code": "absence", "kind": "number", "isRequired": true, "texts": both("Frånvaro i procent")},
			object{"code": "support", "kind": "long-text", "isRequired": false, "texts": both("Vad har prövats?")},
		},
	}).want(201).text("id")
	body := object{"childId": s.child, "toUnitId": demo.UnitID("ka-skola"), "questionnaireId": form, "text": vilgotText}
	s.post("stina", "/v1/information-requests", body).want(422)
	s.post("sven", "/v1/questionnaires/"+form+"/publications", object{}).want(200)
	s.post("stina", "/v1/information-requests", body).want(409).shows("contact-card-outdated").hides("0455")
	s.post("kajsa", "/v1/information-requests", body).want(404) // no case, so nothing to complete
	s.get("signe", "/v1/notifications").want(200).shows("contact-card-outdated", card)
	s.get("stellan", "/v1/notifications").want(200).shows("contact-card-outdated", card)
	s.get("stina", "/v1/notifications").want(200).hides(card)
	s.post("stellan", "/v1/contact-cards/"+card+"/confirmations", object{"validUntil": "2024-11-30"}).want(200)
	s.post("stellan", "/v1/contact-cards", contactCard("0455-22 22 22", "2024-11-30")).want(201) // the phone was wrong, too
	s.get("stina", "/v1/contact-cards?limit=100").want(200).shows("0455-22 22 22").hides("0455-11 11 11")
	s.post("stina", "/v1/information-requests", body).want(409).shows("nothing-opens-the-wall")
	s.agree("stina", object{"kind": "share", "purpose": "Att fråga skolan", "validTo": "2024-12-31", "scopes": []any{
		scope("bl-first", "ka-school", "participation"),
	}}, "malin")
	return s.post("stina", "/v1/information-requests", body).want(201).shows(`"sent"`, vilgotText).text("id")
}

// namesATaskOwner: it waits for the headteacher until somebody has the task; nobody answers before.
func (s *story) namesATaskOwner(request string) {
	s.t.Helper()
	at := "/v1/information-requests/" + request
	for _, who := range []string{"stellan", "svea", "kajsa", "roland", "malin"} {
		s.get(who, at).hides(vilgotText)
		s.get(who, "/v1/information-requests?direction=received").hides(request)
	}
	s.get("signe", "/v1/notifications").want(200).shows("information-waits", request).hides("Vilgot", "Backe", vilgotText)
	write := func(who string) answer {
		etag := s.get("signe", at).want(200).header.Get("ETag")
		return s.call(who, "PUT", at, object{"answers": []any{object{"code": "absence", "values": []any{"35"}}}, "note": vilgotNote}, "If-Match", etag)
	}
	write("signe").want(409).shows("no-task-owner")
	s.post("signe", "/v1/information-routines", object{"text": "Fråga mentorn innan du svarar."}).want(201)
	s.post("signe", at+"/assignments", object{"ownerId": demo.Find("stellan").PersonID()}).want(200).shows("Stellan Vämö")
	s.post("stellan", "/v1/absences", object{"substituteId": demo.Find("svea").PersonID(), "startsOn": "2024-06-17", "endsOn": "2024-08-09"}).want(201)
	s.get("stellan", "/v1/notifications").want(200).shows("information-waits", request)
	s.get("signe", "/v1/notifications").want(200).hides(request)
	s.get("stellan", at).want(200).shows(vilgotText, "Fråga mentorn innan du svarar.")
	s.get("svea", at).want(404)
	s.get("stina", at).want(200).hides("Stellan", "owner", "Fråga mentorn")
}

// substituteAnswers: in the summer leave the task is the substitute's, who is reminded, and so is the manager when it is late.
func (s *story) substituteAnswers(request string) {
	s.t.Helper()
	at := "/v1/information-requests/" + request
	s.on("2024-06-17")
	s.get("svea", "/v1/notifications").want(200).shows("information-waits", request)
	s.get("stellan", "/v1/notifications").want(200).hides(request)
	s.get("stellan", at).want(404)
	s.on("2024-07-15")
	s.get("svea", "/v1/notifications").want(200).shows("information-overdue", request)
	s.get("signe", "/v1/notifications").want(200).shows("information-overdue", request)
	s.get("stina", at).want(200).shows(`"isOverdue":true`)
	etag := s.get("svea", at).want(200).header.Get("ETag")
	s.call("svea", "PUT", at, object{"answers": []any{object{"code": "absence", "values": []any{"35"}}}, "note": vilgotNote}, "If-Match", etag).want(200)
	s.get("stina", at).want(200).hides(vilgotNote, `"35"`)
	s.post("svea", at+"/answers", object{}).want(409).shows("nothing-opens-the-wall")
	s.agree("stina", object{"kind": "share", "purpose": "Att få skolans svar", "validTo": "2024-12-31", "scopes": []any{
		scope("ka-school", "bl-first", "schooling"),
	}}, "malin")
	s.post("svea", at+"/answers", object{}).want(200).shows(`"answered"`)
	s.get("stina", at).want(200).shows(`"answered"`, `"35"`).hides(vilgotNote, "Svea")
	s.document("stina", at+"/document").shows("Frånvaro i procent", "35").hides(vilgotNote)
	s.get("stina", "/v1/notifications").want(200).shows("information-answered", request)
	for _, who := range []string{"kajsa", "roland", "stellan"} {
		s.get(who, at).want(404)
	}
	s.get("malin", at).want(403)
	s.on("2024-08-12")
	s.get("stellan", at).want(200).shows(vilgotNote)
	s.get("svea", at).want(404)
}

// managersFirst: the school reports what happened, of nobody; without the managers' contact the group cannot take it.
func (s *story) managersFirst() (deviation string) {
	s.t.Helper()
	said := func(text string) object {
		return object{"kind": "reported", "category": "hand-over", "concernsUnitId": demo.UnitID("ro-bof"), "happenedOn": "2024-08-09", "text": text}
	}
	s.post("stellan", "/v1/deviations", said("Gäller "+demo.Find("vilgot").Number)).want(422).shows("identifying-text")
	deviation = s.post("stellan", "/v1/deviations", said(handedOver)).want(201).text("id")
	at := "/v1/deviations/" + deviation
	s.get("kent", at).want(404)
	s.get("roland", "/v1/deviation-cases").want(200).hides(handedOver)
	s.post("stellan", at+"/submissions", object{"groupId": demo.GroupID("karlskrona")}).want(200)
	intake := "/v1/deviation-cases/" + s.get("kent", "/v1/deviation-cases").want(200).id("deviationCases", "state", "submitted") + "/intakes"
	s.post("kent", intake, object{"outcome": "accepted"}).want(409).shows("no-manager-contact")
	s.get("roland", "/v1/deviation-cases").want(200).hides(handedOver)
	s.post("kent", intake, object{"outcome": "returned", "reason": "Cheferna har inte talats vid."}).want(200)
	s.get("stellan", at).want(200).shows("Cheferna har inte talats vid.")
	met := object{"contactedOn": s.today(), "otherManager": "Enhetschefen för Barn och familj", "cause": "Ingen visste vem som skulle ringa."}
	s.post("stellan", at+"/manager-contacts", met).want(403)
	s.post("signe", at+"/manager-contacts", met).want(200)
	s.post("stellan", at+"/submissions", object{"groupId": demo.GroupID("karlskrona")}).want(200)
	return deviation
}

// betweenTwoMunicipalities: Karlskrona's group takes it up, and Ronneby's has one with a state of its own; neither sees whom it was
// about, nor the other's people.
func (s *story) betweenTwoMunicipalities(deviation string) {
	s.t.Helper()
	has := "/v1/deviation-cases/" + s.get("kent", "/v1/deviation-cases").want(200).id("deviationCases", "state", "submitted")
	s.post("kent", has+"/intakes", object{"outcome": "accepted"}).want(200)
	mirror := "/v1/deviation-cases/" + s.get("roland", "/v1/deviation-cases").want(200).id("deviationCases", "state", "submitted")
	s.get("roland", mirror).want(200).shows(`"origin":"mirrored"`, handedOver).hides("Stellan", "Vilgot", deviation, has[len("/v1/deviation-cases/"):])
	s.get("ronja", mirror).want(404)
	s.get("kent", mirror).want(404)
	s.get("roland", has).want(404)
	s.post("roland", mirror+"/intakes", object{"outcome": "accepted"}).want(200)
	s.get("kent", has).want(200).shows(`"state":"accepted"`, demo.GroupID("ronneby").String())
	s.post("roland", mirror+"/measures", object{"unitId": demo.UnitID("ro-bof"), "text": "En rutin för mottagandet", "dueOn": "2024-10-01"}).want(200)
	s.post("roland", mirror+"/answers", object{"text": "Ronneby tar emot från och med september."}).want(200)
	s.get("kent", has).want(200).shows("Ronneby tar emot", `"state":"accepted"`).hides("En rutin för mottagandet")
	s.get("stellan", "/v1/deviations/"+deviation).want(200).shows(`"state":"accepted"`).hides("Ronneby tar emot")
	s.on("2024-10-14") // sixty days after it came
	s.get("kent", "/v1/notifications").want(200).shows("deviation-overdue")
	s.post("kent", has+"/answers", object{"text": "Kommunerna har en gemensam rutin."}).want(200)
	s.get("stellan", "/v1/deviations/"+deviation).want(200).shows("Kommunerna har en gemensam rutin.")
}
