package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

const (
	toBup = "KANARIE-fråga-ett"
	toFs  = "KANARIE-fråga-två"
)

// summons is a draft that calls units, each with what it is asked.
func summons(asked ...string) object {
	var all []any
	for n := 0; n < len(asked); n += 2 {
		all = append(all, object{"unitId": demo.UnitID(asked[n]), "mode": "called", "contribution": asked[n+1]})
	}
	return object{"purpose": canary, "questions": []any{canary + "?"}, "longTermGoal": canary, "meetingMode": "both", "toUnits": all}
}

// callOf drafts a call in a plan and sends it.
func callOf(lead testkit.Client, plan string, asked ...string) string {
	call := "/calls/" + lead.Post(plan+"/calls", summons(asked...)).Want(201).Text("id")
	lead.Post(call+"/dispatches", object{}).Want(200)
	return call
}

// received is where somebody finds the only call to their unit.
func received(c testkit.Client) string {
	return "/received-calls/" + first(c.Get("/received-calls").Want(200), "receivedCalls", "id")
}

// TestR43ADraftIsTheSendersAlone: a draft is invisible to addressees; sent, each sees what all are told and what it is asked
// itself. It says what the meeting is for, and it does not change any more.
func TestR43ADraftIsTheSendersAlone(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.step("informed").Want(201)
	made := l.lena.Post(l.plan+"/calls", summons("bup", toBup)).Want(201).Hides("sentOn")
	call := "/calls/" + made.Text("id")
	for _, missing := range []string{"purpose", "questions", "longTermGoal", "meetingMode", "toUnits"} {
		doc := summons("bup", toBup)
		delete(doc, missing)
		l.lena.Post(l.plan+"/calls", doc).Want(400)
	}
	l.lena.Post(l.plan+"/calls", summons("bup", toBup, "hs", "x")).Refused(422, "unknown-unit", "/toUnits/1/unitId")
	changed := l.lena.Put(call, made.ETag(), summons("bup", toBup, "fs", toFs)).Want(200)
	l.lena.Put(call, made.ETag(), summons("bup", "x")).Refused(412, "stale-version")
	bibi, bo := l.As("bibi"), l.As("fia")
	for _, who := range []testkit.Client{bibi, bo, l.bea} {
		who.Get("/received-calls").Want(200).Hides("Sixten", canary)
		who.Get("/received-calls/"+first(changed, "toUnits", "id")).Refused(404, "not-found")
		who.Get(call).Refused(404, "not-found")
		who.Get("/invitations").Want(200).Hides("Sixten")
	}
	l.lena.Post(call+"/dispatches", object{}).Refused(409, "consent-required")
	l.step("consenting").Want(201)
	consent := l.lena.Post("/children/"+l.child+"/consents", signed("plan")).Want(201).Text("id")
	l.sten.Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	l.lena.Post(call+"/dispatches", object{}).Want(200).Shows("waiting", "sentOn", "answerBy")
	l.lena.Post(call+"/dispatches", object{}).Refused(409, "call-already-sent")
	l.lena.Put(call, l.lena.Get(call).ETag(), summons("bup", "x")).Refused(409, "call-already-sent")
	bibi.Get(received(bibi)).Want(200).Shows("Sixten Udd", canary, toBup).Hides(toFs, "Funktionsstöd")
	bo.Get(received(bo)).Want(200).Shows("Sixten Udd", canary, toFs).Hides(toBup, "BUP")
	l.lena.Get(call).Want(200).Shows(toBup, toFs)
	bibi.Get(l.plan).Refused(404, "not-found") // the call discloses itself, not the plan
	for _, outsider := range []string{"karin", "vera", "siv"} {
		c := l.As(outsider)
		c.Get(call).Refused(404, "not-found")
		c.Get("/received-calls").Want(200).Hides("Sixten")
	}
	l.As("agnes").Get("/received-calls").Refused(403, "denied") // an administrator reads no content
	l.sten.Get(l.my).Want(200).Hides(canary, toBup)
}

// TestR44ACallIsAnswered: it comes to hand, somebody is named, and the answer is the party's, too.
func TestR44ACallIsAnswered(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	call := callOf(l.lena, l.plan, "bup", toBup)
	bibi := l.As("bibi")
	at := received(bibi)
	bibi.Post(at+"/receipts", object{}).Want(200).Shows("seenOn")
	l.lena.Get(call).Want(200).Shows("seenOn")
	bibi.Post(at+"/answers", object{"answer": "declined"}).Refused(422, "reason-required", "/reason")
	bibi.Post(at+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("ulf").PersonID()}).Refused(422, "unknown-colleague", "/contactPersonId")
	bibi.Post(at+"/answers", object{"answer": "accepted"}).Want(200).Shows("Bibi Lind")
	bibi.Post(at+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200).Shows("Bea Sjö")
	l.lena.Get(call).Want(200).Shows("Bea Sjö").Hides("Bibi Lind")
	l.bea.Get(l.plan).Want(200)
	l.bea.Get(at).Want(200).Shows(toBup)
	bibi.Get("/invitations").Want(200).Hides("Sixten")
	bibi.Post(at+"/answers", object{"answer": "declined", "reason": "x"}).Refused(409, "already-answered")
	// Once more, to those who take part already: nobody becomes a party twice.
	again := callOf(l.lena, l.plan, "bup", toBup, "fs", toFs)
	fia := l.As("fia")
	fia.Post(received(fia)+"/answers", object{"answer": "declined", "reason": "Ingen insats"}).Want(200)
	l.lena.Get(again).Want(200).Shows("Ingen insats", "waiting")
	l.lena.Get(l.plan).Want(200).Shows("declined")
	// An answer to the plan is one to the call.
	third := callOf(l.lena, l.plan, "fs", toFs)
	party := first(fia.Get("/invitations").Want(200), "invitations", "partyId")
	fia.Post("/parties/"+party+"/answers", object{"answer": "accepted"}).Want(200)
	l.lena.Get(third).Want(200).Shows("Fia Hed").Hides("waiting")
}

// TestR44WrongUnit: the call is passed on within the principal; the duty stays until the right unit has accepted, and comes
// back when it declines.
func TestR44WrongUnit(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	call := callOf(l.lena, l.plan, "bup", toBup)
	bibi, vera := l.As("bibi"), l.As("vera")
	at := received(bibi)
	pass := func(unit string) object {
		return object{"unitId": demo.UnitID(unit), "reason": "Barnet är inte inskrivet här"}
	}
	bibi.Post(at+"/forwardings", pass("uph")).Refused(422, "unknown-unit", "/unitId") // another principal
	bibi.Post(at+"/forwardings", pass("bup")).Refused(422, "unknown-unit", "/unitId")
	bibi.Post(at+"/forwardings", object{"unitId": madeUp, "reason": "x"}).Refused(422, "unknown-unit", "/unitId")
	responsible := func(want ...bool) {
		t.Helper()
		for n, a := range l.lena.Get(call).Want(200).Rows("toUnits") {
			if a["responsible"] != want[n] {
				t.Errorf("addressee %d, %v: responsible %v", n, a["state"], a["responsible"])
			}
		}
	}
	bibi.Post(at+"/forwardings", pass("bvc")).Want(200).Shows("passed-on", "passedToUnit")
	responsible(true, false)
	vera.Get(received(vera)).Want(200).Shows("Sixten Udd", toBup).Hides("BUP", "inskrivet")
	vera.Post(received(vera)+"/answers", object{"answer": "declined", "reason": "För gammal"}).Want(200)
	bibi.Get(at).Want(200).Shows("waiting")
	responsible(true, false)
	bibi.Post(at+"/forwardings", pass("bvc")).Want(200)
	taken := "/received-calls/" + vera.Get("/received-calls").Want(200).ID("receivedCalls", "state", "waiting")
	vera.Post(taken+"/answers", object{"answer": "accepted"}).Want(200).Shows("Vera")
	responsible(false, false, true)
	l.lena.Get(l.plan).Want(200).Shows("declined", "accepted")
	bibi.Get("/invitations").Want(200).Hides("Sixten")
	vera.Get(l.plan).Want(200)
}

// TestR45UnansweredCalls: after the days of the routine a call is overdue, for the unit's manager to see to.
func TestR45UnansweredCalls(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	call := callOf(l.lena, l.plan, "bup", toBup)
	overdue := func(day string, is bool) {
		t.Helper()
		l.On(day)
		total := len(l.As("bibi").Get("/received-calls?overdue=true").Want(200).Rows("receivedCalls"))
		if shown := l.lena.Get(call).Want(200).Rows("toUnits")[0]["overdue"]; shown != is || (total == 1) != is {
			t.Errorf("on %s overdue is %v, and %d are listed", day, shown, total)
		}
	}
	overdue("2020-12-22", false)
	overdue("2020-12-23", true)
}
