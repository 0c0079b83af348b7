package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// held books a meeting that was held today.
func (l *life) held() string {
	return "/meetings/" + l.lena.Post(l.plan+"/meetings", booked()).Want(201).Text("id")
}

// TestR46Minutes: minutes are a draft for those who write until they are settled; then they stay as they are, and what is wrong
// is corrected beside them, for everybody who may read them.
func TestR46Minutes(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	at := l.held()
	later := "/meetings/" + l.lena.Post(l.plan+"/meetings", booked("startsAt", "2021-02-01T12:00:00Z", "endsAt", "2021-02-01T13:00:00Z")).Want(201).Text("id")
	l.lena.Post(later+"/minutes", pointAbout("", "")).Refused(409, "meeting-ahead")
	l.bea.Post(at+"/minutes", pointAbout("", "")).Refused(403, "denied")
	l.As("karin").Post(at+"/minutes", pointAbout("", "")).Refused(404, "not-found")
	l.lena.Post(at+"/settlements", object{}).Refused(409, "minutes-not-settled")
	shown := object{"heading": "Skoldagen", "text": "Vi sa nio", "category": "schooling", "visibility": "family"}
	kept := object{"text": "Bara för oss", "category": "schooling", "visibility": "unit"}
	point := "/minutes/" + l.lena.Post(at+"/minutes", shown).Want(201).Text("id")
	l.lena.Post(at+"/minutes", kept).Want(201)
	l.lena.Post(point+"/corrections", object{"text": "Tio"}).Refused(409, "minutes-not-settled")
	first := l.lena.Get(point).Want(200)
	l.lena.Put(point, first.ETag(), shown).Want(200)
	l.lena.Put(point, first.ETag(), shown).Refused(412, "stale-version")
	l.sten.Get("/my"+at+"/minutes").Want(200).Hides("Vi sa", "oss")
	l.lena.Post(at+"/settlements", object{}).Want(200).Shows(before)
	l.lena.Put(point, l.lena.Get(point).ETag(), shown).Refused(409, "minutes-settled")
	l.lena.Post(at+"/minutes", kept).Refused(409, "minutes-settled")
	l.lena.Post(at+"/settlements", object{}).Refused(409, "minutes-settled")
	l.lena.Post(point+"/corrections", object{"text": "Vi sa tio"}).Want(200).Shows("Vi sa nio", "Vi sa tio", "Lena")
	l.sten.Get("/my"+at+"/minutes").Want(200).Shows("Skoldagen", "Vi sa nio", "Vi sa tio", "Herrgårdsskolan").Hides("oss")
	l.sten.Get("/my"+at+"/document").Want(200).Shows("Minnesanteckningar", "Vi sa nio", "Vi sa tio", "Rättelse 2020-12-15", "13.00–14.00").Hides("Bara för oss")
	l.lena.Get(at+"/document?language=en").Want(200).Shows("Minutes of a meeting", "Vi sa nio", "Vi sa tio", "Bara för oss", "Correction 2020-12-15")
	l.bea.Get(at+"/document").Want(200).Shows("Minnesanteckningar", "13.00–14.00").Hides("Vi sa", "Bara för oss", "Anteckningar</h2>")
	l.As("karin").Get(at+"/document").Refused(404, "not-found")
	l.bea.Get(at+"/minutes").Want(200).Hides("Vi sa", "oss")
	l.bea.Get(point).Refused(404, "not-found")
	l.bea.Post(point+"/corrections", object{"text": "Tio"}).Refused(404, "not-found")
	consent := l.lena.Post("/children/"+l.child+"/consents", signed("share", object{
		"fromBranchId": demo.BranchID("vh-school"), "toBranchId": demo.BranchID("bup"), "categories": []any{"schooling"},
	})).Want(201).Text("id")
	l.sten.Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	l.bea.Get(at+"/minutes").Want(200).Shows("Vi sa nio", "Vi sa tio").Hides("oss")
	l.bea.Post(point+"/corrections", object{"text": "Tio"}).Refused(403, "denied")
	l.lena.Get(l.plan).Want(200).Hides("Vi sa nio")
	for _, change := range []string{
		`UPDATE item SET body = 'Vi sa elva' WHERE body = 'Vi sa nio'`, `UPDATE minute SET meant_for = 'unit'`, `DELETE FROM minute`,
		`UPDATE minute_correction SET text = 'Vi sa elva'`, `DELETE FROM minute_correction`,
	} {
		if _, err := l.Owner.ExecContext(t.Context(), change); err == nil { // not even whoever owns the table changes what is settled
			t.Errorf("done: %s", change)
		}
	}
}

// TestR48WhoKeepsTheMinutes: who keeps the minutes for the leading unit reads what the unit has written itself, and nothing that
// the parties share; who leads a meeting for another unit notes who came, and writes for that unit.
func TestR48WhoKeepsTheMinutes(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	milo, _ := planOf(w.karin, "Milo Ros")
	agnes, moa, lena := w.As("agnes"), w.As("moa"), w.As("lena")
	at := "/meetings/" + agnes.Post("/plans/"+milo+"/meetings", booked()).Want(201).Text("id")
	written := object{"text": "Av administratören", "category": "health", "visibility": "family"}
	point := "/minutes/" + agnes.Post(at+"/minutes", written).Want(201).Text("id")
	agnes.Put(point, agnes.Get(point).Want(200).ETag(), written).Want(200)
	agnes.Post(at+"/settlements", object{}).Refused(403, "denied")
	w.karin.Get(at + "/minutes").Want(200).Shows("Av administratören")
	w.karin.Post(at+"/settlements", object{}).Want(200)
	agnes.Get(at+"/minutes").Want(200).Shows("Av administratören", "settledOn")
	agnes.Get("/received-decisions").Refused(403, "denied")

	lo, _ := planOf(lena, "Lo Haddad")
	led := "/meetings/" + lena.Post("/plans/"+lo+"/meetings", booked("leaderIds", []any{demo.Find("moa").PersonID()})).Want(201).Text("id")
	not := "/meetings/" + lena.Post("/plans/"+lo+"/meetings", booked()).Want(201).Text("id")
	agnes.Get(led+"/minutes").Refused(404, "not-found")
	moa.Post(led+"/attendances", attends("moa", "sos", "came")).Want(200).Shows("Moa")
	moa.Post(led+"/attendances", attends("fia", "fs", "came")).Refused(422, "not-a-party", "/unitId") // as far as she may know
	lena.Get(led).Want(200).Shows("Moa")
	moa.Post(not+"/attendances", attends("lena", "hs", "came")).Refused(403, "denied")
	w.karin.Post(led+"/attendances", attends("lena", "hs", "came")).Refused(403, "denied")
	moa.Post(led+"/closings", object{"childParticipation": "present", "closingReason": "no-need"}).Refused(403, "denied")
	moa.Post(not+"/minutes", written).Refused(403, "denied")
	moa.Post(led+"/minutes", object{"text": "Av mötesledaren", "visibility": "family"}).Want(201)
	lena.Post(led+"/minutes", object{"text": "Av skolan", "visibility": "family"}).Want(201)
	moa.Post(led+"/settlements", object{}).Want(200)
	moa.Get(led + "/minutes").Want(200).Shows("Av mötesledaren").Hides("Av skolan")
	lena.Get(led + "/minutes").Want(200).Shows("Av skolan").Hides("mötesledaren") // no consent opens the leader's wall
	w.As("amir").Get("/my" + led + "/minutes").Want(200).Shows("Av mötesledaren").Hides("Av skolan")
}

// TestR6DecisionsAreAsked: what a meeting decides for another unit is asked of it, without content beyond its walls; it makes
// the intervention itself, or declines with a reason. A task is done or not, and shows when it is overdue.
func TestR6DecisionsAreAsked(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	at := l.held()
	add := func(outcome, unit, due string) string {
		o := object{"text": "Beslut om " + outcome, "category": "schooling", "visibility": "family", "decision": object{"outcome": outcome, "unitId": demo.UnitID(unit), "dueOn": due}}
		return l.lena.Post(at+"/minutes", o).Want(201).Text("id")
	}
	accepted, declined, task, taken := add("intervention", "bup", day), add("intervention", "bup", day), add("task", "hs", day), add("task", "bup", day)
	l.bea.Get("/received-decisions").Want(200).Hides(accepted, task)
	l.bea.Get("/notifications").Want(200).Hides("decision-waits")
	l.lena.Post(at+"/settlements", object{}).Want(200)
	l.bea.Get("/received-decisions").Want(200).Shows(accepted, declined, taken, day).Hides(task, "Beslut om")
	l.bea.Get("/notifications").Want(200).Shows("decision-waits", accepted).Hides("Beslut om", "Herrg", "Sixten")
	l.As("bibi").Get("/received-decisions").Want(200).Shows(accepted)
	l.As("karin").Get("/received-decisions").Want(200).Hides(accepted)
	l.bea.Get("/minutes/"+accepted).Refused(404, "not-found")
	l.lena.Post("/received-decisions/"+accepted+"/answers", object{"answer": "declined", "text": "x"}).Refused(404, "not-found")
	l.bea.Post("/received-decisions/"+declined+"/answers", object{"answer": "declined"}).Refused(422, "reason-required", "/text")
	l.bea.Post("/received-decisions/"+declined+"/answers", object{"answer": "declined", "text": "Inte vårt"}).Want(200)
	mine := object{"answer": "accepted", "intervention": object{"title": "Samtal hos oss", "visibility": "family"}}
	made := l.bea.Post("/received-decisions/"+accepted+"/answers", mine).Want(200).Text("interventionId")
	l.bea.Post("/received-decisions/"+accepted+"/answers", mine).Refused(409, "already-answered")
	l.bea.Get("/interventions/"+made).Want(200).Shows("Samtal hos oss", "BUP Hisingen")
	l.lena.Post("/minutes/"+taken+"/cancellations", object{"reason": "Löst"}).Want(200).Shows("cancelled", "Löst")
	l.lena.Post("/minutes/"+accepted+"/cancellations", object{"reason": "Löst"}).Refused(409, "already-answered")
	l.bea.Get("/received-decisions").Want(200).Hides(accepted, declined, taken)
	l.lena.Get("/minutes/"+declined).Want(200).Shows("declined", "Inte vårt")
	l.lena.Get("/minutes/"+accepted).Want(200).Shows("accepted").Hides(made, "Samtal hos oss") // child psychiatry has not opened its wall
	l.sten.Get("/my/plans/"+l.plan[len("/plans/"):]+"/decisions").Want(200).Shows("Beslut om intervention", "accepted", "declined", "BUP Hisingen").Hides("Inte vårt", "Löst")
	l.sten.Get(l.my).Want(200).Shows("Samtal hos oss")
	l.On("2020-12-16")
	l.lena.Get(l.plan + "/decisions").Want(200).Shows(`"overdue":true`)
	l.lena.Get(l.plan+"/follow-up-document").Want(200).Shows("Uppföljning", "Beslut om task", "skulle ha varit klart", "Inte vårt").Hides("Samtal hos oss")
	l.sten.Get(l.my+"/follow-up-document").Want(200).Shows("Beslut om task", "BUP Hisingen").Hides("Inte vårt", "Löst")
	l.bea.Get(l.plan+"/follow-up-document").Want(200).Hides("Beslut om", "Inte vårt")
	l.As("karin").Get(l.plan+"/follow-up-document").Refused(404, "not-found")
	l.lena.Get("/notifications").Want(200).Shows("decision-overdue", task)
	l.lena.Post("/received-decisions/"+task+"/answers", object{"answer": "done", "text": "Gjort"}).Want(200).Shows(`"state":"done"`, `"overdue":false`)
}

// TestR46TheFamilyInTheRoom: how the child and a guardian took part is noted for whom the unit knows, and told to that person,
// the leading unit and who leads the meeting. A call tells when and how the meeting is, and not where; of a plan that has ended
// no call waits.
func TestR46TheFamilyInTheRoom(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	bibi := l.As("bibi")
	call := callOf(l.lena, l.plan, "bup", toBup, "emi", toBup)
	siv := l.As("siv")
	bibi.Get(received(bibi)).Want(200).Hides("startsAt")
	meeting := booked("callId", call[len("/calls/"):], "meetingMode", "both")
	at := "/meetings/" + l.lena.Post(l.plan+"/meetings", meeting).Want(201).Text("id")
	first := bibi.Get(received(bibi)).Want(200).Shows(before+"T12:00:00Z", at[len("/meetings/"):]).Hides(room, link)
	bibi.Get(at).Refused(404, "not-found")
	bibi.Get(received(bibi)+"/document").Want(200).Shows("Kallelse till möte", "Sixten Udd", "13.00–14.00", "Herrgårdsskolan").Hides(room, link, "Elevhälsan")
	bibi.Get(call+"/document").Refused(404, "not-found")
	l.lena.Get(call+"/document?language=en").Want(200).Shows("Call to a meeting", "BUP Hisingen", "Waits for an answer")
	guardian := l.lena.Get("/children/" + l.child + "/relations").Want(200).Rows("relations")[0]["personId"]
	l.lena.Post(at+"/family-attendances", object{"personId": guardian, "presence": "absent"}).Want(200)
	l.lena.Post(at+"/family-attendances", object{"personId": guardian, "presence": "came"}).Want(200).Shows(`"byChild":false`, `"came"`).Hides(`"absent"`)
	l.lena.Post(at+"/family-attendances", object{"personId": l.child, "presence": "represented"}).Want(200).Shows(`"byChild":true`)
	l.lena.Post(at+"/family-attendances", object{"personId": demo.Find("bea").PersonID(), "presence": "came"}).Refused(422, "invalid-value", "/personId")
	l.sten.Get("/my/meetings").Want(200).Shows(`"myPresence":"came"`).Hides("represented")
	bibi.Post(received(bibi)+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200)
	l.bea.Get(at).Want(200).Shows(room).Hides("represented")
	l.bea.Post(at+"/family-attendances", object{"personId": l.child, "presence": "came"}).Refused(403, "denied")
	meeting["startsAt"], meeting["endsAt"] = before+"T14:00:00Z", before+"T15:00:00Z"
	l.lena.Put(at, l.lena.Get(at).ETag(), meeting).Want(200)
	if again := l.bea.Get(received(l.bea)).Want(200).Shows(before + "T14:00:00Z"); again.ETag() == first.ETag() {
		t.Error("a moved meeting leaves the version of its call")
	}
	siv.Get("/invitations").Want(200).Shows("Sixten")
	l.lena.Post(l.plan+"/status-changes", object{"to": "withdrawn", "on": before, "reason": "Familjen vill inte"}).Want(201)
	siv.Get("/invitations").Want(200).Hides("Sixten")
}
