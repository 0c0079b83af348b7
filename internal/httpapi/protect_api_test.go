package httpapi_test

import (
	"slices"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// guarded is Lo's plan, in which four domains share what consents let them, and what its services record of Lo.
type guarded struct {
	*testkit.API
	lena, karin, kim, bea, bibi, amir, eva testkit.Client
	plan, child, my                        string
}

func newGuarded(t *testing.T) *guarded {
	t.Helper()
	return guardedBy(testkit.NewAPI(t, before))
}

func guardedBy(a *testkit.API) *guarded {
	w := &guarded{API: a}
	w.lena, w.karin, w.kim, w.bea, w.bibi = w.As("lena"), w.As("karin"), w.As("kim"), w.As("bea"), w.As("bibi")
	w.amir, w.eva = w.As("amir"), w.As("eva")
	plan, child := planOf(w.lena, "Lo Haddad")
	w.plan, w.my, w.child = "/plans/"+plan, "/my/plans/"+plan, "/children/"+child
	return w
}

func (w *guarded) record(c testkit.Client, level string) testkit.Answer {
	return c.Post(w.child+"/protections", object{"level": level, "reason": canary})
}

// level is what counts, as each service reads it.
func (w *guarded) wantLevel(t *testing.T, want string) {
	t.Helper()
	for _, c := range []testkit.Client{w.lena, w.karin, w.bea} {
		if got := c.Get(w.child).Want(200).Text("protection"); got != want {
			t.Errorf("want %s, read %s", want, got)
		}
	}
}

func (w *guarded) name(by testkit.Client, who, until string) testkit.Answer {
	return by.Post(w.child+"/whereabouts-readers", object{"personId": demo.Find(who).PersonID(), "reason": canary, "validTo": until})
}

// TestR31LevelsBelongToTheirUnits: the strictest counts for all; each unit takes back its own and no other's.
func TestR31LevelsBelongToTheirUnits(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.wantLevel(t, "none")
	w.karin.Post(w.child+"/protections", object{"level": "none"}).Refused(400, "malformed-request")
	w.record(w.karin, "protected-registration").Want(201)
	w.record(w.lena, "confidentiality-marking").Want(201)
	w.wantLevel(t, "protected-registration")
	w.record(w.lena, "none").Want(201)
	w.record(w.As("bo"), "none").Want(201) // of the same domain, and not the unit that raised it
	w.wantLevel(t, "protected-registration")
	w.record(w.bea, "confidentiality-marking").Want(201)
	w.record(w.kim, "none").Want(201)
	w.wantLevel(t, "confidentiality-marking")
	w.record(w.bibi, "none").Want(201)
	w.wantLevel(t, "none")
	w.karin.Get(w.child + "/protections").Want(200).Shows(`"totalRecords":2`).Hides("confidentiality-marking")
	w.lena.Get(w.child + "/protections").Want(200).Shows(`"totalRecords":2`).Hides("protected-registration")
	for who, status := range map[string]int{"liv": 404, "vera": 404, "agnes": 403, "disa": 403, "amir": 403, "lo": 403} {
		w.record(w.As(who), "assumed-identity").Want(status)
		w.As(who).Get(w.child + "/protections").Want(status)
	}
	w.wantLevel(t, "none")
}

// TestR31ChangingAChildRaises: a stricter level in the particulars is the own unit's record, as one at registration is.
func TestR31ChangingAChildRaises(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	body := object{"givenName": "Lo", "familyName": "Haddad", "protection": "confidentiality-marking"}
	w.karin.Put(w.child, w.karin.Get(w.child).ETag(), body).Want(200)
	w.lena.Put(w.child, w.lena.Get(w.child).ETag(), body).Want(200) // as strict as it is: nothing to record
	w.lena.Get(w.child + "/protections").Want(200).Shows(`"totalRecords":0`)
	w.record(w.lena, "none").Want(201)
	w.wantLevel(t, "confidentiality-marking")
	w.record(w.karin, "none").Want(201)
	w.wantLevel(t, "none")
	nour := w.karin.Get("/children?limit=100").Row("children", "protection", "confidentiality-marking")["id"].(string)
	w.karin.Get("/children/" + nour + "/protections").Want(200).Shows(`"totalRecords":1`)
}

// TestR31Whereabouts: of an unprotected child those who work with the case read them; from the first level on those whom
// the manager has named, for as long as they are named; nobody else has a trace of them.
func TestR31Whereabouts(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.child + "/whereabouts"
	id := w.karin.Post(at, object{"kind": "address", "text": canary}).Want(201).Text("id")
	w.karin.Get(at).Want(200).Shows(canary)
	w.kim.Get(at).Want(200).Shows(canary)
	w.As("bo").Get(at).Want(200).Shows(`"totalRecords":0`).Hides(canary) // each unit has its own
	w.lena.Get(at).Want(200).Hides(canary)
	for who, status := range map[string]int{"liv": 404, "agnes": 403, "moa": 403, "amir": 403, "lo": 403} {
		w.As(who).Get(at).Want(status).Hides(canary)
	}
	w.record(w.lena, "confidentiality-marking").Want(201) // another service's level counts as much
	for _, c := range []testkit.Client{w.karin, w.kim, w.As("bo"), w.lena} {
		c.Get(at).Refused(404, "not-found").Hides(canary)
		c.Post(at, object{"kind": "phone", "text": canary}).Refused(404, "not-found")
		c.Post("/whereabouts/"+id+"/endings", object{"endsOn": before}).Refused(404, "not-found")
	}
	w.name(w.karin, "karin", "2021-06-30").Refused(403, "denied")
	w.name(w.kim, "kim", "2021-06-30").Refused(422, "invalid-value", "/personId") // it takes two
	w.name(w.kim, "bo", "2021-06-30").Refused(422, "unknown-colleague", "/personId")
	w.name(w.kim, "karin", "2020-01-01").Refused(422, "dates-out-of-order", "/validTo")
	named := w.name(w.kim, "karin", "2021-06-30").Want(201).Shows("Karin Lund").Text("id")
	w.name(w.kim, "karin", "2021-02-01").Refused(409, "duplicate")
	w.karin.Get(at).Want(200).Shows(canary)
	w.kim.Get(at).Refused(404, "not-found")
	for _, place := range []string{w.plan, w.child, "/children", "/plans", w.child + "/relations", w.child + "/case-workers"} {
		w.karin.Get(place).Want(200).Hides(canary) // no other answer holds them
	}
	w.bibi.Post("/whereabouts-readers/"+named+"/endings", object{"endsOn": before}).Refused(404, "not-found")
	w.kim.Post("/whereabouts-readers/"+named+"/endings", object{"endsOn": before}).Want(200)
	w.On("2020-12-16")
	w.karin.Get(at).Refused(404, "not-found")
}

// TestR31WhoTakesPart: who takes part in a protected child's plan is seen by the own domain, by who called, and by those
// who are named; whose an item is and who carries it out goes with it.
func TestR31WhoTakesPart(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.karin.Post(w.plan+"/interventions", object{"title": "Avlastning", "contactName": canary, "outsideActor": canary, "visibility": "family"}).Want(201)
	units := func(c testkit.Client) (all []string) {
		for _, y := range c.Get(w.plan).Want(200).Rows("parties") {
			all = append(all, y["unit"].(object)["id"].(string))
		}
		slices.Sort(all)
		return all
	}
	all := units(w.bea)
	if len(all) != 5 {
		t.Fatalf("before, five units are seen, got %v", all)
	}
	w.bea.Get(w.plan).Want(200).Shows(canary, "overallResponsible", "nextFollowUpUnit", "Karin Lund")
	w.record(w.karin, "confidentiality-marking").Want(201)
	own := []string{demo.UnitID("bup").String()}
	for who, want := range map[string][]string{"bea": own, "bibi": own, "lena": all} {
		if got := units(w.As(who)); !slices.Equal(got, want) {
			t.Errorf("%s sees %v, want %v", who, got, want)
		}
	}
	hidden := w.bea.Get(w.plan).Want(200).Shows("Avlastning", "Familjebehandling", "Samtalskontakt").
		Hides(canary, "overallResponsible", "nextFollowUpUnit", "Barn och unga 1", "Karin Lund", "Samverkan och stöd", "Funktionsstöd")
	of := hidden.Row("interventions", "title", "Avlastning")
	if of["owner"] != nil || of["responsible"] != nil || of["secrecy"] == nil || of["own"] != false {
		t.Errorf("an item without place: %v", of)
	}
	w.bea.Get("/interventions/"+of["id"].(string)).Want(200).Hides(canary, "Barn och unga 1", "responsible")
	w.lena.Get(w.plan).Want(200).Shows(canary, "Barn och unga 1") // the school called it
	w.name(w.bibi, "bea", "2021-06-30").Want(201)
	w.bea.Get(w.plan).Want(200).Shows(canary, "Barn och unga 1", "overallResponsible")
	if got := units(w.bea); !slices.Equal(got, all) {
		t.Errorf("named, bea sees %v", got)
	}
	w.bibi.Get(w.plan).Want(200).Hides(canary)
}

// TestR31WhoDisclosed: what a legal ground opens of a protected child does not tell the receiver from where it comes.
func TestR31WhoDisclosed(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	item := w.karin.Get(w.plan).ID("interventions", "title", "Utredning av familjens situation")
	at := "/items/" + item + "/disclosures"
	w.karin.Post(at, toBUP(canary)).Want(201).Shows("Barn och unga 1")
	w.bea.Get(at).Want(200).Shows(`"from"`, "Barn och unga 1")
	w.record(w.karin, "protected-registration").Want(201)
	w.bea.Get(at).Want(200).Shows("BUP Hisingen", `"totalRecords":1`).Hides(`"from"`, "Barn och unga 1")
	w.bea.Get(w.plan).Want(200).Shows("Utredning av familjens situation").Hides("Barn och unga 1")
	w.karin.Get(at).Want(200).Shows("Barn och unga 1")
	w.name(w.bibi, "bea", "2021-06-30").Want(201)
	w.bea.Get(at).Want(200).Shows("Barn och unga 1")
}
