//go:build !release

package county_test

import (
	"testing"
	"time"

	"samplan/internal/demo"
)

// What Funktionsstöd and social services write in Juni's plan for those who take part, and for themselves.
const (
	juniSupport, juniSupportNote = "Juni behöver bildstöd", "Beslutet omprövas i maj"
	juniSocial, juniSocialNote   = "Familjen har det trångt", "Pappa vill bli ringd"
	juniSchool                   = "Kortare dagar i skolan"
)

// TestStory1R42R46R47FromNeedToEnd is story 1 as a whole: the school notes a need in the autumn, calls everybody, and a neutral
// leader leads the meeting; the family unit is called and does not come, which is counted; at midnight the reorganisation puts a
// wall between two that were one; a consent opens one category, one way, until its last day; the plan is followed up,
// evaluated and closed; and there are documents all the way, each made of what its reader may see.
func TestStory1R42R46R47FromNeedToEnd(t *testing.T) {
	t.Parallel()
	s := newStory(t, "2020-09-14")
	s.needAtSchool()
	s.meetingWithANeutralLeader()
	s.establishedInOctober()
	s.wallAtMidnight()
	s.oneWayUntilItsEnd()
	s.followedUpAndClosed()
}

// needAtSchool: three units have a case, the school notes the need; the family agrees to a plan.
func (s *story) needAtSchool() {
	s.t.Helper()
	for _, who := range []string{"karin", "bo"} {
		s.register(who, "juni", "parent-custodian", "jenny", "jonas")
	}
	s.note("lena", s.register("lena", "juni", "parent-custodian", "jenny", "jonas"), "sip", "Juni orkar hela skolveckan")
	s.get("jenny", s.my).want(404)
	s.get("karin", s.plan).want(404)
	s.step("informed").want(201)
	s.get("jenny", s.my).want(200).shows("Juni orkar hela skolveckan")
	s.step("consenting").want(201)
	s.step("preparing").want(409)
	s.agree("lena", object{"kind": "plan", "purpose": "Att göra en SIP", "validTo": "2021-12-31"}, "jenny", "jonas")
	s.agree("lena", object{"kind": "share", "purpose": "Att göra planen tillsammans", "validTo": "2021-12-31", "scopes": []any{
		scope("vh-school", "vh-social", "goals", "interventions"), scope("vh-social", "vh-school", "interventions"),
		scope("vh-school", "bup", "goals", "interventions"), scope("vh-school", "vh-preschool", "goals", "interventions"),
	}}, "jenny", "jonas")
	s.step("preparing").want(201)
}

// meetingWithANeutralLeader: a call to each, a meeting at a distance, and who came.
func (s *story) meetingWithANeutralLeader() {
	s.t.Helper()
	s.step("called").want(409)
	s.send("Skolan, socialtjänsten och vården gör mycket för Juni, var för sig.", "Juni orkar hela skolveckan",
		"bou1", "Vad kan familjen få?", "fs", "Vilket stöd har Juni?", "bup", "Hur mår Juni?", "rf", "Kan ni arbeta i familjen?", "sos", "Kan ni leda mötet?")
	for _, y := range [][2]string{{"karin", "karin"}, {"bo", "bo"}, {"bibi", "bea"}, {"mats", "moa"}} {
		s.accepts(y[0], y[1])
	}
	tove := demo.Find("tove").AssignmentID("rf").String()
	call := s.call("tove", "GET", "/v1/received-calls", nil, "Samplan-Assignment", tove).want(200).first("receivedCalls", "id")
	s.call("tove", "POST", "/v1/received-calls/"+call+"/answers", object{"answer": "accepted"}, "Samplan-Assignment", tove, "Idempotency-Key", "tove-answers").want(200)
	s.step("called").want(201)

	s.on("2020-09-28")
	const link = "https://mote.example/juni"
	s.book(object{"callId": s.callID, "link": link, "leaderIds": []any{demo.Find("moa").PersonID()}})
	s.get("karin", s.meeting).want(200).shows(link)
	s.get("lena", s.meeting+"/calendars").want(200).shows("BEGIN:VCALENDAR").hides("Juni", "Lind", "SIP")
	s.on("2020-10-05")
	s.step("met").want(409)
	s.came("karin", "bou1", "digital")
	s.came("bo", "fs", "digital")
	s.came("bea", "bup", "digital")
	s.came("moa", "sos", "digital")
	s.came("tove", "rf", "absent")
	s.post("lena", s.meeting+"/closings", object{"childParticipation": "present"}).want(422)
	s.post("lena", s.meeting+"/closings", object{
		"childParticipation": "present", "nextFollowUpOn": "2021-02-01", "nextFollowUpUnitId": demo.UnitID("hs"),
	}).want(200)
	s.step("met").want(201)
	s.get("lena", s.meeting).want(200).shows(`"noShowUnits":[`, "Resursenheten Familj")
}

// establishedInOctober: each writes its part, the child its own words, everybody confirms, and the plan is set and sent.
func (s *story) establishedInOctober() {
	s.t.Helper()
	s.on("2020-10-19")
	add := func(who, kind string, body object) { s.post(who, s.plan+"/"+kind, body).want(201) }
	add("lena", "interventions", object{"title": juniSchool, "visibility": "family", "contactName": "Lena Björk"})
	add("karin", "interventions", object{"title": juniSocial, "visibility": "parties", "category": "family-situation"})
	add("karin", "notes", object{"text": juniSocialNote, "category": "family-situation"})
	add("bo", "interventions", object{"title": juniSupport, "visibility": "parties", "category": "support-needs"})
	add("bo", "notes", object{"text": juniSupportNote, "category": "support-needs"})
	add("bea", "interventions", object{"title": "Samtal på BUP", "visibility": "family"})
	s.post("juni", s.my+"/child-views", object{"text": "Jag vill ha lugnt på morgonen", "form": "said"}).want(201)
	establish := func() answer { return s.post("lena", s.plan+"/establishments", object{"on": s.today()}) }
	establish().want(422)
	s.frame("goteborg", "2021-02-01", "hs")
	establish().want(409)
	tove := demo.Find("tove").AssignmentID("rf").String()
	for _, who := range []string{"karin", "bo", "bea", "moa"} {
		s.post(who, s.plan+"/confirmations", object{}).want(201)
	}
	establish().want(409) // the family unit is a party, whether or not it came
	s.call("tove", "POST", s.plan+"/confirmations", object{}, "Samplan-Assignment", tove, "Idempotency-Key", "tove-confirms").want(201)
	establish().want(201)
	s.post("lena", s.plan+"/dispatches", object{}).want(201)
	s.document("lena", s.plan+"/document").shows(juniSchool, "Juni Lind").hides(juniSocial, juniSupport, juniSocialNote)
	s.document("karin", s.plan+"/versions/1/document").want(200)
	s.document("jenny", s.my+"/document").shows(juniSchool, "lugnt på morgonen").hides(juniSocial, juniSupport)
	s.get("lena", s.plan).want(200).shows(`"status":"established"`)
}

// wallAtMidnight: one authority until the year ends, two from its first minute on; what was written before goes behind too.
func (s *story) wallAtMidnight() {
	s.t.Helper()
	midnight := time.Date(2020, 12, 31, 23, 0, 0, 0, time.UTC) // as Swedish clocks have it
	s.at(midnight.Add(-time.Minute))
	s.get("karin", s.plan).want(200).shows(juniSocial, juniSocialNote, juniSupport, juniSupportNote)
	s.get("bo", s.plan).want(200).shows(juniSupport, juniSupportNote, juniSocial, juniSocialNote)
	s.at(midnight)
	s.get("karin", s.plan).want(200).shows(juniSocial, juniSocialNote).hides(juniSupport, juniSupportNote)
	s.get("bo", s.plan).want(200).shows(juniSupport, juniSupportNote).hides(juniSocial, juniSocialNote)
	s.document("karin", s.plan+"/document").hides(juniSupport, juniSupportNote)
	s.document("karin", s.plan+"/versions/1/document").hides(juniSupport, juniSupportNote)
}

// oneWayUntilItsEnd: a consent of both opens the support needs to social services, and nothing back, until its last day is over.
func (s *story) oneWayUntilItsEnd() {
	s.t.Helper()
	s.on("2021-01-11")
	lead := s.child
	s.child = s.get("bo", s.plan).want(200).text("childId")
	s.agree("bo", object{"kind": "share", "purpose": "Barn och unga behöver känna till stödbehoven", "validTo": "2021-01-31", "scopes": []any{
		scope("nf-support", "sh-social", "support-needs"),
	}}, "jenny", "jonas")
	s.child = lead
	s.get("karin", s.plan).want(200).shows(juniSupport).hides(juniSupportNote)
	s.get("bo", s.plan).want(200).hides(juniSocial, juniSocialNote)
	s.document("karin", s.plan+"/document").shows(juniSupport)
	s.on("2021-01-31")
	s.get("karin", s.plan).want(200).shows(juniSupport)
	s.on("2021-02-01")
	s.get("karin", s.plan).want(200).shows(juniSocial).hides(juniSupport)
}

// followedUpAndClosed: in February it is followed up and goes on, in May everything is evaluated and the plan ends.
func (s *story) followedUpAndClosed() {
	s.t.Helper()
	s.step("following-up").want(409)
	s.post("lena", s.plan+"/follow-ups", object{
		"on": s.today(), "childParticipation": "present", "nextFollowUpOn": "2021-05-03", "nextFollowUpUnitId": demo.UnitID("hs"),
	}).want(201)
	s.step("following-up").want(201)
	s.on("2021-05-03")
	s.post("lena", s.plan+"/follow-ups", object{"on": s.today(), "childParticipation": "present"}).want(201).shows(`"toClose":true`)
	s.evaluate("lena", "karin", "bo", "bea")
	s.close("Målen är nådda", "Juni orkar hela veckan")
	s.get("karin", s.plan).want(200).shows(`"status":"closed"`, juniSocial).hides(juniSupport)
	s.document("jenny", s.my+"/document").shows("Juni orkar hela veckan", juniSchool).hides(juniSocial, juniSupport)
	s.document("jenny", "/v1/my/log-extract/page").shows("Herrgårdsskolan", "Funktionsstöd myndighet").hides("Karin", juniSocialNote)
}
