package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

const secret = "Samtal utan föräldrarna"

// kept is an item of the social services in Lo's plan, at first for the own unit, and what the family saw before.
type kept struct {
	*grounds
	item   string
	people map[string]string // id by key
	before map[string][]testkit.Answer
}

func newKept(t *testing.T) *kept {
	t.Helper()
	k := &kept{grounds: newGrounds(t), people: map[string]string{}, before: map[string][]testkit.Answer{}}
	child := k.karin.Get(k.plan).Text("childId")
	k.people["lo"] = child
	for _, r := range k.karin.Get("/children/" + child + "/relations").Want(200).Rows("relations") {
		name, _ := r["givenName"].(string)
		k.people[map[string]string{"Amir": "amir", "Eva": "eva"}[name]], _ = r["personId"].(string)
	}
	k.item = k.karin.Post(k.plan+"/interventions", object{"title": secret, "visibility": "unit"}).Want(201).Text("id")
	for _, who := range []string{"amir", "eva", "lo"} {
		k.before[who] = k.answers(who)
	}
	return k
}

// answers asks everything that one of the family can ask about plans.
func (k *kept) answers(who string) []testkit.Answer {
	c := k.As(who)
	return []testkit.Answer{c.Get("/my" + k.plan).Want(200), c.Get("/my/plans").Want(200), c.Get("/my/consents").Want(200)}
}

// show makes the item one for the family.
func (k *kept) show() {
	at := "/interventions/" + k.item
	k.karin.Put(at, k.karin.Get(at).ETag(), object{"title": secret, "status": "ongoing", "category": "interventions", "visibility": "family"}).Want(200)
}

// wantBlind fails unless nothing at all has changed for each of them.
func (k *kept) wantBlind(t *testing.T, who ...string) {
	t.Helper()
	for _, w := range who {
		for n, now := range k.answers(w) {
			if was := k.before[w][n]; now.Body != was.Body || now.ETag() != was.ETag() {
				t.Errorf("%s notices: %s %s\nbefore: %s %s", w, now.ETag(), now.Body, was.ETag(), was.Body)
			}
		}
	}
}

func (k *kept) wantSeen(who ...string) {
	for _, w := range who {
		k.As(w).Get("/my" + k.plan).Want(200).Shows(secret)
	}
}

// TestR27Withheld: for the one concerned nothing changes in any answer, whichever way the item's visibility goes; the
// others of the family see it.
func TestR27Withheld(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		from         string // nobody by name: every guardian
		blind, seers []string
	}{
		"from guardian A":     {"amir", []string{"amir"}, []string{"eva", "lo"}},
		"from guardian B":     {"eva", []string{"eva"}, []string{"amir", "lo"}},
		"from every guardian": {"", []string{"amir", "eva"}, []string{"lo"}},
		"from the child":      {"lo", []string{"lo"}, []string{"amir", "eva"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k := newKept(t)
			body := object{"everyGuardian": true, "reason": "KANARIE-undantag"}
			if c.from != "" {
				body = object{"personId": k.people[c.from], "reason": "KANARIE-undantag"}
			}
			made := k.karin.Post("/items/"+k.item+"/withholdings", body).Want(201).Shows("Karin Lund", "KANARIE-undantag").Text("id")
			k.wantBlind(t, "amir", "eva", "lo")
			k.show()
			k.wantBlind(t, c.blind...)
			k.wantSeen(c.seers...)
			k.lena.Post(k.plan+"/dispatches", object{}).Want(201)
			k.wantBlind(t, c.blind...)
			k.karin.Post("/items/"+k.item+"/withholdings", body).Refused(409, "duplicate")
			for _, who := range []string{"amir", "eva", "lo"} {
				k.As(who).Get("/items/"+k.item+"/withholdings").Refused(403, "denied")
				k.As(who).Get("/my/plans").Hides("KANARIE-undantag", made)
			}
			k.karin.Post("/withholdings/"+made+"/endings", object{"reason": "Inte längre"}).Want(200).Shows(`"endedOn"`)
			k.wantSeen("amir", "eva", "lo")
			k.karin.Post("/withholdings/"+made+"/endings", object{"reason": "Igen"}).Refused(409, "already-ended")
			k.karin.Get("/items/"+k.item+"/withholdings").Want(200).Shows(made, "Inte längre")
		})
	}
}

// TestR27WhoWithholds: the unit that holds the item; its own domain may know, nobody else.
func TestR27WhoWithholds(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	at, body := "/items/"+k.item+"/withholdings", object{"everyGuardian": true, "reason": "KANARIE-undantag"}
	k.show()
	k.bea.Get("/interventions/" + k.item).Want(200) // through a consent
	k.bea.Post(at, body).Refused(403, "denied")
	k.bea.Get(at).Refused(404, "not-found")
	made := k.karin.Post(at, body).Want(201).Text("id")
	end := "/withholdings/" + made + "/endings"
	k.bea.Get("/interventions/" + k.item).Want(200).Hides("KANARIE")
	for _, who := range []string{"bea", "lena", "liv"} {
		k.As(who).Get(at).Refused(404, "not-found")
		k.As(who).Post(end, object{"reason": "x"}).Refused(404, "not-found")
	}
	k.As("bo").Get(at).Want(200).Shows("KANARIE-undantag")
	k.As("bo").Post(at, object{"personId": k.people["lo"], "reason": "x"}).Refused(403, "denied")
	k.As("bo").Post(end, object{"reason": "x"}).Refused(403, "denied")
	k.As("moa").Get(at).Refused(403, "denied")
	k.As("kim").Post(end, object{"reason": "x"}).Want(200)

	// What somebody wrote is not withheld from that person: it would be missed.
	words := k.lena.Get(k.plan).Want(200).ID("childViews", "text", "Jag vill ha någon att vara med på rasten.")
	k.lena.Post("/items/"+words+"/withholdings", object{"personId": k.people["lo"], "reason": "x"}).Refused(422, "invalid-value", "/personId")
	mine := k.As("amir").Post("/my"+k.plan+"/disagreements", object{"text": "Nej"}).Want(201).Text("id")
	k.lena.Post("/items/"+mine+"/withholdings", object{"everyGuardian": true, "reason": "x"}).Refused(422, "invalid-value", "/everyGuardian")
	k.lena.Post("/items/"+mine+"/withholdings", object{"personId": k.people["eva"], "reason": "x"}).Want(201)
	k.As("eva").Get("/my" + k.plan).Want(200).Hides(mine)
	k.As("amir").Get("/my" + k.plan).Want(200).Shows(mine)
}
