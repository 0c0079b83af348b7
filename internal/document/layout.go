package document

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
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

func wordsIn(l Language) words {
	return words{
		Made: l.Of("Framtaget", "Made on"), ID: l.Of("Dokument-id", "Document id"),
		Check: l.Of("Så kontrolleras dokumentet", "How to check the document"),
		HowToCheck: l.Of(
			"Dokumentet är signerat. Den som har filen kan med programmet samplan och utfärdarens öppna nyckel kontrollera att inget "+
				"har ändrats, lagts till eller flyttats, också när delar är utelämnade: samplan document verify. En utskrift på papper "+
				"kan inte kontrolleras på det sättet.",
			"The document is signed. Whoever has the file can use the program samplan and the issuer's public key to check that nothing "+
				"has been changed, added or moved, even when parts are left out: samplan document verify. A copy on paper cannot be "+
				"checked that way."),
		Manifest: l.Of("Uppgifter för kontrollen", "Data for the check"),
	}
}

// page is a document and what the frame needs besides.
type page struct {
	Document
	Words words
	Style template.CSS
}

// Shown are the facts that say something.
func (b Block) Shown() []Fact {
	var all []Fact
	for _, f := range b.Facts {
		if f.Value != "" {
			all = append(all, f)
		}
	}
	return all
}

// parts writes the document in its parts: the frame's beginning, each block, the frame's end.
func (d Document) parts() ([][]byte, error) {
	p := page{d, wordsIn(d.Language), template.CSS(Style)} //nolint:gosec // G203: the style is part of the program
	head, err := render("head", p)
	if err != nil {
		return nil, err
	}
	all := [][]byte{head}
	for _, b := range d.Blocks {
		text, err := render("block", b)
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
