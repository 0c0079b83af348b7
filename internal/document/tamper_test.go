package document_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"samplan/internal/document"
)

// TestTamperingIsNamed: whatever somebody does to a document, the verifier says what it was.
// Long because it is one table.
func TestTamperingIsNamed(t *testing.T) {
	t.Parallel()
	own, other := signer(t), signer(t)
	page := made(t, own, id, "ett", "två", "tre")
	foreign := made(t, own, "01995c3e-7a10-7c41-9a52-3f0b6d1e0d02", "fyra", "fem", "sex")
	forged := made(t, other, id, "ett", "två", "annat")
	redacted, err := document.Redact(page, []int{3})
	if err != nil {
		t.Fatal(err)
	}
	const leftOut = `<p class="left-out"><span lang="sv">Den här delen är utelämnad.</span> <span lang="en">This part has been left out.</span></p>`
	change := func(of []byte, how func(parts, marks []string) ([]string, []string)) []byte {
		return join(how(cut(of)))
	}
	replace := func(of []byte, old, by string) []byte { return bytes.Replace(of, []byte(old), []byte(by), 1) }
	for name, c := range map[string]struct {
		text []byte
		want string
	}{
		"untouched":               {page, ""},
		"rightly redacted":        {redacted, ""},
		"changed text":            {replace(page, "två", "tio"), "part 3 was changed"},
		"changed frame":           {replace(page, "<title>Plan", "<title>Plam"), "part 1 was changed"},
		"changed day":             {replace(page, `"made":"2026-03-02"`, `"made":"2026-03-03"`), "the manifest was changed, or is signed by somebody else than it says"},
		"another key":             {forged, "it is signed with key " + other.ID + ", which is not among those given"},
		"another key, same name":  {replace(forged, other.ID, own.ID), "the manifest was changed, or is signed by somebody else than it says"},
		"manifest of another":     {change(page, func(p, m []string) ([]string, []string) { f, _ := cut(foreign); p[len(p)-1] = f[len(f)-1]; return p, m }), "the manifest is that of another document"},
		"removed without a trace": {change(page, func(p, m []string) ([]string, []string) { return slices.Delete(p, 2, 3), slices.Delete(m, 1, 2) }), "part 3 is missing; a part that was rightly left out leaves its place"},
		"removed, but not its salt": {
			change(page, func(p, m []string) ([]string, []string) { p[2] = leftOut; return p, m }),
			"part 3 was left out but its salt was not, with which its text can be guessed: use samplan document redact",
		},
		"text in place of what was left out": {replace(redacted, leftOut, "<p>något annat</p>"), "part 3 has a text, but the manifest says that it was left out"},
		"moved": {change(page, func(p, m []string) ([]string, []string) {
			p[2], p[3], m[1], m[2] = p[3], p[2], m[2], m[1]
			return p, m
		}), "part 3 was moved: it stands after part 4"},
		"moved, under the other's number": {
			change(page, func(p, m []string) ([]string, []string) { p[2], p[3] = p[3], p[2]; return p, m }),
			"part 3 holds the text of part 4\npart 4 holds the text of part 3",
		},
		"added": {change(page, func(p, m []string) ([]string, []string) {
			return slices.Insert(p, 3, "<p>mer</p>"), slices.Insert(m, 2, strings.Replace(m[1], "part 3", "part 9", 1))
		}), "part 9 was added"},
		"added within a part": {replace(page, "två</p>", "två</p><p>mer</p>"), "part 3 was changed"},
		"added from another one": {change(page, func(p, m []string) ([]string, []string) {
			f, n := cut(foreign)
			return slices.Insert(p, 3, f[1]), slices.Insert(m, 2, n[0])
		}), "part 2 is of another document"},
		"added behind the end": {append(bytes.Clone(page), "<p>mer</p>"...), "this is not a document of Samplan, or its end was cut off"},
		"cut off":              {page[:len(page)-20], "this is not a document of Samplan, or its end was cut off"},
		"something else":       {[]byte("<p>hej</p>"), "this is not a document of Samplan, or its end was cut off"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := findings(t, c.text, own.PublicKey); !strings.Contains(got, c.want) || (c.want == "") != (got == "") {
				t.Errorf("want %q, got %q", c.want, got)
			}
		})
	}
}

// TestTamperingWithPDFIsNamed: a PDF is as it was made to the last byte, and its page is its own.
func TestTamperingWithPDFIsNamed(t *testing.T) {
	t.Parallel()
	own := signer(t)
	pdf := printed(t, own, made(t, own, id, "ett", "två"))
	foreign := printed(t, own, made(t, own, "01995c3e-7a10-7c41-9a52-3f0b6d1e0d02", "ett", "två"))
	seal := regexp.MustCompile(`%samplan-document-file-1 .*`)
	for name, c := range map[string]struct {
		text []byte
		want string
	}{
		"untouched":       {pdf, ""},
		"changed drawing": {bytes.Replace(pdf, []byte("/Count 0"), []byte("/Count 1"), 1), "the PDF was changed after it was made"},
		"added to":        {append(bytes.Clone(pdf), "4 0 obj\n<<>>\nendobj\n"...), "the PDF was changed after it was made"},
		"changed page":    {bytes.Replace(pdf, []byte("ett</p>"), []byte("tre</p>"), 1), "part 2 was changed"},
		"seal of another": {seal.ReplaceAll(pdf, seal.Find(foreign)), "the PDF and the page in it are of different documents"},
		"no seal":         {seal.ReplaceAll(pdf, nil), "this PDF is not a document of Samplan"},
	} {
		if got := findings(t, c.text, own.PublicKey); !strings.Contains(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%s: want %q, got %q", name, c.want, got)
		}
	}
	for _, told := range []string{"Mozilla", "Skia", "Chrome", "235959", "ModDate"} {
		if bytes.Contains(pdf, []byte(told)) {
			t.Errorf("the PDF tells %q of its making", told)
		}
	}
	if _, err := document.NewMaker(own).PDF([]byte("%PDF-1.7 of something else"), made(t, own, id)); err == nil {
		t.Error("a PDF of another build is taken for one of Chromium's")
	}
}
