package document

import (
	"html/template"
	"regexp"
	"strings"
	"unicode"

	"samplan/internal/phrase"
)

// What a document says itself and what it quotes stand in the same strings, set apart with Unicode's own marks (UAX #9).
// They never lie within each other: what is quoted loses those it has.
const (
	firstStrong = "\u2068" // the text's own direction
	leftToRight = "\u2066"
	endOfMark   = "\u2069"
)

var (
	marked  = regexp.MustCompile("([\u2066\u2068])([^\u2066-\u2069]*)\u2069")
	noMarks = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")
)

// Quoted marks what people have written, names too: it is never translated and keeps its own direction.
func Quoted(text string) string { return mark(firstStrong, text) }

// Figures marks days, times, numbers and ids, which run from left to right in every language.
func Figures(text string) string { return mark(leftToRight, text) }

func mark(kind, text string) string {
	if text = noMarks.Replace(text); text == "" {
		return ""
	}
	return kind + text + endOfMark
}

// Plain takes the marks out.
func Plain(text string) string { return noMarks.Replace(text) }

// inHTML writes a text with its marks as elements, where the page's language makes them needed.
func inHTML(l phrase.Language, text string) template.HTML {
	var b strings.Builder
	from := 0
	for _, m := range marked.FindAllStringSubmatchIndex(text, -1) {
		kind, inner := text[m[2]:m[3]], text[m[4]:m[5]]
		begin := around(l, kind, inner)
		b.WriteString(template.HTMLEscapeString(Plain(text[from:m[0]])) + begin + template.HTMLEscapeString(inner))
		if begin != "" {
			b.WriteString("</bdi>")
		}
		from = m[1]
	}
	b.WriteString(template.HTMLEscapeString(Plain(text[from:])))
	return template.HTML(b.String()) //nolint:gosec // G203: each piece is escaped above
}

// around gives the beginning of the element that a marked text needs, or none.
func around(l phrase.Language, kind, text string) string {
	lang := languageOf(l, text)
	switch {
	case kind == leftToRight && l.IsRightToLeft():
		return `<bdi dir="ltr">`
	case kind == leftToRight:
		return ""
	case lang != "":
		return `<bdi lang="` + lang + `">`
	case l.IsRightToLeft() || scriptOf(text) == otherScript:
		return "<bdi>"
	}
	return ""
}

// languageOf tells a screen reader that what is quoted is Swedish, as those write who use Samplan, where the page is not. Of
// another script nothing is said.
func languageOf(l phrase.Language, text string) string {
	if l.IsSwedish() || scriptOf(text) != latin {
		return ""
	}
	return phrase.Swedish.Tag()
}

// script is that of a text's first letter.
type script int

const (
	noScript script = iota
	latin
	otherScript
)

func scriptOf(text string) script {
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			return latin
		case unicode.IsLetter(r):
			return otherScript
		}
	}
	return noScript
}

// paragraph is a text of a block. One that is quoted whole has its language and direction on itself.
type paragraph struct {
	Lang     string
	IsQuoted bool
	HTML     template.HTML
}

func paragraphOf(l phrase.Language, text string) *paragraph {
	if text == "" {
		return nil
	}
	m := marked.FindStringSubmatchIndex(text)
	if m == nil || m[1]-m[0] != len(text) || text[m[2]:m[3]] != firstStrong {
		return &paragraph{HTML: inHTML(l, text)}
	}
	quoted := text[m[4]:m[5]]
	return &paragraph{languageOf(l, quoted), true, template.HTML(template.HTMLEscapeString(quoted))} //nolint:gosec // G203: escaped
}
