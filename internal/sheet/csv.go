package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

func (r *reader) csv(text string) error {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = separator(text), -1, true
	header, err := c.Read()
	if errors.Is(err, io.EOF) {
		return Refuse(0, ruleEmpty)
	}
	if err != nil {
		return Refuse(1, ruleQuote)
	}
	columns, err := r.header(header)
	if err != nil {
		return err
	}
	for number := 2; ; number++ {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return Refuse(number, ruleQuote) // where a cell ends is not known any more
		}
		if err := r.add(r.row(number, columns, cells)); err != nil {
			return err
		}
	}
}

// separator is what parts the cells of the first row, outside quotes: Swedish spreadsheets write semicolons.
func separator(text string) rune {
	isQuoted, found := false, ','
	for _, c := range text {
		switch {
		case c == '"':
			isQuoted = !isQuoted
		case isQuoted:
		case c == '\n':
			return found
		case c == ';' || c == '\t':
			return c
		}
	}
	return found
}

// header gives the columns by their place; an unknown one is empty.
func (r *reader) header(cells []string) ([]string, error) {
	if len(cells) > mostColumns {
		return nil, Refuse(1, ruleWide)
	}
	columns, has := make([]string, len(cells)), map[string]bool{}
	for n, name := range cells {
		column, ok := r.known.named(strings.TrimSpace(Meant(name)))
		switch {
		case !ok:
			r.unknown(n + 1)
		case has[column]:
			return nil, Refuse(1, ruleTwice)
		}
		columns[n], has[column] = column, ok
	}
	if len(r.Unknown) == len(cells) {
		return nil, Refuse(1, ruleHeader)
	}
	return columns, nil
}

func (r *reader) row(number int, columns, cells []string) Row {
	row := Row{Number: number, Cells: map[string]string{}}
	if len(cells) != len(columns) {
		row.refuse("", ruleCells)
	}
	for n, value := range cells[:min(len(cells), len(columns))] {
		if columns[n] != "" {
			r.put(&row, columns[n], Meant(value))
		}
	}
	return row
}
