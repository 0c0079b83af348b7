package org

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/sheet"
)

// TestR58WhatIsExportedReadsBackAsItIs: a file of the own units, read in again, changes nothing, whatever the units are called; and
// no cell of it runs in a spreadsheet.
func TestR58WhatIsExportedReadsBackAsItIs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		inv := county()
		name := rapid.StringMatching(`[=+\-@'＝;,"åäö a-z]{0,10}[=+\-@'"åa-z]`)
		for n := range inv.Units {
			inv.Units[n].Name = "x"
			if text := name.Draw(t, "name"); text[0] != ' ' {
				inv.Units[n].Name = text
			}
			inv.Units[n].Codes.Local = rapid.SampledFrom([]string{"", "=1", "'=1", "+46"}).Draw(t, "key") + string(rune('a'+n))
		}
		format := rapid.SampledFrom(sheet.Formats.Values()).Draw(t, "format")
		var file bytes.Buffer
		if err := (sheet.Writer{WithMark: true}).Write(&file, format, exportColumns, inv.rows(today)); err != nil {
			t.Fatal(err)
		}
		rows := try(t, ImportDraft{Source: sheet.Source{Format: format}, ClosesMissing: true}, inv, file.String())
		if len(rows) != len(inv.Units)-1 { // all but the closed one
			t.Fatalf("%d rows of %d units", len(rows), len(inv.Units))
		}
		for _, r := range rows {
			if r.Outcome != unchanged {
				t.Fatalf("%s\ngot %+v", file.String(), r)
			}
		}
	})
}
