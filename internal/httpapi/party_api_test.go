package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestR44AnsweringACall: the unit is asked, not a person; whoever answers names a colleague, or says why not.
func TestR44AnsweringACall(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	bibi, call := l.As("bibi"), object{"unitId": demo.UnitID("bup"), "mode": "called"}
	made := l.lena.Post(l.plan+"/parties", call).Want(201).Text("id")
	l.lena.Post(l.plan+"/parties", call).Refused(409, "duplicate")
	bibi.Get(l.plan).Refused(404, "not-found") // a call discloses the child's name, not the plan
	bibi.Get("/invitations").Want(200).Shows("Sixten Udd", "Herrgårdsskolan").Hides("kommer till skolan")
	for _, outsider := range []string{"karin", "vera", "lena"} {
		l.As(outsider).Get("/invitations").Want(200).Hides("Sixten")
		l.As(outsider).Post("/parties/"+made+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	}
	answer := "/parties/" + made + "/answers"
	bibi.Post(answer, object{"answer": "declined"}).Refused(422, "reason-required", "/reason")
	bibi.Post(answer, object{"answer": "accepted", "contactPersonId": demo.Find("ulf").PersonID()}).Refused(422, "unknown-colleague", "/contactPersonId")
	bibi.Post(answer, object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200)
	bibi.Post(answer, object{"answer": "declined", "reason": "x"}).Refused(409, "already-answered")
	bibi.Get("/invitations").Want(200).Hides("Sixten")
	l.bea.Get(l.plan).Want(200).Hides("kommer till skolan")
	l.bea.Put(l.plan, l.bea.Get(l.plan).ETag(), frame("hs")).Refused(403, "denied")
	l.bea.Post(l.plan+"/parties", call).Refused(403, "denied")
}

// TestLeaving: a unit that leaves sees nothing of the plan from then on; the one that leads cannot leave.
func TestLeaving(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	l.share("goals")
	l.bea.Get(l.plan).Want(200).Shows("kommer till skolan")
	party := func(c testkit.Client) string {
		for _, row := range c.Get(l.plan).Want(200).Rows("parties") {
			if row["own"] == true {
				return row["id"].(string)
			}
		}
		t.Fatal("no party of one's own")
		return ""
	}
	why := object{"reason": canary}
	lead, bup := party(l.lena), party(l.bea)
	l.lena.Post("/parties/"+lead+"/departures", why).Refused(409, "illegal-status-step").Hides(canary)
	l.lena.Post("/parties/"+bup+"/departures", why).Refused(404, "not-found").Hides(canary)
	l.bea.Post("/parties/"+bup+"/departures", why).Want(200).Shows(`"state":"left"`)
	l.bea.Get(l.plan).Refused(404, "not-found")
	l.bea.Get("/plans").Want(200).Hides("Sixten")
	l.bea.Post("/parties/"+bup+"/departures", why).Refused(404, "not-found").Hides(canary)
	l.lena.Get(l.plan).Want(200).Shows(`"state":"left"`)
}
