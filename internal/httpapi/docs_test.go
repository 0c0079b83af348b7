package httpapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/openapi"
)

var (
	idAttribute = regexp.MustCompile(`\bid="([^"]*)"`)
	linkTarget  = regexp.MustCompile(`\b(?:href|aria-labelledby)="([^"]*)"`)
)

func TestTheDocumentIsServedAsWritten(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for _, target := range []string{"/openapi.yaml", "/v1/openapi.yaml"} {
		w := f.ask("GET", target, "", header("Authorization"))
		if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), openapi.Document) || w.Header().Get("Content-Type") != mediaYAML {
			t.Errorf("%s: got %d %s, %d bytes", target, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
	}
}

func TestThePageNeedsNothingElse(t *testing.T) {
	t.Parallel()
	w := newFrame(t).ask("GET", "/docs", "", header("Authorization"))
	page := w.Body.String()
	if w.Code != 200 || w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
		t.Fatalf("got %d %s", w.Code, w.Header().Get("Content-Type"))
	}
	for _, deny := range []string{"<script", "<img", "<link", "<iframe", "javascript:", "@import", "url(", " style=", " onload", "ZgotmplZ", `src="`} {
		if strings.Contains(page, deny) {
			t.Errorf("the page contains %s", deny)
		}
	}
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(w.Header().Get("Content-Security-Policy"), want) {
		t.Errorf("the policy %q does not allow the page's own style", w.Header().Get("Content-Security-Policy"))
	}
}

// TestThePageIsReadable checks what a screen reader stumbles over: doubled ids, links to nowhere, skipped headings.
func TestThePageIsReadable(t *testing.T) {
	t.Parallel()
	page := newFrame(t).ask("GET", "/docs", "").Body.String()
	ids := map[string]bool{}
	for _, m := range idAttribute.FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("id %s occurs twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range linkTarget.FindAllStringSubmatch(page, -1) {
		if target := strings.TrimPrefix(m[1], "#"); target != "/openapi.yaml" && !ids[target] {
			t.Errorf("link to %s leads nowhere", m[1])
		}
	}
	for _, want := range []string{`<html lang="sv">`, "<main", `<nav aria-label="`, `class="skip"`, "<caption>", `scope="col"`, `lang="en"`, "<title>Samplan"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	wellFormed(t, page)
}

// wellFormed checks that every element is closed and that no heading skips a level.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	level := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok || len(e.Name.Local) != 2 || e.Name.Local[0] != 'h' || e.Name.Local == "hr" {
			continue
		}
		if now := int(e.Name.Local[1] - '0'); now > level+1 {
			t.Errorf("heading %d follows heading %d", now, level)
		} else {
			level = now
		}
	}
}

func TestThePageTellsEverything(t *testing.T) {
	t.Parallel()
	page := newFrame(t).ask("GET", "/docs", "").Body.String()
	for name := range access.Operations {
		if !strings.Contains(page, `<h3 id="`+name+`">`) {
			t.Errorf("the page lacks operation %s", name)
		}
	}
	for _, c := range fault.Codes() {
		if !strings.Contains(page, "<code>"+c.String()+"</code>") {
			t.Errorf("the page lacks code %s", c)
		}
	}
	for _, want := range []string{"/v1/plans/{planId}/goals", "Idempotency-Key", "schema-NewGoal", "partOfGoalId", "&#34;horizon&#34;: &#34;long&#34;", "application/problem+json"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestProse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Ett mål. / A goal.":                      "sv p [Ett mål.]; en p [A goal.]",
		"Bara svenska":                            "sv p [Bara svenska]",
		"Ett.\nVem: alla.\n\nOne.\nWho: all.":     "sv p [Ett.]; sv p [Vem: alla.]; en p [One.]; en p [Who: all.]",
		"# Om\ntext\n\n- a\n- b `c`\n\n# English": "sv h [Om]; sv p [text]; sv ul [a|b c]; en h [English]",
	} {
		var got []string
		for _, b := range prose(text) {
			var items []string
			for _, i := range append(b.Items, b.Parts) {
				s := ""
				for _, p := range i {
					s += p.Text
				}
				if s != "" {
					items = append(items, s)
				}
			}
			got = append(got, b.Lang+" "+b.Kind+" ["+strings.Join(items, "|")+"]")
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q gave %s, want %s", text, s, want)
		}
	}
}
