package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"samplan/internal/fault"
	"samplan/internal/letters"
)

// The rules that a whole file can break.
const (
	ruleNotText  = "not-text"
	ruleUTF8     = "utf-8"
	ruleCharset  = "windows-1252"
	ruleEmpty    = "empty"
	ruleHarmful  = "harmful"
	ruleHeader   = "header"
	ruleTwice    = "column-twice"
	ruleMany     = "too-many-rows"
	ruleWide     = "too-many-columns"
	ruleQuote    = "quote"
	mostColumns  = 100
	bom          = "\ufeff"
	replacement  = "\ufffd"
	ruleCells    = "number-of-cells"
	ruleLong     = "too-long"
	ruleJSON     = "json"
	ruleNoText   = "not-a-text"
	ruleNameTwo  = "duplicate-name"
	ruleUnproper = "unreadable"
)

// Refuse makes the fault of a file that cannot be used at all; row 0 is the file itself.
func Refuse(row int, rule string) error {
	if row == 0 {
		return fault.At(fault.CodeUnusableFile, "", rule)
	}
	return fault.At(fault.CodeUnusableFile, fmt.Sprintf("/rows/%d", row), rule)
}

// Read reads a whole file. A fault (fault.CodeUnusableFile) is one of the file; rows at fault are rows like others.
func Read(file []byte, f Format, e Encoding, known Columns, l Limits) (Table, error) {
	text, err := decode(file, e)
	if err != nil {
		return Table{}, err
	}
	r := reader{known: known, limits: l}
	if f == JSONLines {
		err = r.jsonLines(text)
	} else {
		err = r.csv(text)
	}
	if err == nil && len(r.Rows) == 0 {
		err = Refuse(0, ruleEmpty)
	}
	return r.Table, err
}

// binaries are how files begin that people send in the belief that they are text: packed, a spreadsheet's own, a document's,
// or text in two bytes a letter.
var binaries = []string{"PK\x03\x04", "PK\x05\x06", "\x1f\x8b", "%PDF-", "\xd0\xcf\x11\xe0", "BZh", "\x28\xb5\x2f\xfd", "7z\xbc\xaf", "\xff\xfe", "\xfe\xff"}

func decode(file []byte, e Encoding) (string, error) {
	for _, b := range binaries {
		if bytes.HasPrefix(file, []byte(b)) {
			return "", Refuse(0, ruleNotText)
		}
	}
	switch {
	case e == windows1252:
		text, err := charmap.Windows1252.NewDecoder().Bytes(file)
		if err != nil || bytes.Contains(text, []byte(replacement)) || bytes.HasPrefix(file, []byte(bom)) {
			return "", Refuse(0, ruleCharset)
		}
		return string(text), nil
	case !utf8.Valid(file):
		return "", Refuse(0, ruleUTF8)
	}
	return strings.TrimPrefix(string(file), bom), nil
}

// reader puts a table together.
type reader struct {
	Table
	known  Columns
	limits Limits
}

// add adds a row, as far as there may be more.
func (r *reader) add(row Row) error {
	if r.limits.Rows > 0 && len(r.Rows) == r.limits.Rows {
		return Refuse(row.Number, ruleMany)
	}
	if row.Rule != "" {
		row.Cells = nil
	}
	r.Rows = append(r.Rows, row)
	return nil
}

// put puts a value into a row, as it was meant, or notes which rule it breaks. The first such rule is the one that is told.
func (r *reader) put(row *Row, column, value string) {
	value, err := letters.Read(strings.ReplaceAll(value, "\r\n", "\n"))
	switch {
	case err != nil:
		row.refuse(column, err.Error())
	case strings.Contains(value, replacement):
		row.refuse(column, ruleUnproper)
	case r.limits.Cell > 0 && utf8.RuneCountInString(value) > r.limits.Cell:
		row.refuse(column, ruleLong)
	case value != "":
		row.Cells[column] = value
	}
}

func (r *Row) refuse(column, rule string) {
	if r.Rule == "" {
		r.Column, r.Rule = column, rule
	}
}

func (r *reader) unknown(position int) {
	for _, p := range r.Unknown {
		if p == position {
			return
		}
	}
	r.Unknown = append(r.Unknown, position)
}
