//go:build !release

package county_test

import (
	"testing"
	"time"

	"samplan/internal/demo"
)

// TestStory4R8R48R49BarnetsPlan is story 4 as a whole: a child health nurse coordinates the plan of a four-year-old, with the
// child's wishes in its own words around the wheel; speech therapy, preschool and family support act together and a lead party
// takes over; at the beginning of preschool class the headteacher takes the coordination over, without a day between; at
// 18, at midnight as Swedish clocks have it, every consent of a guardian ends; and the plan is closed.
func TestStory4R8R48R49BarnetsPlan(t *testing.T) {
	t.Parallel()
	s := newStory(t, "2020-10-12")
	s.wishesAroundTheWheel()
	s.actingTogether()
	s.headteacherTakesOver()
	s.grownUpAtMidnight()
}

// wishesAroundTheWheel: the nurse notes a need; the family sees it in the county's own words.
func (s *story) wishesAroundTheWheel() {
	s.t.Helper()
	s.note("vanja", s.register("vanja", "elsa", "parent-custodian", "ellen"), "barnets-plan", "Elsa pratar så att kompisarna förstår")
	add := func(kind string, body object) { s.post("vanja", s.plan+"/"+kind, body).want(201) }
	add("child-views", object{"text": "Jag vill leka affär", "form": "said", "area": "included", "visibility": "family"})
	add("child-views", object{"text": "Jag vill ha gungan kvar", "form": "drawn", "area": "active", "visibility": "family"})
	add("child-views", object{"text": "Elsa vill sova hos mormor", "form": "by-proxy", "spokenBy": "Mormor", "area": "cared-for", "visibility": "family"})
	add("observations", object{"text": "Nyfiken på bokstäver", "sort": "strength", "area": "learning", "visibility": "family"})
	add("observations", object{"text": "Svårt att höras i gruppen", "sort": "need", "area": "included", "visibility": "family"})
	s.post("vanja", s.plan+"/observations", object{"text": "x", "sort": "need", "area": "relations"}).want(422) // of another county's wheel
	s.get("vanja", s.plan+"/words").want(200).shows("Barnets plan", "Barnets bästa-hjulet", "Delaktig")
	s.get("vanja", s.plan+"/coordinator-suggestion").want(200).shows("child-health-nurse", demo.UnitID("vx-bvc").String()).hides(`"headteacher"`)
	s.post("vanja", s.plan+"/role-holders", object{"role": "coordinator", "personId": demo.Find("vanja").PersonID(), "startsOn": s.today()}).want(201)
	s.step("informed").want(201)
	s.get("ellen", s.my).want(200).shows("leka affär", "Mormor", "Nyfiken på bokstäver")
	s.get("ellen", s.my+"/words").want(200).shows("Barnets bästa-ansvarig")
	s.step("consenting").want(201)
	s.agree("vanja", object{"kind": "plan", "purpose": "Att göra en Barnets plan", "validTo": "2034-12-31"}, "ellen")
	s.agree("vanja", object{"kind": "share", "purpose": "Att hjälpas åt runt Elsa", "validTo": "2034-12-31", "scopes": []any{
		scope("kr-primary", "kr-speech", "goals", "interventions", "child-voice"), scope("kr-primary", "vx-preschool", "goals", "interventions", "child-voice"),
		scope("kr-primary", "vx-social", "goals", "interventions", "child-voice"), scope("kr-primary", "vx-school", "goals", "interventions", "child-voice"),
		scope("vx-preschool", "vx-school", "interventions"), scope("vx-social", "vx-preschool", "interventions", "participation"),
		scope("kr-speech", "vx-preschool", "interventions", "participation"),
		scope("vx-preschool", "kr-primary", "interventions"), scope("kr-speech", "kr-primary", "interventions"), scope("vx-school", "kr-primary", "participation"),
	}}, "ellen")
	s.step("preparing").want(201)
}

// actingTogether: three more are called and meet; the preschool takes the lead over; the plan is set and sent.
func (s *story) actingTogether() {
	s.t.Helper()
	s.send("Vi gör mycket för Elsas tal, var för sig.", "Elsa pratar så att kompisarna förstår",
		"vx-tal", "Vad kan ni öva?", "vx-fsk", "Hur gör ni i gruppen?", "vx-fam", "Vilket stöd får familjen?")
	for _, who := range []string{"love", "pia", "frida"} {
		s.accepts(who, who)
	}
	s.step("called").want(201)
	s.book(object{"callId": s.callID, "link": "https://mote.example/elsa"})
	s.on("2020-10-19")
	for who, unit := range map[string]string{"love": "vx-tal", "pia": "vx-fsk", "frida": "vx-fam"} {
		s.came(who, unit, "digital")
	}
	s.post(s.lead, s.meeting+"/closings", object{
		"childParticipation": "heard-otherwise", "nextFollowUpOn": "2021-04-19", "nextFollowUpUnitId": demo.UnitID("vx-fsk"),
	}).want(200)
	s.step("met").want(201)
	for who, title := range map[string]string{"love": "Talträning varannan vecka", "pia": "Bildstöd i samlingen", "frida": "Samtal med familjen"} {
		s.post(who, s.plan+"/interventions", object{"title": title, "visibility": "family"}).want(201)
	}
	s.post("pia", s.plan+"/establishments", object{"on": s.today()}).want(403) // not hers to do
	s.frame("vaxjo", "2021-04-19", "vx-fsk")
	for _, who := range []string{"pia", "love", "frida"} {
		s.post(who, s.plan+"/confirmations", object{}).want(201)
	}
	s.post(s.lead, s.plan+"/establishments", object{"on": s.today()}).want(201)
	s.post(s.lead, s.plan+"/dispatches", object{}).want(201)
	s.document("pia", s.plan+"/document").shows("Barnets plan", "Bildstöd i samlingen", "Samtal med familjen", "Talträning", "leka affär")
	s.document("frida", s.plan+"/document").shows("Samtal med familjen").hides("Bildstöd i samlingen", "Talträning")
	s.document("ellen", s.my+"/document").shows("Barnets plan", "Talträning", "gungan kvar")
	s.preschoolLeads()
}

// preschoolLeads: the nurse's unit asks the preschool to lead from here on; what it has written itself stays its own.
func (s *story) preschoolLeads() {
	s.t.Helper()
	s.post("vanja", s.plan+"/notes", object{"text": "Ring mormor efter tre", "category": "views"}).want(201)
	offer := s.post("vanja", s.plan+"/lead-offers", object{"unitId": demo.UnitID("vx-fsk")}).want(201).text("id")
	s.get("pia", "/v1/notifications").want(200).shows("lead-offered")
	s.get("frida", "/v1/lead-offers").want(200).hides(offer)
	s.post("pia", "/v1/lead-offers/"+offer+"/answers", object{"answer": "accepted"}).want(200)
	s.step("following-up").want(403) // no longer the nurse's to say
	s.lead = "pia"
	s.get("ellen", s.my+"/leads").want(200).shows("Barnhälsovården Växjö", "Förskolan Lönnen", "2020-10-18", "2020-10-19")
	s.get("pia", s.plan).want(200).shows("established", "Bildstöd", "Samtal med familjen").hides("mormor efter tre")
	s.get("vanja", s.plan).want(200).shows("mormor efter tre")
}

// headteacherTakesOver: in August of the year in which she turns six the headteacher is suggested, asked, and accepts; there is
// neither a day with two nor one with none.
func (s *story) headteacherTakesOver() {
	s.t.Helper()
	s.on("2022-04-25")
	s.send("Elsa börjar i förskoleklass", "Elsa trivs i sin nya klass", "vx-skola", "Vem tar emot?")
	s.accepts("rune", "rune")
	s.get(s.lead, s.plan+"/coordinator-suggestion").want(200).hides(`"headteacher"`)
	s.on("2022-08-08")
	s.get(s.lead, s.plan+"/coordinator-suggestion").want(200).shows(`"headteacher"`, demo.UnitID("vx-skola").String())
	offer := s.post("vanja", s.plan+"/role-offers", object{"role": "coordinator", "unitId": demo.UnitID("vx-skola"), "startsOn": "2022-08-17"}).want(201).text("id")
	coordinates := func(want ...string) {
		s.t.Helper()
		got := ""
		for _, r := range s.get(s.lead, s.plan+"/role-holders").want(200).rows("roleHolders") {
			if r["role"] == "coordinator" {
				unit, _ := r["unit"].(object)
				from, _ := r["startsOn"].(string)
				until, _ := r["endsOn"].(string)
				name, _ := unit["name"].(string)
				got += name + " " + from + "–" + until + ";"
			}
		}
		if all := join(want); got != all {
			s.t.Errorf("want %s, got %s", all, got)
		}
	}
	coordinates("Barnhälsovården Växjö 2020-10-12–")
	s.post("rune", "/v1/role-offers/"+offer+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("rune").PersonID()}).want(200)
	coordinates("Barnhälsovården Växjö 2020-10-12–2022-08-16", "Sjöskolan 2022-08-17–")
	s.get("ellen", s.my+"/role-holders").want(200).shows("Sjöskolan", "Barnhälsovården Växjö")
	s.get("rune", s.plan).want(200).shows("leka affär", "Bildstöd i samlingen").hides("Samtal med familjen")
}

func join(all []string) (text string) {
	for _, one := range all {
		text += one + ";"
	}
	return text
}

// grownUpAtMidnight: what a guardian gave ends with the day before the 18th birthday; what she gives herself counts.
func (s *story) grownUpAtMidnight() {
	s.t.Helper()
	s.on("2033-12-12")
	s.post(s.lead, s.plan+"/follow-ups", object{
		"on": s.today(), "childParticipation": "present", "nextFollowUpOn": "2034-02-01", "nextFollowUpUnitId": demo.UnitID("vx-fsk"),
	}).want(201)
	s.step("following-up").want(201)
	midnight := time.Date(2034, 1, 21, 23, 0, 0, 0, time.UTC) // 00.00 on her birthday, as Swedish clocks have it
	s.at(midnight.Add(-time.Second))
	s.get("ellen", s.my).want(200).shows("Talträning")
	s.get("pia", s.plan).want(200).shows("Samtal med familjen")
	s.at(midnight)
	s.get("ellen", s.my).want(404)
	s.get("ellen", "/v1/my/plans").want(200).hides("Elsa")
	s.get("pia", s.plan).want(200).shows("Bildstöd").hides("Samtal med familjen", "Talträning")
	s.get("rune", s.plan).want(200).hides("Bildstöd", "leka affär")
	s.get("elsa", s.my).want(200).shows("Talträning", "Samtal med familjen")
	s.document("elsa", s.my+"/document").shows("Bildstöd")
	s.on("2034-01-23")
	s.post("ellen", s.my+"/disagreements", object{"text": "x"}).want(404)
	s.agree(s.lead, object{"kind": "share", "purpose": "Att avsluta tillsammans", "validTo": "2034-06-30", "scopes": []any{
		scope("kr-speech", "vx-preschool", "interventions"),
	}}, "elsa")
	s.get(s.lead, s.plan).want(200).shows("Talträning").hides("Samtal med familjen")
	s.on("2034-02-01")
	s.post(s.lead, s.plan+"/follow-ups", object{"on": s.today(), "childParticipation": "present"}).want(201)
	s.evaluate(s.lead, "love")
	s.close("Elsa är vuxen och vill klara sig själv", "Elsa pratar så att alla förstår")
	s.document("elsa", s.my+"/document").shows("Elsa pratar så att alla förstår")
	s.document("elsa", "/v1/my/log-extract/page").shows("Barnhälsovården Växjö", "Förskolan Lönnen").hides("Vanja")
	s.get("ellen", s.my).want(404)
}
