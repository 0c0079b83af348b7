package document_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/document"
	"samplan/internal/phrase"
)

func picture(t testing.TB, l document.Line) string {
	t.Helper()
	svg, err := l.SVG()
	if err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return string(svg)
		} else if err != nil {
			t.Fatalf("%v: %s", err, svg)
		}
	}
}

// TestALineSaysItInWords: each event has its day and words beside its mark, and the picture says the same to whoever hears it. What
// lasts, what goes on and what is a day are told apart by their shape.
func TestALineSaysItInWords(t *testing.T) {
	t.Parallel()
	from, to := civil.MustParse("2026-01-01"), civil.MustParse("2026-04-11")
	got := picture(t, document.Line{
		Language: phrase.In("sv"), Title: "Caselinje", From: from, To: to,
		Lanes: []document.LineLane{
			{Name: document.Quoted("Skolan & co"), Events: []document.Event{
				{On: from, Lasts: true, When: "2026-01-01 –", Words: "Deltar"},
				{On: from, Until: from.AddDays(50), Lasts: true, When: "2026-01-01 – 2026-02-20", Words: "Insats: " + document.Quoted("<script>alert(1)</script>")},
			}},
			{Name: "Familjen", Events: []document.Event{{On: to, When: "2026-04-11", Words: "Möte\nhölls\x0b"}}},
		},
	})
	for _, want := range []string{
		`xml:lang="sv"`, `<title id="title">Caselinje</title>`, "Skolan &amp; co: 2026-01-01 – Deltar; 2026-01-01 – 2026-02-20 Insats: &lt;script&gt;", "Familjen: 2026-04-11 Möte hölls",
		`<rect x="16" y="84" width="260"`, `<path d="M276 84l8 5l-8 5z"`, `<rect x="16" y="106" width="130"`, `<path d="M276 149l6 6`, `<text x="292" y="160">2026-04-11</text>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "<script") || strings.ContainsAny(got, "\u2066\u2068\u2069") {
		t.Errorf("what is written is not text: %s", got)
	}
	empty := picture(t, document.Line{Language: phrase.In("ar"), Title: "ت", Empty: "لا"})
	if !strings.Contains(empty, `direction="rtl" text-anchor="end">لا<`) || strings.Contains(empty, "<line") {
		t.Error(empty)
	}
}

// TestALineIsAPictureWhateverIsWritten: any words, days and languages make a picture that can be read.
func TestALineIsAPictureWhateverIsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		at := func(name string) civil.Date {
			return civil.MustParse("2020-02-29").AddDays(rapid.IntRange(-4000, 4000).Draw(r, name))
		}
		l := document.Line{Language: phrase.In(rapid.SampledFrom([]string{"sv", "ar", "en"}).Draw(r, "language")), Title: rapid.String().Draw(r, "title"), From: at("from"), To: at("to")}
		for range rapid.IntRange(0, 3).Draw(r, "lanes") {
			lane := document.LineLane{Name: rapid.String().Draw(r, "name")}
			for range rapid.IntRange(1, 3).Draw(r, "events") {
				lane.Events = append(lane.Events, document.Event{On: at("on"), Until: at("until"), Lasts: rapid.Bool().Draw(r, "lasts"), Words: rapid.String().Draw(r, "words")})
			}
			l.Lanes = append(l.Lanes, lane)
		}
		picture(t, l)
	})
}
