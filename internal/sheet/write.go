package sheet

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
)

// Writer writes rows in the form that Read reads. All files with rows that leave the program are written by it.
type Writer struct {
	// Separator parts the cells of CSV: a semicolon unless it is said otherwise, as Swedish spreadsheets want it.
	Separator rune
	// WithMark puts a byte order mark first, without which some spreadsheets take UTF-8 for something else.
	WithMark bool
}

// Write writes a header and rows of CSV, every cell harmless, or an object a line without its empty members.
func (w Writer) Write(to io.Writer, f Format, columns []string, rows [][]string) error {
	if f == JSONLines {
		return writeObjects(to, columns, rows)
	}
	if w.WithMark {
		if _, err := io.WriteString(to, bom); err != nil {
			return fmt.Errorf("write rows: %w", err)
		}
	}
	c := csv.NewWriter(to)
	c.UseCRLF = true
	c.Comma = ';'
	if w.Separator != 0 {
		c.Comma = w.Separator
	}
	for _, row := range append([][]string{columns}, rows...) {
		cells := make([]string, len(columns))
		for n := range min(len(row), len(columns)) {
			cells[n] = Harmless(row[n])
		}
		if err := c.Write(cells); err != nil {
			return fmt.Errorf("write rows: %w", err)
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write rows: %w", err)
	}
	return nil
}

func writeObjects(to io.Writer, columns []string, rows [][]string) error {
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	for _, row := range rows {
		object := map[string]string{}
		for n := range min(len(row), len(columns)) {
			if row[n] != "" {
				object[columns[n]] = row[n]
			}
		}
		if err := e.Encode(object); err != nil {
			return fmt.Errorf("write rows: %w", err)
		}
	}
	return nil
}
