package document

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"

	"samplan/internal/phrase"
)

//go:embed document.html
var layoutText string

// Style is the one style of all documents; a page that has it says so in its policy.
//
//go:embed document.css
var Style string

var layout = template.Must(template.New("document").Parse(layoutText))

// words of the frame, which every document has.
type words struct{ Made, ID, Check, HowToCheck, Manifest string }

// page is a document and what its frame shows of it.
type page struct {
	Document
	Words                words
	Style                template.CSS
	Heading, Note        template.HTML
	Day, Name, OfLeftOut template.HTML
}

func (d Document) page() page {
	l := d.Language
	return page{
		Document: d, Style: template.CSS(Style), //nolint:gosec // G203: the style is part of the program
		Words: words{
			Made: l.Say("document.made"), ID: l.Say("document.id"), Check: l.Say("document.check"), HowToCheck: l.Say("document.check-how"),
			Manifest: l.Say("document.check-data"),
		},
		Heading: inHTML(l, d.Title), Note: inHTML(l, d.About), Day: inHTML(l, Figures(d.Made.String())), Name: inHTML(l, Figures(d.ID)),
		OfLeftOut: inHTML(l, l.Say("document.left-out", "{sentence}", Quoted(leftOutSentence))),
	}
}

// PlainTitle is the title without marks.
func (p page) PlainTitle() string { return Plain(p.Title) }

// block is one that is ready for the page.
type block struct {
	Level   int
	Heading template.HTML
	Text    *paragraph
	Facts   [][2]template.HTML
	Chart   *bars
	Head    []template.HTML
	Rows    [][]template.HTML
}

func (b Block) in(l phrase.Language) block {
	w := block{Level: b.Level, Heading: inHTML(l, b.Heading), Text: paragraphOf(l, b.Text), Chart: b.Chart.drawn()}
	for _, f := range b.Facts {
		if f.Value != "" {
			w.Facts = append(w.Facts, [2]template.HTML{inHTML(l, f.Name), inHTML(l, f.Value)})
		}
	}
	if b.Table == nil {
		return w
	}
	w.Head = cells(l, b.Table.Head)
	for _, r := range b.Table.Rows {
		w.Rows = append(w.Rows, cells(l, r))
	}
	return w
}

func cells(l phrase.Language, texts []string) []template.HTML {
	all := make([]template.HTML, 0, len(texts))
	for _, t := range texts {
		all = append(all, inHTML(l, t))
	}
	return all
}

// parts writes the document in its parts: the frame's beginning, each block, the frame's end.
func (d Document) parts() ([][]byte, error) {
	p := d.page()
	head, err := render("head", p)
	if err != nil {
		return nil, err
	}
	all := [][]byte{head}
	for _, b := range d.Blocks {
		text, err := render("block", b.in(d.Language))
		if err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	foot, err := render("foot", p)
	return append(all, foot), err
}

func render(name string, v any) ([]byte, error) {
	var b bytes.Buffer
	if err := layout.ExecuteTemplate(&b, name, v); err != nil {
		return nil, fmt.Errorf("write document: %w", err)
	}
	return b.Bytes(), nil
}
