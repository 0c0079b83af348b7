package httpapi_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"samplan/internal/document"
	"samplan/internal/document/documenttest"
	"samplan/internal/testkit"
)

// proved fails unless the document is as it was made, and gives how many parts it has.
func proved(t *testing.T, a testkit.Answer) int {
	t.Helper()
	r, err := document.Verify([]byte(a.Body), nil)
	if err != nil || !r.IsProved() {
		t.Fatalf("%v %q\n%s", err, r.Findings, a.Body)
	}
	return r.Parts
}

// TestR22PlanDocument: the document has what the same reader's plan has, and no part, hash or count of anything else.
func TestR22PlanDocument(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, child := planOf(w.As("lena"), "Lo Haddad")
	at := "/plans/" + plan + "/document"
	first, own := proved(t, w.As("lena").Get(at).Want(200)), proved(t, w.As("karin").Get(at).Want(200))
	w.As("karin").Post("/plans/"+plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
	w.As("karin").Post("/plans/"+plan+"/interventions", object{"title": canary, "visibility": "unit"}).Want(201)
	lena := w.As("lena").Get(at).Want(200).Hides(canary)
	if n := proved(t, lena); n != first {
		t.Errorf("%d parts, were %d: what is hidden is counted", n, first)
	}
	lena.Shows(`<html lang="sv">`, "<title>Samordnad individuell plan</title>", "<h2>Insatser</h2>", "Familjebehandling", "Lo Haddad", "Herrgårdsskolan").Hides(plan, child, "Haddad</title>")
	karin := w.As("karin").Get(at).Want(200).Shows("<h2>Egna anteckningar</h2>", "<h3>"+canary+"</h3>")
	if n := proved(t, karin); n != own+2 {
		t.Errorf("Karin's own has %d parts, want two more than %d", n, own)
	}
	w.As("lena").Get(at+"?language=en").Want(200).Shows(`<html lang="en">`, "<h2>Interventions</h2>", "Overall responsibility").Hides("Insatser")
	if media := lena.Header.Get("Content-Type"); media != "text/html; charset=utf-8" {
		t.Errorf("content type %q", media)
	}
	if name := lena.Header.Get("Content-Disposition"); name != `inline; filename="plan.html"` {
		t.Errorf("disposition %q", name)
	}
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(lena.Body)[1]
	sum := sha256.Sum256([]byte(style))
	if policy := lena.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
		t.Errorf("the policy %q does not allow the document's own style", policy)
	}
	for _, stranger := range []string{"liv", "cilla", "bibi"} {
		if got := w.As(stranger).Get(at); got.Status != w.As(stranger).Get("/plans/"+plan).Status {
			t.Errorf("%s gets %d", stranger, got.Status)
		}
	}
	w.As("liv").Get(at).Refused(404, "not-found")
	w.As("amir").Get(at).Refused(403, "denied")
	w.As("lena").Get("/my"+at).Refused(403, "denied")
}

// TestR27FamilyDocument: what is withheld from the family is in no copy of theirs, nor is it counted.
func TestR27FamilyDocument(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	at := "/my/plans/" + plan + "/document"
	first := proved(t, w.As("amir").Get(at).Want(200).Shows("Familjebehandling"))
	item := w.As("karin").Get("/plans/"+plan).ID("interventions", "title", "Familjebehandling")
	w.As("karin").Post("/items/"+item+"/withholdings", object{"everyGuardian": true, "reason": canary}).Want(201)
	for _, format := range []string{"html", "pdf"} {
		got := w.As("amir").Get(at+"?format="+format).Want(200).Hides("Familjebehandling", canary, item)
		if n := proved(t, got); n != first-1 {
			t.Errorf("%s: %d parts, want %d", format, n, first-1)
		}
	}
	w.As("lo").Get(at).Want(200).Shows("Familjebehandling")
	w.As("samira").Get(at).Refused(404, "not-found")
}

// TestR7VersionDocument: a dispatched version as a document stays what it was.
func TestR7VersionDocument(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	at := "/plans/" + plan + "/versions/1/document"
	was := w.As("lena").Get(at).Want(200).Shows("Planen, version 1", "Familjebehandling")
	proved(t, was)
	item := w.As("karin").Get("/plans/"+plan).ID("interventions", "title", "Familjebehandling")
	read := w.As("karin").Get("/interventions/" + item)
	w.As("karin").Put("/interventions/"+item, read.ETag(), object{"title": canary, "status": "done", "category": "interventions", "visibility": "family"}).Want(200)
	if is := w.As("lena").Get(at).Want(200); documenttest.Unsalted(is.Body) != documenttest.Unsalted(was.Body) {
		t.Errorf("a dispatched version changed: %s", is.Body)
	}
	w.As("karin").Post("/plans/"+plan+"/goals", object{"text": "Sover gott", "horizon": "short", "area": "health", "visibility": "parties"}).Want(201)
	w.As("lena").Post("/plans/"+plan+"/dispatches", object{}).Want(201)
	w.As("karin").Get("/plans/" + plan + "/versions/2").Want(200).Shows(`"area":"health"`)
	w.As("karin").Get("/plans/"+plan+"/versions/2/document").Want(200).Shows("Sover gott", "Livsområde")
	w.As("lena").Get("/plans/"+plan+"/versions/9/document").Refused(404, "not-found")
}

// TestR31DocumentsOfProtectedChildren: neither title, file name nor properties say whom a document is about.
func TestR31DocumentsOfProtectedChildren(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, child := planOf(w.As("lena"), "Lo Haddad")
	read := w.As("lena").Get("/children/" + child)
	w.As("lena").Put("/children/"+child, read.ETag(), object{"givenName": "Lo", "familyName": "Haddad", "protection": "protected-registration"}).Want(200)
	for _, query := range []string{"", "?format=pdf", "?language=en"} {
		a := w.As("lena").Get("/plans/" + plan + "/document" + query).Want(200)
		for name, values := range a.Header {
			if strings.Contains(strings.Join(values, " "), "Haddad") {
				t.Errorf("the header %s tells the name", name)
			}
		}
		for _, title := range regexp.MustCompile(`(?s)<title>.*?</title>|/Title \([^)]*\)`).FindAllString(a.Body, -1) {
			if strings.Contains(title, "Haddad") || strings.Contains(title, "Lo") {
				t.Errorf("the title tells the name: %s", title)
			}
		}
	}
}

// TestR36DocumentsAreLogged: a copy that was taken out is in the log as that, and its own id leads there.
func TestR36DocumentsAreLogged(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	taken := w.As("karin").Get("/plans/" + plan + "/document?format=pdf").Want(200)
	r, err := document.Verify([]byte(taken.Body), nil)
	if err != nil {
		t.Fatal(err)
	}
	var operation, outcome string
	if err := w.Owner.QueryRowContext(t.Context(), "SELECT DISTINCT operation, outcome FROM audit_entry WHERE request_id = $1", r.Document).Scan(&operation, &outcome); err != nil {
		t.Fatal(err)
	}
	if operation != "GetPlanDocument" || outcome != "done" {
		t.Errorf("the log says %s %s", operation, outcome)
	}
	w.As("amir").Get("/my/plans/" + plan + "/document").Want(200)
	w.As("amir").Get("/my/log-extract?from="+before).Want(200).Shows("exported", "Tog ut planen som ett dokument", "Du tog ut ett dokument")
}

// TestR9DisagreementFollowsEveryCopy: what the father objected to stands in every document of the plan, of each reader.
func TestR9DisagreementFollowsEveryCopy(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	w.As("amir").Post("/my/plans/"+plan+"/disagreements", object{"text": canary}).Want(201)
	number := w.As("lena").Post("/plans/"+plan+"/dispatches", object{}).Want(201).JSON()["number"]
	for _, format := range []string{"html", "pdf"} {
		for path, who := range map[string]string{
			"/my/plans/" + plan + "/document": "amir", "/plans/" + plan + "/document": "lena",
			fmt.Sprintf("/plans/%s/versions/%v/document", plan, number): "lena",
		} {
			proved(t, w.As(who).Get(path+"?format="+format).Want(200).Shows("Avvikande mening", canary))
		}
	}
}
