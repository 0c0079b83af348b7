package sheet

import (
	"strings"

	"samplan/internal/enum"
)

type (
	formatSet   struct{}
	encodingSet struct{}
)

// Format is how a file keeps its rows.
type Format = enum.Value[formatSet]

// Encoding is how a file keeps its letters.
type Encoding = enum.Value[encodingSet]

// The closed sets.
var (
	Formats   = enum.Of[formatSet]("csv", "json-lines")
	Encodings = enum.Of[encodingSet]("utf-8", "windows-1252")

	CSV         = Formats.Must("csv")
	JSONLines   = Formats.Must("json-lines")
	windows1252 = Encodings.Must("windows-1252")
)

// Column is a column that a reader knows, with the other names that registers have for it. Case does not count.
type Column struct {
	Name    string
	Aliases []string
}

// Columns are all that a reader knows.
type Columns []Column

// named finds a column by the name that a file has for it.
func (c Columns) named(name string) (string, bool) {
	for _, one := range c {
		if strings.EqualFold(one.Name, name) {
			return one.Name, true
		}
		for _, a := range one.Aliases {
			if strings.EqualFold(a, name) {
				return one.Name, true
			}
		}
	}
	return "", false
}

// Row is one row of a file. Number is the one that a spreadsheet shows: of a CSV file the header is row 1, and of JSON Lines
// the first object is. A row that breaks a rule has no cells: Column is where, when one column is known to be it.
type Row struct {
	Number       int
	Cells        map[string]string // by the name of the column; an empty cell is not there
	Column, Rule string
}

// Table is what a file holds.
type Table struct {
	Rows []Row
	// Unknown are the columns that the reader does not know, counted from 1. Their names are not told: in a file without a
	// header they would be somebody's data.
	Unknown []int
}

// Limits of a file. A zero means none.
type Limits struct{ Rows, Cell int }
