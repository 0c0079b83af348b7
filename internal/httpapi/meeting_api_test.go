package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/demo"
)

const room, link = "KANARIE-rum", "KANARIE-länk"

// booked is a meeting on the day of the tests.
func booked(more ...any) object {
	o := object{"startsAt": before + "T12:00:00Z", "endsAt": before + "T13:00:00Z", "meetingMode": "both", "place": room, "link": link}
	for n := 0; n < len(more); n += 2 {
		o[more[n].(string)] = more[n+1]
	}
	return o
}

func attends(who, unit, how string) object {
	return object{"unitId": demo.UnitID(unit), "personId": demo.Find(who).PersonID(), "presence": how, "hasMandate": true}
}

// TestR46WhoCame: attendance per person, with mandate; each unit sees its own, the leading one all; and a unit counts how often
// it was called and how often it came.
func TestR46WhoCame(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	call := callOf(l.lena, l.plan, "bup", toBup, "fs", toFs)
	bibi := l.As("bibi")
	bibi.Post(received(bibi)+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200)
	at := "/meetings/" + l.lena.Post(l.plan+"/meetings", booked("callId", call[len("/calls/"):], "leaderIds", []any{demo.Find("moa").PersonID()})).Want(201).Text("id")
	l.lena.Post(at+"/attendances", attends("bea", "bup", "digital")).Want(200).Shows("Bea Sjö", "digital")
	l.lena.Post(at+"/attendances", attends("fia", "fs", "absent")).Want(200)
	l.lena.Post(at+"/attendances", attends("karin", "bou1", "came")).Refused(422, "not-a-party", "/unitId")
	l.lena.Post(at+"/attendances", object{"unitId": demo.UnitID("bup"), "personId": madeUp, "presence": "came", "hasMandate": false}).
		Refused(422, "unknown-colleague", "/personId")
	l.bea.Post(at+"/attendances", attends("bea", "bup", "came")).Refused(403, "denied")
	l.bea.Get(at).Want(200).Shows("Bea Sjö", "Moa Falk", room, link).Hides("Fia Hed")
	l.sten.Get("/my/meetings").Want(200).Shows(room, link, "Moa Falk").Hides("Fia Hed", "Bea Sjö")
	bibi.Get("/attendance-counts").Want(200).Shows(`"called":2`, `"attended":2`, `"absent":0`) // and to Lo's plan
	l.As("fia").Get("/attendance-counts").Want(200).Shows(`"attended":2`, `"absent":1`)
	l.bea.Get("/attendance-counts").Refused(403, "denied")
	l.lena.Post(at+"/closings", object{"childParticipation": "present", "closingReason": "no-need"}).Want(200)
	if away := l.lena.Get(at).Want(200).Rows("noShowUnits"); len(away) != 1 || away[0]["name"] != "Funktionsstöd myndighet" {
		t.Errorf("stayed away: %v", away)
	}
	l.bea.Get(at).Want(200).Hides("Funktionsstöd")
}

// TestR47AMeetingLeadsOn: it is not closed before its day, nor without the next follow-up; closed, it stays as it is.
func TestR47AMeetingLeadsOn(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.lena.Post(l.plan+"/meetings", booked("endsAt", before+"T11:00:00Z")).Refused(422, "dates-out-of-order", "/endsAt")
	l.lena.Post(l.plan+"/meetings", booked("callId", madeUp)).Refused(422, "invalid-value", "/callId")
	l.lena.Post(l.plan+"/meetings", booked("leaderIds", []any{madeUp})).Refused(422, "unknown-colleague", "/leaderIds")
	later := "/meetings/" + l.lena.Post(l.plan+"/meetings", booked("startsAt", "2021-02-01T12:00:00Z", "endsAt", "2021-02-01T13:00:00Z")).Want(201).Text("id")
	end := object{"childParticipation": "present", "nextFollowUpOn": "2021-03-01", "nextFollowUpUnitId": demo.UnitID("hs")}
	l.lena.Post(later+"/closings", end).Refused(409, "meeting-ahead")
	l.lena.Post(later+"/cancellations", object{}).Want(200).Shows("cancelled")
	at := "/meetings/" + l.lena.Post(l.plan+"/meetings", booked()).Want(201).Text("id")
	l.lena.Post(at+"/closings", end).Refused(422, "meeting-incomplete", "/attendances")
	l.lena.Post(at+"/attendances", attends("lena", "hs", "came")).Want(200)
	l.lena.Post(at+"/closings", object{"childParticipation": "present"}).Refused(422, "meeting-incomplete", "/nextFollowUpOn", "/nextFollowUpUnitId")
	end["nextFollowUpUnitId"] = demo.UnitID("bup")
	l.lena.Post(at+"/closings", end).Refused(422, "not-a-party", "/nextFollowUpUnitId")
	end["nextFollowUpUnitId"] = demo.UnitID("hs")
	l.lena.Post(at+"/closings", end).Want(200).Shows("closed", "2021-03-01")
	l.lena.Post(at+"/closings", end).Refused(409, "meeting-over")
	l.lena.Put(at, l.lena.Get(at).ETag(), booked()).Refused(409, "meeting-over")
	l.sten.Get("/my/meetings").Want(200).Shows("2021-03-01", "cancelled")
	for _, outsider := range []string{"karin", "vera", "bibi"} {
		l.As(outsider).Get(at).Refused(404, "not-found")
		l.As(outsider).Get(l.plan+"/meetings").Refused(404, "not-found")
		l.As(outsider).Get(at+"/calendars").Refused(404, "not-found")
	}
	l.As("amir").Get("/my/meetings").Want(200).Hides(at[len("/meetings/"):])
}

// TestR33MeetingsWithoutPlace: of a protected child's meeting nobody is told the place, the leaders or who calls to the next
// one, but those who are named; and no calendar ever is. Who may not know the place does not change it.
func TestR33MeetingsWithoutPlace(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	made := l.lena.Post(l.plan+"/meetings", booked("leaderIds", []any{demo.Find("moa").PersonID()})).Want(201)
	at := "/meetings/" + made.Text("id")
	l.bea.Get(at).Want(200).Shows(room, link, "Moa Falk")
	l.sten.Post("/my"+at+"/replies", object{"reply": "proposes", "text": "Hellre klockan tre"}).Want(200)
	l.lena.Get(at).Want(200).Shows("Hellre klockan tre")
	l.bea.Get(at).Want(200).Hides("Hellre klockan tre")
	l.lena.Post("/children/"+l.child+"/protections", object{"level": "protected-registration", "reason": canary}).Want(201)
	l.bea.Get(at).Want(200).Shows(link).Hides(room, "Moa Falk")
	mine := l.lena.Get(at).Want(200).Hides(room) // Lena is not named either
	l.lena.Put(at, mine.ETag(), booked("place", "annat rum")).Refused(403, "denied")
	without := booked("startsAt", before+"T14:00:00Z", "endsAt", before+"T15:00:00Z")
	delete(without, "place")
	l.lena.Put(at, mine.ETag(), without).Want(200)
	l.sten.Get("/my/meetings").Want(200).Shows(room, before+"T14:00:00Z") // a guardian from whom it is not kept
	guardian := first(l.lena.Get("/children/"+l.child+"/relations"), "relations", "personId")
	l.lena.Post("/children/"+l.child+"/whereabouts-blocks", object{"personId": guardian, "reason": canary}).Want(201)
	l.sten.Get("/my/meetings").Want(200).Hides(room, "Moa Falk")
	for _, file := range []string{l.bea.Get(at + "/calendars").Want(200).Body, l.sten.Get("/my" + at + "/calendars").Want(200).Body} {
		for _, word := range []string{"Sixten", "Udd", "Moa", "BUP", "Herrg", room, link} {
			if strings.Contains(file, word) {
				t.Errorf("a calendar is told %q: %s", word, file)
			}
		}
		if !strings.Contains(file, "METHOD:REQUEST\r\n") || !strings.Contains(file, "SEQUENCE:1\r\n") || !strings.Contains(file, "DTSTART;TZID=Europe/Stockholm:20201215T150000\r\n") {
			t.Errorf("not the meeting: %s", file)
		}
	}
	l.lena.Post(at+"/cancellations", object{}).Want(200)
	l.sten.Get("/my"+at+"/calendars").Want(200).Shows("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED")
}
