package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// What the consents of Lo's plan do not open: one item of the social services, one of the child psychiatry.
const (
	ofFamily  = "Utredning av familjens situation"
	ofDoctors = "Medicinsk bedömning"
)

// grounds is Lo's plan before the reorganisation, and those who give and receive.
type grounds struct {
	*testkit.API
	karin, bea, lena testkit.Client
	plan, family     string // addresses of the plan and of Karin's item
}

func newGrounds(t *testing.T) *grounds {
	t.Helper()
	g := &grounds{API: testkit.NewAPI(t, before)}
	g.karin, g.bea, g.lena = g.As("karin"), g.As("bea"), g.As("lena")
	plan, _ := planOf(g.karin, "Lo Haddad")
	g.plan = "/plans/" + plan
	g.family = g.item(g.karin, ofFamily)
	return g
}

// item finds where the interventions' decisions are made.
func (g *grounds) item(c testkit.Client, title string) string {
	return "/items/" + c.Get(g.plan).Want(200).ID("interventions", "title", title)
}

// by is a disclosure to a unit on a ground, decided by somebody.
func by(decider, to, ground string) object {
	d := toBUP("KANARIE-skäl")
	d["toUnitId"], d["ground"], d["decidedBy"] = demo.UnitID(to), ground, demo.Find(decider).PersonID()
	return d
}

// TestR24OneItemToOneUnit: what is disclosed is seen by the receiver and nobody else; the receiver learns on which ground,
// and not why.
func TestR24OneItemToOneUnit(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	g.bea.Get(g.plan).Want(200).Hides(ofFamily)
	id := g.family[len("/items/"):]
	g.bea.Get("/interventions/"+id).Refused(404, "not-found")
	made := g.karin.Post(g.family+"/disclosures", by("kim", "bup", "need-of-under-18")).Want(201).
		Shows("OSL 26:9", "KANARIE-skäl", "Kim Berg", `"consentTried":"refused"`, `"decidedOn":"2020-12-15"`)
	g.bea.Get(g.plan).Want(200).Shows(ofFamily)
	g.As("bibi").Get("/interventions/"+id).Want(200).Shows(ofFamily, `"own":false`)
	for _, outsider := range []string{"lena", "moa", "mats"} {
		g.As(outsider).Get(g.plan).Want(200).Hides(ofFamily)
		g.As(outsider).Get(g.family + "/disclosures").Want(map[bool]int{true: 403, false: 404}[outsider == "moa"])
	}
	g.karin.Get(g.family+"/disclosures").Want(200).Shows("KANARIE-skäl", "Kim Berg", made.Text("id"), `"totalRecords":1`)
	g.bea.Get(g.family+"/disclosures").Want(200).Shows(made.Text("id"), "OSL 26:9", "need-of-under-18", `"validTo":"2021-06-30"`).
		Hides("KANARIE", "Kim", "decidedBy", "consentTried", "refused", demo.Find("kim").PersonID().String())
	g.As("bo").Get(g.family + "/disclosures").Want(200).Shows("KANARIE-skäl") // of Karin's own domain
	for _, who := range []string{"agnes", "disa", "sam"} {
		g.As(who).Get(g.family+"/disclosures").Refused(403, "denied")
	}
	g.As("amir").Get("/my"+g.plan).Want(200).Hides(ofFamily, "OSL 26:9")
}

// TestR24ImpossiblePairs: a ground that is not there for giver and receiver is refused with the paragraph that closes it.
func TestR24ImpossiblePairs(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	doctors, school := g.item(g.bea, ofDoctors), g.item(g.lena, ofSchool)
	const clause, never = "OSL 10:27 does not cover 25:1-8 and 26:1-6", "OSL 25:12 and 26:9 do not reach schools, preschools or others"
	for _, c := range []struct {
		giver        testkit.Client
		key          string
		item         string
		to, ground   string
		law, opening string
	}{
		{g.bea, "bea", doctors, "bou1", "general-clause", clause, ""},
		{g.karin, "karin", g.family, "bup", "general-clause", clause, ""},
		{g.karin, "karin", g.family, "hs", "general-clause", clause, ""},
		{g.bea, "bea", doctors, "hs", "need-of-under-18", never, ""},
		{g.bea, "bea", doctors, "sos", "need-of-under-18", never, ""}, // a preschool
		{g.karin, "karin", g.family, "hs", "need-of-under-18", never, ""},
		{g.lena, "lena", school, "bou1", "need-of-under-18", "OSL 23:2", ""},
		{g.bea, "bea", doctors, "hs", "pupil-support", "OSL 25:1", ""},
		{g.karin, "karin", g.family, "bup", "crime-prevention", "OSL 26:1", ""},
		{g.lena, "lena", school, "bou1", "general-clause", "", "OSL 10:27"},
		{g.lena, "lena", school, "bou1", "duty-to-inform", "", "OSL 10:28; SoL 19:1, 20:6"},
		{g.bea, "bea", doctors, "bou1", "need-of-under-18", "", "OSL 25:12"},
	} {
		a := c.giver.Post(c.item+"/disclosures", by(c.key, c.to, c.ground))
		if c.law == "" {
			a.Want(201).Shows(`"paragraph":"` + c.opening + `"`)
			continue
		}
		if a.Refused(422, "ground-does-not-apply", "/ground").Hides(canary); a.Text("paragraph") != c.law {
			t.Errorf("%s to %s by %s: refused by %q, want %q", c.key, c.to, c.ground, a.Text("paragraph"), c.law)
		}
	}
}

// TestR24ItCloses: each of what ends a disclosure closes it at the next read.
func TestR24ItCloses(t *testing.T) {
	t.Parallel()
	why := object{"reason": canary}
	for name, end := range map[string]func(*grounds, string, string){
		"it is ended": func(g *grounds, id, _ string) {
			g.karin.Post("/disclosures/"+id+"/endings", why).Want(200).Shows(`"endedOn":"2020-12-15"`)
		},
		"it expires":                        func(g *grounds, _, _ string) { g.On("2020-12-21") },
		"the receiver leaves":               func(g *grounds, _, _ string) { g.leave(g.bea) },
		"the giver leaves":                  func(g *grounds, _, _ string) { g.leave(g.karin) },
		"a reorganisation moves the giver":  func(g *grounds, _, _ string) { g.On("2021-01-01") },
		"a reorganisation moves the taker":  func(g *grounds, _, _ string) { g.On("2021-01-01") },
		"the item is for the own unit only": func(g *grounds, _, item string) { g.hide(g.karin, item) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := newGrounds(t)
			giver, taker, key, to, title := g.karin, g.bea, "karin", "bup", ofFamily
			if name == "a reorganisation moves the taker" {
				giver, taker, key, to, title = g.bea, g.karin, "bea", "bou1", ofDoctors
			}
			item := g.item(giver, title)
			d := by(key, to, "need-of-under-18")
			if name == "it expires" {
				d["validTo"] = "2020-12-20"
			}
			made := giver.Post(item+"/disclosures", d).Want(201).Text("id")
			taker.Get(g.plan).Want(200).Shows(title)
			end(g, made, item)
			if a := taker.Get(g.plan); a.Status != 404 { // who has left sees nothing of the plan
				a.Want(200).Hides(title)
			}
			taker.Get("/interventions/"+item[len("/items/"):]).Refused(404, "not-found")
			taker.Get(item+"/disclosures").Refused(404, "not-found")
			giver.Get(item + "/disclosures").Want(200).Shows(made)
		})
	}
}

// leave ends the part of somebody's own unit.
func (g *grounds) leave(c testkit.Client) {
	for _, y := range c.Get(g.plan).Want(200).Rows("parties") {
		if id, ok := y["id"].(string); ok && y["own"] == true {
			c.Post("/parties/"+id+"/departures", object{"reason": canary}).Want(200)
		}
	}
}

// hide makes an intervention the own unit's alone.
func (g *grounds) hide(c testkit.Client, item string) {
	at := "/interventions/" + item[len("/items/"):]
	c.Put(at, c.Get(at).ETag(), object{"title": ofFamily, "status": "ongoing", "category": "family-situation", "visibility": "unit"}).Want(200)
}

// TestR24WhoDecides: only the unit that holds an item gives it and takes it back; nobody discloses what is not meant for
// the parties, or through a party that is gone.
func TestR24WhoDecides(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	d := by("karin", "bup", "need-of-under-18")
	at := g.family + "/disclosures"
	g.As("bo").Post(at, by("bo", "bup", "need-of-under-18")).Refused(403, "denied") // of the same domain, of another unit
	for _, who := range []string{"bea", "lena", "liv", "tove"} {
		c := g.As(who)
		if who == "tove" {
			c = c.At("rf")
		}
		c.Post(at, by(who, "bou1", "duty-to-inform")).Refused(404, "not-found").Hides(canary)
	}
	made := g.karin.Post(at, d).Want(201).Text("id")
	end, why := "/disclosures/"+made+"/endings", object{"reason": canary}
	g.lena.Post(end, why).Refused(404, "not-found").Hides(canary)
	g.bea.Post(end, why).Refused(403, "denied").Hides(canary) // knows it, and did not give
	g.As("bo").Post(end, why).Refused(403, "denied")
	g.As("kim").Post(end, why).Want(200)
	g.karin.Post(end, why).Refused(409, "already-ended")
	g.hide(g.karin, g.family)
	g.karin.Post(at, d).Refused(422, "not-for-parties", "itemId")
	note := g.karin.Post(g.plan+"/notes", object{"text": canary, "category": "health"}).Want(201).Text("id")
	g.karin.Post("/items/"+note+"/disclosures", d).Refused(422, "not-for-parties", "itemId")
	family := g.item(g.karin, ofSocial)
	g.leave(g.karin)
	g.karin.Post(family+"/disclosures", d).Refused(422, "not-a-party", "itemId")
}

// TestR30DisclosedTextKeepsItsLabel: what the medical staff of a school lets the school see is still bound by OSL 25:1, and
// the reader is told that it is bound less hard.
func TestR30DisclosedTextKeepsItsLabel(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	siv := g.As("siv")
	g.lena.Post(g.plan+"/parties", object{"unitId": demo.UnitID("emi"), "mode": "called"}).Want(201)
	call := first(siv.Get("/invitations").Want(200), "invitations", "partyId")
	siv.Post("/parties/"+call+"/answers", object{"answer": "accepted"}).Want(200)
	id := siv.Post(g.plan+"/interventions", object{"title": "Hälsobesök", "visibility": "parties", "category": "health"}).Want(201).Text("id")
	g.lena.Get("/interventions/"+id).Refused(404, "not-found")
	// She sees of the other parties only the one that called: the leading school.
	siv.Post("/items/"+id+"/disclosures", by("siv", "bou1", "need-of-under-18")).Refused(422, "not-a-party", "/toUnitId")
	siv.Post("/items/"+id+"/disclosures", by("siv", "hs", "need-of-under-18")).Refused(422, "ground-does-not-apply", "/ground")
	siv.Post("/items/"+id+"/disclosures", by("siv", "hs", "pupil-support")).Want(201).Shows("OSL 25:13 a")
	g.lena.Get("/interventions/"+id).Want(200).Shows(`"rule":"OSL 25:1"`, `"weakerHere":true`)
	siv.Get("/interventions/"+id).Want(200).Shows(`"rule":"OSL 25:1"`, `"weakerHere":false`)
}
