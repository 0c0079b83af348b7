package sheet

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
)

var errNotAnObject = errors.New("not an object of texts")

func (r *reader) jsonLines(text string) error {
	number := 0
	for line := range strings.Lines(text) {
		number++
		if strings.TrimSpace(line) == "" {
			continue
		}
		row := Row{Number: number, Cells: map[string]string{}}
		if err := r.object(&row, line); err != nil {
			row.refuse("", ruleJSON)
		}
		if err := r.add(row); err != nil {
			return err
		}
	}
	return nil
}

// object reads one line: an object and nothing behind it.
func (r *reader) object(row *Row, line string) error {
	d := json.NewDecoder(strings.NewReader(line))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return errNotAnObject
	}
	has := map[string]bool{}
	for position := 1; d.More(); position++ {
		name, err := d.Token()
		if err != nil {
			return errNotAnObject
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil || position > mostColumns {
			return errNotAnObject
		}
		text, _ := name.(string) // names are nothing else
		column, ok := r.known.named(text)
		if !ok {
			r.unknown(position)
			continue
		}
		if has[column] {
			row.refuse(column, ruleNameTwo)
		}
		has[column] = true
		r.member(row, column, value)
	}
	if _, err := d.Token(); err != nil {
		return errNotAnObject
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errNotAnObject
	}
	return nil
}

func (r *reader) member(row *Row, column string, value json.RawMessage) {
	var text *string
	if err := json.Unmarshal(value, &text); err != nil {
		row.refuse(column, ruleNoText)
		return
	}
	if text != nil {
		r.put(row, column, *text)
	}
}
