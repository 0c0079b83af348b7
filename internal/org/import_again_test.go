package org

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTheSameFileAgain: once a file has been applied, the same file changes nothing.
func TestTheSameFileAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		inv := county()
		var file strings.Builder
		file.WriteString("localId;name;secrecyClass;authority;branch;municipalityCode;validTo\n")
		for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"F1", "FS", "N1", "N2", "N3"}), 0, 5, rapid.ID).Draw(t, "keys") {
			cell := func(name string, of ...string) string { return rapid.SampledFrom(append(of, "")).Draw(t, name+key) }
			file.WriteString(strings.Join([]string{
				key, cell("name", "a", "=b", "'c"), cell("class", "ifo", "preschool"), cell("authority", "Socialnämnden", "Utbildningsnämnden"),
				cell("branch", "Förskola", "Barn och familj"), cell("municipality", "0980", "980"), cell("to", "2026-12-31", "2027-01-31"),
			}, ";") + "\n")
		}
		file.WriteString("SE;;;;;;\n")
		d := ImportDraft{ClosesMissing: rapid.Bool().Draw(t, "whole")}
		first := try(t, d, inv, file.String())
		again := try(t, d, applyTo(inv, first), file.String())
		for _, r := range again {
			if r.Outcome != unchanged && r.Outcome != faulty {
				t.Fatalf("%s\nfirst %+v\nagain %+v", file.String(), first, r)
			}
		}
	})
}

// applyTo is what the database does with the rows.
func applyTo(inv Inventory, rows []ImportRow) Inventory {
	after := inv
	after.Units = append([]Known(nil), inv.Units...)
	for _, r := range rows {
		switch r.Outcome {
		case added:
			after.Units = append(after.Units, Known{Entry: r.Entry})
		case changed, ended:
			for n := range after.Units {
				if after.Units[n].Unit == r.Unit {
					after.Units[n].Entry = r.Entry
				}
			}
		}
	}
	return after
}
