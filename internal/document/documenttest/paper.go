package documenttest

import (
	"context"
	"fmt"
	"regexp"
	"strings"
)

// Paper stands where the browser is: it gives a PDF as Chromium builds it, with an empty sheet. What a document is made of
// goes along in the file, so tests see it all the same; tests with tag e2e print in earnest.
type Paper struct{}

// Print implements app.Browser.
func (Paper) Print(context.Context, []byte) ([]byte, error) {
	const head = "%PDF-1.4\n1 0 obj\n<</Title (Plan)\n/Creator (Mozilla/5.0 HeadlessChrome/999 Safari/999)\n" +
		"/Producer (Skia/PDF m999)\n/CreationDate (D:20991231235959+00'00')\n/ModDate (D:20991231235959+00'00')>>\nendobj\n"
	body := head + "2 0 obj\n<</Type /Pages\n/Kids []\n/Count 0>>\nendobj\n3 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\n"
	table := fmt.Sprintf("xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n", 9, len(head), len(head)+52)
	return fmt.Appendf(nil, "%s%strailer\n<</Size 4\n/Root 3 0 R\n/Info 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", body, table, len(body)), nil
}

var (
	aManifest   = regexp.MustCompile(`\{"publicKey":"[^\n]*?\}\}|\{"signature":"[^\n]*?"sha256":"[^\n]*?\}\}`)
	aProof      = regexp.MustCompile(`[0-9a-f]{64}|[0-9a-f]{32}|[A-Za-z0-9+/]{43,86}={1,2}`)
	aDocumentID = regexp.MustCompile(`"statement":\{"document":"([^"]*)"`)
)

// Unsalted takes out of a document what chance and the moment have put into it: its id, salts, and the hashes and signatures
// over them. How many there are stays, and where they stand.
func Unsalted(text string) string {
	if m := aDocumentID.FindStringSubmatch(text); m != nil {
		text = strings.ReplaceAll(text, m[1], "<document>")
	}
	if !strings.Contains(text, `{"publicKey":"`) && !strings.Contains(text, `{"signature":"`) {
		return text
	}
	return aManifest.ReplaceAllStringFunc(text, func(m string) string { return aProof.ReplaceAllString(m, "<proof>") })
}
