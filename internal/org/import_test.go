package org

import (
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/sheet"
)

var (
	began  = civil.MustParse("2019-01-01")
	social = Branch{ID: id.BranchOf(id.NewUnit().UUID()), Name: "Barn och familj", Authority: "Socialnämnden"}
	school = Branch{ID: id.BranchOf(id.NewUnit().UUID()), Name: "Grundskola", Authority: "Utbildningsnämnden"}
	kinder = Branch{ID: id.BranchOf(id.NewUnit().UUID()), Name: "Förskola", Authority: "Utbildningsnämnden"}
	ours   = must(ParseOrgNumber("2120001355"))
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func known(name string, b Branch, class string, c Codes) Known {
	return Known{Entry: Entry{Unit: id.NewUnit(), Name: name, Class: access.ClassNamed(class), Branch: b.ID, Codes: c, From: began}}
}

// county has a unit in use, a school, a preschool without a code of the register, a closed one, one that moves, and a
// neighbour's.
func county() Inventory {
	used := known("Barn och unga 1", social, "ifo", Codes{HSA: must(ParseHSAID("SE2120001355-E1"))})
	used.IsUsed = true
	closed := known("Gamla skolan", school, "school", Codes{School: must(ParseSchoolUnitCode("00000009"))})
	closed.To = civil.MustParse("2025-06-30")
	moving := known("Funktionsstöd", social, "lss", Codes{Local: "FS"})
	moving.IsMoved = true
	return Inventory{
		Principal: Principal{Number: ours}, Branches: []Branch{social, school, kinder},
		Units: []Known{
			used, known("Herrgårdsskolan", school, "school", Codes{School: must(ParseSchoolUnitCode("01234567")), Municipality: must(ParseMunicipalityCode("0980"))}),
			known("Solrosen", kinder, "preschool", Codes{Local: "F1"}), closed, moving,
		},
		Others: []Codes{{HSA: must(ParseHSAID("SE2321000131-B1"))}},
	}
}

func try(t interface{ Fatal(...any) }, d ImportDraft, inv Inventory, file string) []ImportRow {
	if d.Format.IsZero() {
		d.Format = sheet.CSV
	}
	d.Encoding, d.From = sheet.Encodings.Must("utf-8"), today
	table, err := sheet.Read([]byte(file), d.Format, d.Encoding, unitColumns, unitLimits)
	if err != nil {
		t.Fatal(err)
	}
	return (&Import{ImportDraft: d}).check(table.Rows, inv)
}

type rowCase struct{ header, row, want string }

// rowsTaken and rowsRefused are rows of a file, and what they come to in the county.
var (
	rowsTaken = []rowCase{
		{"hsaId;name", "SE2120001355-E1;Barn och unga 1", "unchanged"},
		{"hsaId;name", "SE2120001355-E1;Barn och unga Väst", "changed"},
		{"hsaId;localId", "SE2120001355-E1;B1", "changed"},
		{"skolenhetskod;skolenhetsnamn;kommunkod;organisationsnummer", "01234567;Herrgårdsskolan;0980;212000-1355", "unchanged"},
		{"localId;name;secrecyClass;authority", "B9;Barn och unga 9;ifo;Socialnämnden", "added"},
		{"localId;name;secrecyClass;authority;branch", "F9;Maskrosen;preschool;Utbildningsnämnden;Förskola", "added"},
		{"localId;name;secrecyClass;authority;validFrom;validTo", "B9;Barn och unga 9;ifo;Socialnämnden;2026-05-01;2026-12-31", "added"},
		{"localId;validTo", "F1;2026-06-30", "ended"},
		{"localId;validTo;name", "F1;2026-06-30;Solen", "ended"},
		{"schoolUnitCode;validTo", "00000009;2025-06-30", "unchanged"},
	}
	rowsRefused = []rowCase{
		{"localId;name;secrecyClass;authority", "B9;;ifo;Socialnämnden", "name required"},
		{"localId;name;authority", "B9;b;Socialnämnden", "secrecyClass required"},
		{"localId;name;secrecyClass", "B9;b;ifo", "branch required"},
		{"localId;name;secrecyClass;authority", "B9;b;ifo;Utbildningsnämnden", "branch which-branch"},
		{"localId;name;secrecyClass;authority", "B9;b;ifo;Annan nämnd", "authority unknown"},
		{"localId;name;secrecyClass;authority;branch", "B9;b;ifo;Socialnämnden;Grundskola", "branch unknown"},
		{"localId;name;secrecyClass;authority", "B9;b;IFO;Socialnämnden", "secrecyClass unknown"},
		{"localId;name;secrecyClass;authority;validTo", "B9;b;ifo;Socialnämnden;2026-03-01", "validTo dates-out-of-order"},
		{"hsaId", "SE2120001356-E1", "hsaId check-digit"},
		{"hsaId", "se2120001355-E1", "hsaId format"},
		{"schoolUnitCode", "1234567", "schoolUnitCode format"},
		{"localId;municipalityCode", "F1;980", "municipalityCode format"},
		{"localId;organisationNumber", "F1;2120001356", "organisationNumber check-digit"},
		{"localId;organisationNumber", "F1;2321000131", "organisationNumber other-principal"},
		{"localId;validTo", "F1;2026-06-31", "validTo date"},
		{"localId;validTo", "F1;9999-12-31", "validTo date"},
		{"localId;name", "F1;\"Sol\nrosen\"", "name line-break"},
		{"unitId", "x", "unitId format"},
		{"unitId", "01995c3e-7a10-7c41-9a52-3f0b6d1e5401", "unitId unknown"},
		{"name", "Barn och unga 1", " key-required"},
		{"hsaId;name;secrecyClass;authority", "SE2321000131-B1;b;ifo;Socialnämnden", "hsaId taken"},
		{"hsaId;schoolUnitCode", "SE2120001355-E1;01234567", "schoolUnitCode ambiguous"},
		{"hsaId;authority;branch", "SE2120001355-E1;Utbildningsnämnden;Grundskola", "branch needs-reorganisation"},
		{"hsaId;secrecyClass", "SE2120001355-E1;lss", "secrecyClass needs-reorganisation"},
		{"hsaId;validTo", "SE2120001355-E1;2026-06-30", "validTo in-use"},
		{"localId;validTo", "FS;2026-06-30", "validTo needs-reorganisation"},
		{"localId;validTo", "F1;2018-12-31", "validTo dates-out-of-order"},
		{"schoolUnitCode;name", "00000009;Nya skolan", "validTo closed"},
		{"schoolUnitCode;validTo", "00000009;2026-06-30", "validTo closed"},
	}
)

func TestR58EachRowComesToSomething(t *testing.T) {
	t.Parallel()
	inv := county()
	for _, c := range append(rowsTaken, rowsRefused...) {
		got := try(t, ImportDraft{}, inv, c.header+"\n"+c.row+"\n")[0]
		told := got.Outcome.String()
		if got.Outcome == faulty {
			told = got.Column + " " + got.Rule
			if got.Entry != (Entry{}) {
				t.Errorf("%s, %s: a row at fault keeps %+v", c.header, c.row, got.Entry)
			}
		}
		if told != c.want || got.Number != 2 {
			t.Errorf("%s, %s: want %s, got %s of row %d", c.header, c.row, c.want, told, got.Number)
		}
	}
}

// TestRowsThatShareAKey: which of them is meant cannot be told, so none counts.
func TestRowsThatShareAKey(t *testing.T) {
	t.Parallel()
	rows := try(t, ImportDraft{}, county(), "localId;name\nF1;Solen\nF1;Månen\n")
	for _, r := range rows {
		if r.Outcome != faulty || r.Column != columnLocal || r.Rule != ruleTwice {
			t.Errorf("got %+v", r)
		}
	}
}

// TestPartialFilesCloseNothing: only a file that is said to be whole ends what it does not mention, never what is in use, and
// nothing at all when some row may have been about any unit.
func TestPartialFilesCloseNothing(t *testing.T) {
	t.Parallel()
	inv := county()
	const file = "schoolUnitCode;localId;name\n01234567;;Herrgårdsskolan\n"
	if rows := try(t, ImportDraft{}, inv, file); len(rows) != 1 {
		t.Errorf("a partial file: got %+v", rows)
	}
	want := map[string]string{"Barn och unga 1": ruleUsed, "Solrosen": "", "Funktionsstöd": ruleReorganise}
	for name, row := range map[string]string{"": "", "a row that cannot be read": "x\n", "a row about a unit": "01234567;F1;a\n"} {
		rows := try(t, ImportDraft{ClosesMissing: true}, inv, file+row)
		told := map[string]string{}
		for _, r := range rows {
			for _, u := range inv.Units {
				if r.Number == 0 && r.Unit == u.Unit {
					told[u.Name] = r.Rule
					if r.Outcome == ended && r.To != today.AddDays(-1) {
						t.Errorf("%s: %s ends on %s", name, u.Name, r.To)
					}
				}
			}
		}
		expected := maps.Clone(want)
		switch name {
		case "a row that cannot be read":
			expected = map[string]string{"Barn och unga 1": ruleUnsure, "Solrosen": ruleUnsure, "Funktionsstöd": ruleUnsure}
		case "a row about a unit":
			delete(expected, "Solrosen") // it is mentioned, although its row is at fault
		}
		if d := cmp.Diff(expected, told); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestDefaultsAreForNewUnits(t *testing.T) {
	t.Parallel()
	d := ImportDraft{Branch: school.ID, Class: access.ClassNamed("school")}
	rows := try(t, d, county(), "schoolUnitCode;localId;name\n99990009;;Nya skolan\n;F1;Solrosen\n")
	if n := rows[0]; n.Outcome != added || n.Branch != school.ID || n.Class != d.Class || n.From != today || n.Unit.IsZero() {
		t.Errorf("got %+v", n)
	}
	if rows[1].Outcome != unchanged {
		t.Errorf("got %+v", rows[1])
	}
	inv := county()
	if r := try(t, ImportDraft{}, inv, "unitId;name\n"+inv.Units[2].Unit.String()+";Solrosen\n")[0]; r.Outcome != unchanged || r.Unit != inv.Units[2].Unit {
		t.Errorf("by its own id: got %+v", r)
	}
}

func TestApplyAsksForTheNumbers(t *testing.T) {
	t.Parallel()
	fresh := func() *Import {
		return &Import{Intake: sheet.Intake{Status: sheet.Checked, Version: 2}, Counts: ImportCounts{Ended: 2, Faulty: 1}}
	}
	for c, want := range map[Confirmation]string{{0, 0}: "/ended", {2, 0}: "/faulty", {1, 1}: "/ended", {2, 2}: "/faulty"} {
		if f := fault.Of(fresh().apply(c, today.Start())); f.Code != fault.CodeImportUnconfirmed || f.Fields[0].Pointer != want {
			t.Errorf("%+v: got %v", c, f)
		}
	}
	i := fresh()
	if err := i.apply(Confirmation{2, 1}, today.Start()); err != nil || i.Status != sheet.Applied || i.Version != 3 {
		t.Errorf("got %+v, %v", i, err)
	}
	for _, s := range []sheet.IntakeStatus{sheet.Awaiting, sheet.Applied} {
		if err := (&Import{Intake: sheet.Intake{Status: s}}).apply(Confirmation{}, today.Start()); !fault.Has(err, fault.CodeImportState) {
			t.Errorf("%s: got %v", s, err)
		}
	}
}
