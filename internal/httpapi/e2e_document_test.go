//go:build e2e

package httpapi_test

import (
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"samplan/internal/printer"
	"samplan/internal/testkit"
)

// tool runs a program that reads PDFs and was not written by us.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput() //nolint:gosec // G204: fixed words
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// realPrinter is a browser, ended with the test.
func realPrinter(t *testing.T) *printer.Printer {
	t.Helper()
	where, err := printer.Find(os.Getenv(printer.Variable))
	if err != nil {
		t.Fatal(err)
	}
	p := printer.New(where, slog.New(slog.DiscardHandler), printer.Limits{})
	t.Cleanup(p.Close)
	return p
}

func fileOf(t *testing.T, a testkit.Answer) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, []byte(a.Want(200).Body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestE2EDocumentsAsPDF: other programs find a whole, tagged PDF in the right language, with headings, text and nothing that
// is withheld, not even where they take every stream apart; and nothing about its making.
func TestE2EDocumentsAsPDF(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPIWith(t, before, realPrinter(t))
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	item := w.As("karin").Get("/plans/"+plan).ID("interventions", "title", "Familjebehandling")
	w.As("karin").Post("/items/"+item+"/withholdings", object{"everyGuardian": true, "reason": canary}).Want(201)
	for name, c := range map[string]struct {
		who, path, title, language string
		shows, hides               []string
	}{
		"staff":   {"karin", "/plans/" + plan + "/document?format=pdf", "Samordnad individuell plan", "sv", []string{"Familjebehandling", "Lo Haddad", "1 ("}, []string{canary}},
		"version": {"lena", "/plans/" + plan + "/versions/1/document?format=pdf&language=en", "The plan, version 1", "en", []string{"Interventions"}, []string{"Insatser"}},
		"family":  {"amir", "/my/plans/" + plan + "/document?format=pdf", "Samordnad individuell plan", "sv", []string{"Korttidsvistelse"}, []string{"Familjebehandling", canary}},
		"easy":    {"amir", "/my/plans/" + plan + "/document?format=pdf&language=sv-simple", "Gemensam plan (SIP)", "sv-simple", []string{"Korttidsvistelse", "Barn"}, []string{"Familjebehandling", "Insatser"}},
		"arabic":  {"amir", "/my/plans/" + plan + "/document?format=pdf&language=ar", "خطة فردية منسَّقة (SIP)", "ar", []string{"Korttidsvistelse", "Lo Haddad", "الطفل"}, []string{"Familjebehandling", "Insatser", canary}},
		"log":     {"amir", "/my/log-extract/page?format=pdf", "Loggutdrag", "sv", []string{"Handläggare"}, []string{"Karin", canary}},
	} {
		answer := w.As(c.who).Get(c.path)
		proved(t, answer)
		file := fileOf(t, answer)
		tool(t, "qpdf", "--check", file)
		bare := tool(t, "qpdf", "--qdf", "--object-streams=disable", file, "-")
		text := tool(t, "pdftotext", "-layout", file, "-")
		about := tool(t, "pdfinfo", file)
		structure := tool(t, "pdfinfo", "-struct-text", file)
		if c.language != "ar" { // what runs from right to left comes out as it was drawn, vowel signs apart
			c.shows = append(c.shows, c.title)
		}
		for _, want := range c.shows {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in the text\n%s", name, want, text)
			}
		}
		for _, hidden := range append(c.hides, "Skia", "Chrome", "Mozilla") {
			if strings.Contains(text+bare+about+answer.Body, hidden) {
				t.Errorf("%s: %q is in the file", name, hidden)
			}
		}
		for _, want := range []string{"Title:           " + c.title, "Tagged:          yes", "JavaScript:      no", "A4"} {
			if !strings.Contains(about, want) {
				t.Errorf("%s: want %q\n%s", name, want, about)
			}
		}
		if !strings.Contains(bare, "/Lang ("+c.language+")") || !strings.Contains(structure, "H1") || !strings.Contains(structure, "H2") {
			t.Errorf("%s: no language or no headings\n%s", name, structure)
		}
	}
}

// TestE2EPDFTellsOfItsPageAlone: the same page gives the same bytes, so that what two worlds show on a page is all that
// their PDFs can show.
func TestE2EPDFTellsOfItsPageAlone(t *testing.T) {
	t.Parallel()
	p := realPrinter(t)
	w := testkit.NewAPIWith(t, before, p)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	page := []byte(w.As("lena").Get("/plans/" + plan + "/document").Want(200).Body)
	var drawn []string
	for range 2 {
		text, err := p.Print(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		drawn = append(drawn, string(text))
		if other, err := p.Print(t.Context(), []byte("<!doctype html><title>x</title><p>annat")); err != nil || strings.Contains(string(other), "annat") {
			t.Fatalf("an uncompressed PDF, or none: %v", err)
		}
	}
	if perSecond(drawn[0]) != perSecond(drawn[1]) {
		t.Error("one page was printed in two ways")
	}
}

// perSecond takes out when a PDF was printed.
func perSecond(pdf string) string { return printedAt.ReplaceAllString(pdf, "") }

var printedAt = regexp.MustCompile(`\(D:[0-9]{14}[^)]*\)`)
