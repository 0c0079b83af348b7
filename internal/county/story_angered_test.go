//go:build !release

package county_test

import (
	"testing"
	"time"

	"samplan/internal/demo"
)

// What the services of Angered write for those who take part, and for themselves alone.
const (
	faridSocial, faridSocialNote = "Boendestöd hos släktingen", "Släktingen orkar inte länge till"
	faridSchool, faridLeisure    = "Språkstöd på modersmålet", "Fotboll två kvällar"
	faridHealth                  = "Samtal om sömnen"
)

// TestStory5R16R28R48Angered is story 5 as a whole: a 16-year-old without custody holder in Sweden has a god man; the two of them
// consent; school, leisure, child psychiatry and police follow together, and the police sees what was released to it, in the plan and
// in the SSPF group that follows him by a written consent of both; an
// administrator books, keeps the minutes, dispatches and files without reading what the parties share among themselves; at 18
// the god man's part is over; the plan is followed up and closed.
func TestStory5R16R28R48Angered(t *testing.T) {
	t.Parallel()
	s := newStory(t, "2019-09-02")
	s.godManAndYouth()
	s.administratorBooks()
	s.setWithThePolice()
	s.followedInSSPF()
	s.endsWithTheGodMan()
}

// godManAndYouth: he is mature enough to be asked himself; both are, and a plan needs both.
func (s *story) godManAndYouth() {
	s.t.Helper()
	s.note("nadja", s.register("nadja", "farid", "god-man", "gustav"), "sip", "Farid går i skolan och sover om nätterna")
	s.post("nadja", "/v1/children/"+s.child+"/maturity-assessments", object{"outcome": "together", "assessedOn": s.today(), "reason": "Samtal med tolk"}).want(201)
	s.post("nadja", s.plan+"/role-holders", object{"role": "secretary", "personId": demo.Find("adam").PersonID(), "startsOn": s.today()}).want(201)
	s.step("informed").want(201)
	s.step("consenting").want(201)
	s.agree("nadja", object{"kind": "plan", "purpose": "Att göra en SIP", "validTo": "2021-12-31"}, "gustav", "farid")
	s.agree("nadja", object{"kind": "share", "purpose": "Att följa upp tillsammans (SSPF)", "validTo": "2021-12-31", "scopes": []any{
		scope("an-social", "an-school", "goals", "interventions"), scope("an-social", "an-leisure", "goals", "interventions"),
		scope("an-social", "bup", "goals", "interventions"), scope("an-social", "police", "goals"),
		scope("an-school", "an-social", "interventions"), scope("an-leisure", "an-social", "interventions"),
	}}, "farid", "gustav")
	s.step("preparing").want(201)
}

// administratorBooks: nobody but the parties reads what is said; the administrator sees when, where and who.
func (s *story) administratorBooks() {
	s.t.Helper()
	s.send("Farid behöver sömn, skola och något att göra.", "Farid går i skolan och sover om nätterna",
		"an-skola", "Vilket stöd får han?", "an-fritid", "Vad kan han göra på kvällarna?", "an-bup", "Hur får han sova?", "an-polis", "Vad ser ni i området?")
	for _, who := range []string{"sofia", "fredrik", "bodil", "petra"} {
		s.accepts(who, who)
	}
	s.step("called").want(201)
	day := s.now.Load().Add(7 * 24 * time.Hour)
	s.meeting = "/v1/meetings/" + s.post("adam", s.plan+"/meetings", object{
		"startsAt": day.Format(time.RFC3339), "endsAt": day.Add(time.Hour).Format(time.RFC3339), "meetingMode": "place", "place": "Medborgarhuset",
	}).want(201).text("id")
	s.get("adam", s.meeting+"/calendars").want(200).shows("BEGIN:VCALENDAR").hides("Farid", "Rahimi")
	s.get("adam", s.plan).want(200).hides("sömn", "sover om nätterna")
	s.on("2019-09-09")
	for who, unit := range map[string]string{"sofia": "an-skola", "fredrik": "an-fritid", "bodil": "an-bup", "petra": "an-polis"} {
		s.came(who, unit, "came")
	}
	s.post("adam", s.meeting+"/minutes", object{"heading": "Kvällarna", "text": "Vi pratade om kvällarna", "category": "interventions", "visibility": "family"}).want(201)
	s.post("nadja", s.meeting+"/minutes", object{
		"text": "Skolan ordnar en dator", "category": "goals", "visibility": "family",
		"decision": object{"outcome": "intervention", "unitId": demo.UnitID("an-skola"), "dueOn": "2019-10-01"},
	}).want(201)
	s.post("adam", s.meeting+"/settlements", object{}).want(403)
	s.post("nadja", s.meeting+"/settlements", object{}).want(200)
	s.post("nadja", s.meeting+"/closings", object{
		"childParticipation": "present", "nextFollowUpOn": "2020-03-02", "nextFollowUpUnitId": demo.UnitID("an-ens"),
	}).want(200)
	s.step("met").want(201)
	decision := s.get("sofia", "/v1/received-decisions").want(200).first("decisions", "id")
	s.post("sofia", "/v1/received-decisions/"+decision+"/answers", object{
		"answer": "accepted", "intervention": object{"title": "Lånedator", "category": "interventions", "visibility": "family"},
	}).want(200)
	s.get("gustav", "/v1/my/meetings/"+s.meeting[len("/v1/meetings/"):]+"/minutes").want(200).shows("Vi pratade om kvällarna", "Skolan ordnar en dator")
}

// setWithThePolice: each writes its part; the plan is set, and the administrator dispatches it unread.
func (s *story) setWithThePolice() {
	s.t.Helper()
	s.on("2019-09-23")
	add := func(who, kind string, body object) { s.post(who, s.plan+"/"+kind, body).want(201) }
	add("nadja", "interventions", object{"title": faridSocial, "visibility": "family"})
	add("nadja", "notes", object{"text": faridSocialNote, "category": "family-situation"})
	add("sofia", "interventions", object{"title": faridSchool, "visibility": "family"})
	add("fredrik", "interventions", object{"title": faridLeisure, "visibility": "family"})
	add("bodil", "interventions", object{"title": faridHealth, "visibility": "family"})
	s.post("farid", s.my+"/child-views", object{"text": "Jag vill sova och spela fotboll", "form": "written"}).want(201)
	s.frame("goteborg", "2020-03-02", "an-ens")
	for _, who := range []string{"sofia", "fredrik", "bodil", "petra"} {
		s.post(who, s.plan+"/confirmations", object{}).want(201)
	}
	s.post("nadja", s.plan+"/establishments", object{"on": s.today()}).want(201)
	s.post("adam", s.plan+"/dispatches", object{}).want(201)
	s.get("adam", s.plan).want(200).hides(faridSocial, faridSocialNote, faridSchool, faridHealth, "spela fotboll")
	s.get("petra", s.plan).want(200).shows("sover om nätterna").hides(faridSocial, faridSocialNote, faridSchool, faridLeisure, faridHealth)
	s.get("sofia", s.plan).want(200).shows(faridSchool, "Lånedator", faridSocial).hides(faridHealth, faridLeisure, faridSocialNote, "Områdespolisen")
	s.get("nadja", s.plan).want(200).shows(faridSocial, faridSchool, "Lånedator", faridLeisure).hides(faridHealth)
	s.document("nadja", s.plan+"/versions/1/document").shows(faridSocial, faridSchool).hides(faridHealth)
	s.document("petra", s.plan+"/versions/1/document").hides(faridSocial, faridSchool, faridLeisure, faridHealth)
	s.document("gustav", s.my+"/document").shows(faridSocial, faridHealth, "Lånedator").hides(faridSocialNote)
	s.document("farid", s.my+"/document?language=en").shows("Interventions", "spela fotboll")
}

// inWriting lets the youth and his god man consent on paper to what social services tell in the SSPF group, and gives the consent.
func (s *story) inWriting(to ...string) (consent string) {
	s.t.Helper()
	var scopes []any
	for _, domain := range to {
		scopes = append(scopes, scope("an-social", domain, "support-needs"))
	}
	made := s.post("nadja", "/v1/children/"+s.child+"/consents", object{
		"kind": "share", "purpose": "Att SSPF följer Farid", "form": "written", "evidence": "Pärm 4", "validFrom": s.today(), "validTo": "2020-08-31", "scopes": scopes,
	}).want(201)
	consent = made.text("id")
	if n := len(made.rows("givers")); n != 2 {
		s.t.Errorf("%d are asked", n)
	}
	for _, giver := range made.rows("givers") {
		s.raisesInSSPF(consent).want(422).shows("consent-not-live")
		s.post("nadja", "/v1/consents/"+consent+"/answers", object{"personId": giver["personId"], "answer": "given"}).want(200)
	}
	return consent
}

var sspf = "/v1/collaboration-groups/" + demo.GroupID("sspf-angered").String()

func (s *story) raisesInSSPF(consent string) answer {
	s.t.Helper()
	return s.post("nadja", sspf+"/forum-cases", object{
		"basis": "consent", "childId": s.child, "consentId": consent, "category": "support-needs", "question": "Vem möter Farid på kvällarna?",
		"text": "Farid är ute om nätterna.",
	})
}

// followedInSSPF: the group follows him by what both have signed; school and leisure see it, the police nothing of it until it is
// released to the police, too; and nobody sees it who does not sit there. A case without consent is not raised.
func (s *story) followedInSSPF() {
	s.t.Helper()
	s.on("2019-09-30")
	s.post("nadja", sspf+"/forum-cases", object{"basis": "anonymised", "question": "Vem?", "text": "En ungdom är ute om nätterna."}).want(422).shows("forum-basis")
	s.post("nadja", sspf+"/sessions", object{"firstOn": "2019-10-03", "lastOn": "2019-10-03", "startsAt": "09:00", "endsAt": "10:00", "mode": "place"}).want(201)
	session := "/v1/forum-sessions/" + s.get("petra", sspf+"/sessions").want(200).first("sessions", "id")
	first := "/v1/forum-cases/" + s.raisesInSSPF(s.inWriting("an-school", "an-leisure")).want(201).text("id")
	signed := s.inWriting("an-school", "an-leisure", "police")
	second := "/v1/forum-cases/" + s.raisesInSSPF(signed).want(201).text("id")
	for _, who := range []string{"sofia", "fredrik"} {
		s.get(who, first).want(200).shows("ute om nätterna").hides(s.child)
		s.get(who, second).want(200)
	}
	s.get("petra", first).want(404)
	s.get("petra", sspf+"/forum-cases").want(200).shows(`"totalRecords":1`)
	s.get("petra", session).want(200).hides(first[len("/v1/forum-cases/"):])
	s.get("petra", second).want(200).shows("ute om nätterna").hides(s.child)
	for _, who := range []string{"adam", "bodil", "nils", "karin"} {
		s.get(who, second).hides("nätterna")
		s.get(who, sspf+"/forum-cases").hides("nätterna")
	}
	s.post("petra", second+"/contributions", object{"text": "Vi ser honom vid torget."}).want(200).shows("Petra Lövgärde")
	s.get("gustav", "/v1/my/consents").want(200).shows("Att SSPF följer Farid", "Lokalpolisområde")
	s.post("farid", "/v1/my/consents/"+signed+"/withdrawals", object{"reason": "Jag vill inte längre"}).want(200)
	for _, who := range []string{"sofia", "fredrik", "petra"} {
		s.get(who, second).want(404)
	}
	s.get("sofia", first).want(200)
}

// endsWithTheGodMan: followed up in March and closed in September; on the day he turns 18 the god man sees nothing more of it.
func (s *story) endsWithTheGodMan() {
	s.t.Helper()
	s.on("2020-03-02")
	s.post("nadja", s.plan+"/follow-ups", object{
		"on": s.today(), "childParticipation": "present", "nextFollowUpOn": "2020-09-07", "nextFollowUpUnitId": demo.UnitID("an-ens"),
	}).want(201)
	s.step("following-up").want(201)
	s.on("2020-09-07")
	s.post("nadja", s.plan+"/follow-ups", object{"on": s.today(), "childParticipation": "present"}).want(201)
	s.evaluate("nadja", "sofia", "fredrik", "bodil")
	s.close("Målen är nådda", "Farid sover och går i skolan")
	s.document("gustav", s.my+"/document").shows("Farid sover och går i skolan")
	s.document("farid", "/v1/my/log-extract/page").shows("Ensamkommande barn, Angered", "Angereds gymnasieskola").hides("Nadja", faridSocialNote)
	birthday := time.Date(2021, 5, 5, 22, 0, 0, 0, time.UTC) // 00.00 as Swedish clocks have it in summer
	s.at(birthday.Add(-time.Second))
	s.get("gustav", s.my).want(200)
	s.at(birthday)
	s.get("gustav", s.my).want(404)
	s.get("farid", s.my).want(200).shows(faridHealth)
	s.get("sofia", s.plan).want(200).shows(faridSchool, faridSocial) // what he gave himself holds until its last day
	s.on("2022-01-01")
	s.get("sofia", s.plan).want(200).shows(faridSchool).hides(faridSocial)
}
