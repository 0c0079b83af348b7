package httpapi_test

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"samplan/internal/testkit"
)

// TestR37LogExtractToPrint: the page says what the list says, by service, in the language asked for, and shows nothing else.
func TestR37LogExtractToPrint(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, child := planOf(w.As("lena"), "Lo Haddad")
	w.As("karin").Get("/plans/" + plan).Want(200)
	w.As("karin").Post("/plans/"+plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
	const page = "/my/log-extract/page?from=" + before
	swedish := w.As("amir").Get(page).Want(200).Shows(
		`<html lang="sv">`, "<h1>Loggutdrag</h1>", "Barn och unga 1", "Läste planen", "Handläggare", "Lo Haddad", "Göteborgs Stad").
		Hides(canary, "Karin", plan, child, "ZgotmplZ")
	w.As("lo").Get(page+"&language=en").Want(200).Shows(`<html lang="en">`, "<h1>Log extract</h1>", "Read the plan", "Caseworker").Hides("Läste")
	if got := swedish.Header.Get("Content-Type"); got != "text/html; charset=utf-8" {
		t.Errorf("content type %q", got)
	}
	if n := strings.Count(swedish.Body, "<h2>Barn och unga 1</h2>"); n != 1 {
		t.Errorf("%d groups of one service", n)
	}
	style := swedish.Body[strings.Index(swedish.Body, "<style>")+len("<style>") : strings.Index(swedish.Body, "</style>")]
	sum := sha256.Sum256([]byte(style))
	if policy := swedish.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") || !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("the policy %q does not allow the page's own style", policy)
	}
	w.As("amir").Get("/my/log-extract/page?to=2019-12-31").Want(200).Shows("Det finns inget i loggen").Hides("<table>")
	w.As("amir").Get("/my/log-extract/page?from=2020-12-15&to=2020-12-14").Refused(422, "dates-out-of-order")
	w.As("amir").Get("/my/log-extract/page?language=fi").Want(400)
	for _, who := range []string{"karin", "disa", "agnes"} {
		w.As(who).Get(page).Refused(403, "denied")
	}
	w.As("samira").Get(page+"&childId="+child).Want(200).Hides("Lo Haddad", "<table>")
}

// TestLogPageEscapes: what somebody has called a unit is text on the page.
func TestLogPageEscapes(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	w.As("karin").Get("/plans/" + plan).Want(200)
	if _, err := w.Owner.ExecContext(t.Context(), `UPDATE unit SET name = '<script>alert(1)</script>' WHERE name = 'Barn och unga 1'`); err != nil {
		t.Fatal(err)
	}
	w.As("amir").Get("/my/log-extract/page").Want(200).Shows("&lt;script&gt;").Hides("<script")
}
