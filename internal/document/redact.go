package document

import (
	"errors"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
)

var (
	errNotProved = errors.New("the document is not proved; samplan document verify tells what is wrong with it")
	errFrame     = errors.New("the first and the last part are the document's own frame, and stay")
)

// Redact gives the page without some of its parts. What was signed stays signed; the text and the salt of what is left
// out are gone. Of a PDF it gives the page that the PDF was made from: in a drawing, what looks removed is often only
// covered.
func Redact(text []byte, numbers []int) ([]byte, error) {
	f, err := open(text)
	if err != nil {
		return nil, err
	}
	for _, n := range numbers {
		if n < 1 || n > len(f.parts) {
			return nil, fmt.Errorf("there is no part %d", n)
		}
		if n == 1 || n == len(f.parts) {
			return nil, errFrame
		}
		f.parts[n-1].text, f.manifest.Salts[n-1] = []byte(leftOut), nil
	}
	return f.bytes(), nil
}

// Outline gives each part's number and the beginning of its text, for whoever is to say what is left out.
func Outline(text []byte) ([]string, error) {
	f, err := open(text)
	if err != nil {
		return nil, err
	}
	lines := make([]string, 0, len(f.parts))
	for n, p := range f.parts {
		line := beginning(p.text)
		if n == 0 || n == len(f.parts)-1 {
			line = "(the document's own frame)"
		}
		lines = append(lines, fmt.Sprintf("%4d  %s", p.number, line))
	}
	return lines, nil
}

// open reads a document that is as it was made, whoever has signed it.
func open(text []byte) (file, error) {
	r, err := Verify(text, nil)
	if err != nil {
		return file{}, err
	}
	if !r.IsProved() {
		return file{}, errNotProved
	}
	if r.IsPDF {
		if text, _, err = takeApart(text); err != nil {
			return file{}, err
		}
	}
	f, err := readFile(slices.Clone(text))
	return f, err
}

var tag = regexp.MustCompile(`<[^>]*>`)

// beginning is the first words of a part, without its tags.
func beginning(part []byte) string {
	text := strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(string(part), " "))), " ")
	if r := []rune(text); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return text
}
