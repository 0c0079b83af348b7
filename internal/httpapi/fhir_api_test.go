package httpapi_test

import (
	"encoding/json"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// own are the words of a bundle that come from no answer but from codes.
var own = []string{
	"restricted", "very restricted", "all demographic information sensitivity", "Sekretessmarkering", "Skyddad folkbokföring", "Author",
	"Samordnad individuell plan", "Part i planen", "Övergripande ansvar", "Uppföljning", "Mål på lång sikt", "Mål på kort sikt",
	"Initiativtagare", "Sammankallande", "Mötesledare", "Barnets samordnare", "Sekreterare", "Kontakt för den övergripande ansvarige", "barnet", "Vårdnadshavare", "Barnet",
	"Samtycke till planen", "Samtycke till att dela uppgifter", "Behov av stöd", "Hälsa", "Skolgång", "Familjens situation", "Mål", "Insatser",
	"Synpunkter", "Delaktighet", "Barnets egna ord", "10 kap. 8 § socialtjänstlagen (2025:400), 16 kap. 4 § hälso- och sjukvårdslagen (2017:30)",
	"10 kap. 1 § och 12 kap. 2 § offentlighets- och sekretesslagen (2009:400)",
}

// spoken gathers the texts of an answer; of a bundle those that say something in words.
func spoken(t *testing.T, body string, isBundle bool) []string {
	t.Helper()
	var tree any
	if err := json.Unmarshal([]byte(body), &tree); err != nil {
		t.Fatal(err)
	}
	var all []string
	var walk func(string, any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case string:
			if !isBundle || strings.Contains(" display text name family given title description authorString ", " "+key+" ") {
				all = append(all, strings.TrimPrefix(strings.TrimPrefix(v, "Barnets egna ord: "), "Avvikande mening: "))
			}
		case []any:
			for _, e := range v {
				walk(key, e)
			}
		case map[string]any:
			for k, e := range v {
				walk(k, e)
			}
		}
	}
	walk("", tree)
	return all
}

// said gathers the texts of what a reader gets by the API's other answers about a plan and its child.
func (w *guarded) said(t *testing.T, c testkit.Client, staff bool) string {
	t.Helper()
	paths := []string{w.my, w.my + "/role-holders", w.my + "/evaluations", "/my/consents"}
	if staff {
		paths = []string{w.plan, w.plan + "/role-holders", w.plan + "/evaluations", w.child, w.child + "/consents?limit=100"}
	}
	texts := own
	for _, p := range paths {
		if a := c.Get(p); a.Status == 200 {
			texts = append(texts, spoken(t, a.Body, false)...)
		}
	}
	return strings.Join(texts, "\n")
}

// wantNoMore holds a reader's bundle against what it gets otherwise, and against the plan's own goals and interventions.
func (w *guarded) wantNoMore(t *testing.T) {
	t.Helper()
	for _, who := range []string{"lena", "karin", "bo", "bea", "moa", "amir", "eva", "lo"} {
		staff, at := demo.Find(who).Number == "", w.my
		if staff {
			at = w.plan
		}
		plan, c := w.As(who).Get(at), w.As(who)
		bundle := c.Get(at + "/fhir").Want(plan.Status)
		if plan.Status != 200 {
			t.Fatalf("%s gets %d", who, plan.Status)
		}
		all := w.said(t, c, staff)
		for _, text := range spoken(t, bundle.Body, true) {
			if !strings.Contains(all, text) {
				t.Errorf("%s is told %q by no other answer", who, text)
			}
		}
		for _, g := range plan.Rows("goals") {
			bundle.Shows(g["id"].(string))
		}
		for _, i := range plan.Rows("interventions") {
			bundle.Shows(i["id"].(string))
		}
	}
}

// TestR22FHIRHasNoMoreThanThePlan: each reader's bundle has what its other answers have, all goals and interventions of its
// plan, and nothing else; what comes to be hidden from it changes no byte.
func TestR22FHIRHasNoMoreThanThePlan(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.wantNoMore(t)
	number := demo.Find("lo").Number
	first := w.lena.Get(w.plan+"/fhir").Want(200).Shows(`"resourceType":"Bundle"`, "electronichealth.se/identifier/personnummer", number)
	if media := first.Header.Get("Content-Type"); media != "application/fhir+json; fhirVersion=4.0" {
		t.Errorf("content type %q", media)
	}
	if n := strings.Count(first.Body, number); n != 1 {
		t.Errorf("the number stands in %d places", n)
	}
	w.amir.Get(w.my+"/fhir").Want(200).Hides(number, "identifier/personnummer", demo.UnitID("bou1").String())
	w.karin.Post(w.plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
	w.karin.Post(w.plan+"/goals", object{"text": canary, "horizon": "long", "visibility": "unit"}).Want(201)
	w.karin.Post(w.plan+"/interventions", object{"title": canary, "visibility": "unit"}).Want(201)
	w.karin.Get(w.plan + "/fhir").Want(200).Shows(canary)
	if again := w.lena.Get(w.plan + "/fhir").Want(200).Hides(canary); again.Body != first.Body {
		t.Errorf("what is hidden changed what is shown:\n%s\n%s", first.Body, again.Body)
	}
	w.As("liv").Get(w.plan+"/fhir").Refused(404, "not-found")
	w.As("samira").Get(w.my+"/fhir").Refused(404, "not-found")
	w.amir.Get(w.plan+"/fhir").Refused(403, "denied")
	w.lena.Get(w.my+"/fhir").Refused(403, "denied")
	w.lena.Get("/plans/01995c3e-7a10-7c41-9a52-3f0b6d1e0d99/fhir").Refused(404, "not-found")
}

// TestR27FHIRForTheFamily: what is withheld from the guardians is in no bundle of theirs, and nothing points at it.
func TestR27FHIRForTheFamily(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	item := w.karin.Get(w.plan).ID("interventions", "title", "Familjebehandling")
	w.amir.Get(w.my+"/fhir").Want(200).Shows("Familjebehandling", item)
	w.amir.Post(w.my+"/disagreements", object{"text": canary}).Want(201)
	w.lena.Get(w.plan + "/fhir").Want(200).Shows("Avvikande mening: " + canary) // R9
	w.karin.Post("/items/"+item+"/withholdings", object{"everyGuardian": true, "reason": "x"}).Want(201)
	w.amir.Get(w.my+"/fhir").Want(200).Shows("Avvikande mening: "+canary).Hides("Familjebehandling", item)
	w.As("lo").Get(w.my+"/fhir").Want(200).Shows("Familjebehandling", item)
	w.wantNoMore(t)
}

// TestR31FHIROfAProtectedChild: it is labelled, whereabouts are in no bundle, and who may not know where the child is is told
// of no unit that it does not see in the plan.
func TestR31FHIROfAProtectedChild(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.karin.Post(w.child+"/whereabouts", object{"kind": "address", "text": canary}).Want(201)
	w.lena.Get(w.plan+"/fhir").Want(200).Shows(`"code":"R"`).Hides(`"DEMO"`, "SecurityLabel")
	w.record(w.karin, "confidentiality-marking").Want(201)
	w.lena.Get(w.plan+"/fhir").Want(200).Shows(`"code":"V"`, `"DEMO"`, `"sekretessmarkering"`).Hides(`"code":"R"`, canary)
	w.record(w.lena, "protected-registration").Want(201)
	w.karin.Get(w.plan+"/fhir").Want(200).Shows(`"skyddadFolkbokforing"`).Hides(canary, "address", "telecom")
	w.amir.Get(w.my+"/fhir").Want(200).Shows(`"DEMO"`).Hides("SecurityLabel", canary) // which level it is, the family is not told
	w.wantNoMore(t)
}

// TestR36FHIRIsLogged: what was taken out for another system is in the log, and in the family's extract as that.
func TestR36FHIRIsLogged(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.karin.Get(w.plan + "/fhir").Want(200)
	w.amir.Get(w.my + "/fhir").Want(200)
	var staff, family int
	if err := w.Owner.QueryRowContext(t.Context(), `SELECT count(*) FILTER (WHERE operation = 'GetPlanFhir' AND child_id::text = $1 AND cardinality(objects) > 5),
	  count(*) FILTER (WHERE operation = 'GetMyPlanFhir' AND child_id::text = $1) FROM audit_entry WHERE outcome = 'done'`,
		strings.TrimPrefix(w.child, "/children/")).Scan(&staff, &family); err != nil {
		t.Fatal(err)
	}
	if staff != 1 || family != 1 {
		t.Errorf("logged %d times for staff, %d for the family", staff, family)
	}
	w.amir.Get("/my/log-extract?from="+before).Want(200).Shows("exported", "Tog ut planen som ett dokument")
}
