package document_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/audit"
	"samplan/internal/civil"
	"samplan/internal/document"
	"samplan/internal/phrase"
)

func inLanguage(t testing.TB, s *audit.Signer, tag string, blocks ...document.Block) string {
	t.Helper()
	d := document.Document{Language: phrase.In(tag), ID: id, Title: "P " + document.Figures("1"), Made: civil.MustParse("2026-03-02"), Blocks: blocks}
	page, err := document.NewMaker(s).HTML(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestWhatIsQuotedIsSetApart: in each language, what people have written has its own direction and language, and figures run
// from left to right.
func TestWhatIsQuotedIsSetApart(t *testing.T) {
	t.Parallel()
	s := signer(t)
	block := document.Block{
		Level: 3, Heading: "H " + document.Figures("2026-03-02"), Text: document.Quoted("Lo & Eva\nالأم"),
		Facts: []document.Fact{{Name: "F", Value: document.Quoted("Barn och unga 1")}, {Name: "G", Value: document.Quoted("نور")}, {Name: "E", Value: document.Quoted("")}},
		Table: &document.Table{Head: []string{"T"}, Rows: [][]string{{document.Quoted("0700"), "sagt, " + document.Quoted("Eva")}}},
	}
	for tag, want := range map[string][]string{
		"sv": {
			`<html lang="sv">`, `<h3>H 2026-03-02</h3>`, `<p class="text" dir="auto">Lo &amp; Eva` + "\n" + `الأم</p>`, `<dd>Barn och unga 1</dd>`, `<dd><bdi>نور</bdi></dd>`,
			`<td>0700</td><td>sagt, Eva</td>`, `<title>P 1</title>`,
		},
		"sv-simple": {`<html lang="sv-simple">`, `<h3>H 2026-03-02</h3>`, `<p class="text" dir="auto">Lo &amp; Eva`, `<dd>Barn och unga 1</dd>`},
		"en":        {`<html lang="en">`, `<h3>H 2026-03-02</h3>`, `<p class="text" dir="auto" lang="sv">Lo &amp; Eva`, `<dd><bdi lang="sv">Barn och unga 1</bdi></dd>`, `<td>0700</td>`},
		"ar": {
			`<html lang="ar" dir="rtl">`, `<h3>H <bdi dir="ltr">2026-03-02</bdi></h3>`, `<p class="text" dir="auto" lang="sv">Lo &amp; Eva`,
			`<dd><bdi lang="sv">Barn och unga 1</bdi></dd>`, `<dd><bdi>نور</bdi></dd>`, `<td><bdi>0700</bdi></td><td>sagt, <bdi lang="sv">Eva</bdi></td>`,
			`<time datetime="2026-03-02"><bdi dir="ltr">2026-03-02</bdi></time>`, `<bdi dir="ltr">` + id + `</bdi>`, `<title>P 1</title>`, `<h1>P <bdi dir="ltr">1</bdi></h1>`,
			`<bdi lang="sv">Den här delen är utelämnad.</bdi>`,
		},
	} {
		page := inLanguage(t, s, tag, block)
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s lacks %s\n%s", tag, w, page)
			}
		}
		if strings.ContainsAny(page, "\u2066\u2067\u2068\u2069") || strings.Contains(page, "<dt>E</dt>") {
			t.Errorf("%s: marks, or a fact that says nothing, are left", tag)
		}
		if got := findings(t, []byte(page), s.PublicKey); got != "" {
			t.Errorf("%s: %s", tag, got)
		}
	}
}

// TestNobodyMarksByWriting: whatever somebody has written, what is set apart begins and ends where we say, and is text.
func TestNobodyMarksByWriting(t *testing.T) {
	t.Parallel()
	s := signer(t)
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aä<>&\"1ن \u2066\u2067\u2068\u2069"))).Draw(r, "text")
		tag := rapid.SampledFrom([]string{"sv", "en", "ar"}).Draw(r, "language")
		bare := rapid.Bool().Draw(r, "bare")
		b := document.Block{Level: 3, Heading: document.Quoted(text) + " efter"}
		if bare { // somebody forgot to mark it
			b.Heading = text + " efter"
		}
		page := inLanguage(t, s, tag, b)
		from := strings.Index(page, "<h3>")
		heading := page[from : from+strings.Index(page[from:], "</h3>")]
		if strings.Count(heading, "<bdi") != strings.Count(heading, "</bdi>") || !strings.HasSuffix(heading, " efter") || strings.ContainsAny(heading, "\u2066\u2067\u2068\u2069") {
			r.Fatalf("%q is written as %q", text, heading)
		}
		if rest := strings.NewReplacer(`<h3>`, "", `<bdi>`, "", `<bdi lang="sv">`, "", `<bdi dir="ltr">`, "", `</bdi>`, "").Replace(heading); strings.ContainsAny(rest, "<>") {
			r.Fatalf("%q is no text: %q", text, heading)
		}
	})
}

// TestRedactionInEveryLanguage: a part left out of a document in Arabic is left out as in Swedish, and proves itself.
func TestRedactionInEveryLanguage(t *testing.T) {
	t.Parallel()
	s := signer(t)
	for _, l := range phrase.All() {
		page := inLanguage(t, s, l.Tag(), document.Block{Level: 3, Heading: "a", Text: document.Quoted("hemligt")}, document.Block{Level: 3, Heading: "b"})
		redacted, err := document.Redact([]byte(page), []int{2})
		if err != nil {
			t.Fatal(err)
		}
		r, err := document.Verify(redacted, []audit.PublicKey{s.PublicKey})
		if err != nil || !r.IsProved() || r.LeftOut != 1 || strings.Contains(string(redacted), "hemligt") {
			t.Errorf("%s: %+v %v", l.Tag(), r, err)
		}
		forged := strings.Replace(string(redacted), `>Den här delen är utelämnad.</span>`, `>Inget står här.</span>`, 1)
		if got := findings(t, []byte(forged), s.PublicKey); !strings.Contains(got, "part 2") {
			t.Errorf("%s: another sentence in its place is taken: %q", l.Tag(), got)
		}
	}
}
