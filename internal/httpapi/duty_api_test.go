package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestR5OneJudgementIsEnough: the school alone judges that a plan is needed; whoever it calls of the region is told that its
// principal must take part, which no refusal of a unit lifts, nor that it passes the call on; the own principal's units and
// independent providers are asked, and not obliged.
func TestR5OneJudgementIsEnough(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare() // nobody else was asked
	draft := summons("bup", toBup, "fs", toFs, "uph", "x")
	call := "/calls/" + l.lena.Post(l.plan+"/calls", draft).Want(201).Shows(`"openDuties":[]`).Text("id")
	open := `"openDuties":["Västra Götalandsregionen"]`
	l.lena.Post(call+"/dispatches", object{}).Want(200).Shows(open)
	bibi, vera := l.As("bibi"), l.As("vera")
	at := received(bibi)
	bibi.Get(at).Want(200).Shows(`"duty":true`)
	for _, asked := range []string{"fia", "ulf"} {
		l.As(asked).Get(received(l.As(asked))).Want(200).Shows(`"duty":false`)
	}
	bibi.Post(at+"/forwardings", object{"unitId": demo.UnitID("bvc"), "reason": "Fel enhet"}).Want(200).Shows(`"duty":true`)
	next := received(vera)
	vera.Get(next).Want(200).Shows(`"duty":true`)
	l.lena.Get(call).Want(200).Shows(open)
	vera.Post(next+"/answers", object{"answer": "declined", "reason": "Barnet är inte hos oss"}).Want(200)
	l.lena.Get(call).Want(200).Shows(open)
	again := callOf(l.lena, l.plan, "bup", toBup)
	l.lena.Get(again).Want(200).Shows(open)
	waiting := bibi.Get("/received-calls").Want(200).ID("receivedCalls", "state", "waiting")
	bibi.Post("/received-calls/"+waiting+"/answers", object{"answer": "accepted"}).Want(200).Shows(`"duty":true`)
	l.lena.Get(again).Want(200).Shows(`"openDuties":[]`)
}
