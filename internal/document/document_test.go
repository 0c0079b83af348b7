package document_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/audit"
	"samplan/internal/civil"
	"samplan/internal/document"
	"samplan/internal/document/documenttest"
)

const id = "01995c3e-7a10-7c41-9a52-3f0b6d1e0d01"

func signer(t testing.TB) *audit.Signer {
	t.Helper()
	secret, _, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	s, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// made is a document of some blocks, with the key that it is signed with.
func made(t testing.TB, s *audit.Signer, name string, texts ...string) []byte {
	t.Helper()
	d := document.Document{ID: name, Title: "Plan", Made: civil.MustParse("2026-03-02")}
	for _, text := range texts {
		d.Blocks = append(d.Blocks, document.Block{Level: 3, Heading: "Insats", Text: text})
	}
	page, err := document.NewMaker(s).HTML(d)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func printed(t testing.TB, s *audit.Signer, page []byte) []byte {
	t.Helper()
	sheet, err := documenttest.Paper{}.Print(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	text, err := document.NewMaker(s).PDF(sheet, page)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func findings(t testing.TB, text []byte, keys ...audit.PublicKey) string {
	t.Helper()
	r, err := document.Verify(text, keys)
	if err != nil {
		return err.Error()
	}
	return strings.Join(r.Findings, "\n")
}

var between = regexp.MustCompile(`\n<!-- samplan (part [0-9]+ of [0-9a-f-]+|manifest) -->\n`)

// cut gives a page's parts, its marks before each of them, and its manifest last.
func cut(page []byte) (parts, marks []string) {
	marks = between.FindAllString(string(page), -1)
	return between.Split(string(page), -1), marks
}

func join(parts, marks []string) []byte {
	var b strings.Builder
	for n, p := range parts {
		if n > 0 {
			b.WriteString(marks[n-1])
		}
		b.WriteString(p)
	}
	return []byte(b.String())
}

// TestRedaction: any parts can be left out, of a page and of a PDF; what is left proves itself, and of what is gone there is
// neither text nor salt. The manifest has one hash for each part of the copy and no more.
func TestRedaction(t *testing.T) {
	t.Parallel()
	s := signer(t)
	rapid.Check(t, func(r *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringMatching(`hemligt[0-9]{12}`), 1, 6).Draw(r, "texts")
		page := made(t, s, id, texts...)
		if n := len(regexp.MustCompile(`"[0-9a-f]{64}"`).FindAll(page, -1)); n != len(texts)+2 {
			r.Fatalf("%d hashes for %d blocks and a frame", n, len(texts))
		}
		source := page
		if rapid.Bool().Draw(r, "of a PDF") {
			source = printed(t, s, page)
		}
		var gone []int
		for n := range texts {
			if rapid.Bool().Draw(r, "leave out") {
				gone = append(gone, n+2)
			}
		}
		redacted, err := document.Redact(source, gone)
		if err != nil {
			r.Fatal(err)
		}
		report, err := document.Verify(redacted, []audit.PublicKey{s.PublicKey})
		if err != nil || !report.IsProved() || report.LeftOut != len(gone) || report.Parts != len(texts)+2 {
			r.Fatalf("%+v %v", report, err)
		}
		for n, text := range texts {
			if strings.Contains(string(redacted), text) == slices.Contains(gone, n+2) && strings.Count(strings.Join(texts, " "), text) == 1 {
				r.Fatalf("part %d of %v is wrongly there or gone", n+2, gone)
			}
		}
		if n := bytes.Count(redacted, []byte("null")); n != len(gone) {
			r.Fatalf("%d salts are gone, want %d", n, len(gone))
		}
	})
}

// TestRedactionRefuses: the frame stays, and a document that is not as it was made is not made another.
func TestRedactionRefuses(t *testing.T) {
	t.Parallel()
	page := made(t, signer(t), id, "ett")
	for n, want := range map[int]string{0: "no part 0", 1: "frame", 3: "frame", 4: "no part 4"} {
		if _, err := document.Redact(page, []int{n}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("part %d: want %q, got %v", n, want, err)
		}
	}
	if _, err := document.Redact(bytes.Replace(page, []byte("ett"), []byte("tre"), 1), []int{2}); err == nil {
		t.Error("a changed document was redacted")
	}
	lines, err := document.Outline(page)
	if err != nil || len(lines) != 3 || !strings.Contains(lines[1], "2  Insats ett") {
		t.Errorf("got %q, %v", lines, err)
	}
}

// TestTextIsText: what somebody has written is never taken for the document's own marks.
func TestTextIsText(t *testing.T) {
	t.Parallel()
	s := signer(t)
	page := made(t, s, id, "\n<!-- samplan part 2 of "+id+" -->\n", "</pre></details></footer></body></html>", "<script>alert(1)</script>", "a\nb")
	if got := findings(t, page, s.PublicKey); got != "" {
		t.Error(got)
	}
	if bytes.Contains(page, []byte("<script")) || strings.Count(string(page), "<!-- samplan part 2 ") != 1 {
		t.Error("a text has become part of the page")
	}
}
