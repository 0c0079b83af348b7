package document

import (
	"samplan/internal/civil"
	"samplan/internal/phrase"
)

// Document is what one reader has got, as a text to read and print. Whoever composes it makes it from the answer that the
// same reader gets as JSON, so that nothing else can be in it. Its texts are in its language but for what is marked (Quoted,
// Figures).
type Document struct {
	Language phrase.Language
	ID       string // names this copy: the request in whose log entry it is written that the copy was made
	Title    string // stands in lists, tabs and properties of files, and so never holds a name
	About    string // what the document is and is not
	Made     civil.Date
	Blocks   []Block
}

// Block is the least that can be left out of a copy.
type Block struct {
	Level   int // of its heading: 2 for a chapter, 3 for what stands in one
	Heading string
	Facts   []Fact
	Text    string
	Chart   *Chart
	Table   *Table
}

// Fact is one word and what it says. One that says nothing is not shown.
type Fact struct{ Name, Value string }

// Table is a list with headings.
type Table struct {
	Head []string
	Rows [][]string
}
