package httpapi_test

import (
	"bytes"
	"net/http"
	"os"
	"strings"
	"testing"

	"samplan/internal/testkit"
)

const asFile = "application/octet-stream"

// send puts a file in the place of an attachment's.
func sendFile(c testkit.Client, at, file string) testkit.Answer {
	return c.Send(http.MethodPut, at+"/content", file, "Content-Type", asFile, "If-Match", c.Get(at).ETag())
}

// TestR21Attachments: a file is for the own unit alone until it has arrived and is what it says; then it is there for those
// for whom it is meant, and for nobody else; and when it is taken back for nobody.
func TestR21Attachments(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	pdf := "%PDF-1.7\n" + strings.Repeat("utredning ", 60_000) // several pieces
	add := func(c testkit.Client, visibility string) string {
		body := object{"fileName": `C:\x\Utredning åäö.PDF`, "mediaType": "application/pdf", "text": "Från läkaren", "category": "interventions", "visibility": visibility}
		return "/attachments/" + c.Post(w.plan+"/attachments", body).Want(201).Shows("Utredning åäö.pdf", `"awaiting"`, `"visibility":"unit"`).Text("id")
	}
	at := add(w.karin, "family")
	for _, c := range []testkit.Client{w.bea, w.lena, w.As("siv")} {
		c.Get(at).Refused(404, "not-found")
		c.Get(at+"/content").Refused(404, "not-found")
	}
	w.amir.Get("/my"+at+"/content").Refused(404, "not-found")
	w.karin.Get(at+"/content").Refused(404, "not-found") // not there yet
	for _, file := range []string{"<html>", "GIF89a", "", "MZ\x00\x01"} {
		sendFile(w.karin, at, file).Refused(422, "file-type-differs")
	}
	sendFile(w.karin, at, "ren text").Refused(422, "file-type-differs")
	sendFile(w.karin, at, pdf+strings.Repeat("a", 1<<20)).Refused(413, "content-too-large")
	w.karin.Send(http.MethodPut, at+"/content", pdf, "Content-Type", asFile).Refused(428, "version-required")
	w.karin.Send(http.MethodPut, at+"/content", pdf, "Content-Type", asFile, "If-Match", `"7"`).Refused(412, "stale-version")
	w.karin.Send(http.MethodPut, at+"/content", pdf, "Content-Type", "application/pdf", "If-Match", `"1"`).Refused(415, "unsupported-media-type")
	w.bea.Send(http.MethodPut, at+"/content", pdf, "Content-Type", asFile, "If-Match", `"1"`).Refused(404, "not-found")
	sendFile(w.karin, at, pdf).Want(200).Shows(`"ready"`, `"visibility":"family"`)
	sendFile(w.karin, at, pdf).Refused(409, "already-ended")
	w.wantTaken(t, at, pdf)
}

// wantTaken: whom it is meant for gets the file, to be saved; nobody else does; when it is taken back nobody.
func (w *guarded) wantTaken(t *testing.T, at, pdf string) {
	t.Helper()
	wantFile := func(c testkit.Client, path string) {
		t.Helper()
		a := c.Get(path).Want(200)
		if a.Body != pdf || a.Header.Get("Content-Type") != asFile || a.Header.Get("X-Content-Type-Options") != "nosniff" ||
			a.Header.Get("Cache-Control") != "no-store" || !strings.HasPrefix(a.Header.Get("Content-Disposition"), `attachment; filename="Utredning ___.pdf"`) {
			t.Errorf("%s: %d bytes, %v", path, len(a.Body), a.Header)
		}
	}
	for _, c := range []testkit.Client{w.karin, w.kim, w.bea, w.lena} {
		wantFile(c, at+"/content")
		c.Get(w.plan).Want(200).Shows("Utredning åäö.pdf")
	}
	wantFile(w.amir, "/my"+at+"/content")
	w.amir.Get(w.my).Want(200).Shows("Utredning åäö.pdf", `"state":"ready"`)
	w.As("liv").Get(at+"/content").Refused(404, "not-found")
	w.As("agnes").Get(at+"/content").Refused(403, "denied")
	w.bea.Post(at+"/withdrawals", object{"reason": "x"}).Refused(403, "denied")
	wantHits(t, look(w.bea, "utredning åäö"), "Utredning åäö.pdf")

	w.karin.Post("/items/"+at[len("/attachments/"):]+"/withholdings", object{"everyGuardian": true, "reason": canary}).Want(201)
	w.amir.Get("/my"+at+"/content").Refused(404, "not-found")
	w.karin.Post(at+"/withdrawals", object{"reason": "Fel fil"}).Want(200).Shows(`"withdrawn"`)
	w.karin.Get(at+"/content").Refused(404, "not-found")
	w.bea.Get(at).Want(200).Shows(`"withdrawn"`).Hides(`"size"`)
	if n := rowsOf(t, w, "SELECT count(*) FROM attachment_content"); n != 0 {
		t.Errorf("%d pieces are left", n)
	}
	if n := rowsOf(t, w, "SELECT count(*) FROM audit_entry WHERE operation = 'GetAttachmentContent' AND outcome = 'done' AND objects <> '{}'"); n != 4 {
		t.Errorf("the log tells of %d files taken out", n)
	}
}

// TestFilesLieEncrypted: nothing of a file stands in the database, two equal ones look different, and nothing is left on disk.
func TestFilesLieEncrypted(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	var sealed [][]byte
	for range 2 {
		body := object{"fileName": "a.txt", "mediaType": "text/plain", "visibility": "unit"}
		at := "/attachments/" + w.karin.Post(w.plan+"/attachments", body).Want(201).Text("id")
		sendFile(w.karin, at, strings.Repeat("hemlig ", 100)).Want(200)
		w.bea.Get(at+"/content").Refused(404, "not-found") // for the own unit
		var b []byte
		if err := w.Owner.QueryRowContext(t.Context(), "SELECT bytes FROM attachment_content WHERE item_id = $1", at[len("/attachments/"):]).Scan(&b); err != nil {
			t.Fatal(err)
		}
		sealed = append(sealed, b)
	}
	if bytes.Contains(sealed[0], []byte("hemlig")) || bytes.Equal(sealed[0], sealed[1]) {
		t.Error("files lie open, or tell that they are equal")
	}
	left, err := os.ReadDir(os.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if strings.HasPrefix(f.Name(), "attachment-") {
			t.Logf("on its way: %s", f.Name()) // another test's
		}
	}
}

func rowsOf(t *testing.T, w *guarded, query string) (n int) {
	t.Helper()
	if err := w.Owner.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// files are an attachment in Milo's plan, one that awaits its file, and one for the family in Lo's.
func (w *town) files(ids map[string]string) {
	karin := w.As("karin")
	add := func(plan, visibility string) string {
		body := object{"fileName": "a.txt", "mediaType": "text/plain", "visibility": visibility}
		return karin.Post("/plans/"+plan+"/attachments", body).Want(201).Text("id")
	}
	lo, _ := planOf(karin, "Lo Haddad")
	ids["attachmentId"], ids["awaitingId"], ids["loAttachment"] = add(ids["planId"], "family"), add(ids["planId"], "unit"), add(lo, "family")
	sendFile(karin, "/attachments/"+ids["attachmentId"], "en fil").Want(200)
	sendFile(karin, "/attachments/"+ids["loAttachment"], "en fil").Want(200)
}

func attachments(add adder) {
	add("karin", "GetAttachment", nil)
	add("karin", "GetAttachmentContent", nil)
	add("amir", "GetMyAttachmentContent", nil, "attachmentId", "loAttachment")
	add("karin", "AddAttachment", object{
		"fileName": canary, "mediaType": "application/pdf", "text": canary, "category": "health", "visibility": "family",
	})
	add("karin", "PutAttachmentContent", nil, "attachmentId", "awaitingId")
	add("karin", "WithdrawAttachment", object{"reason": canary})
}
