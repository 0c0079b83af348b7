package httpapi_test

import (
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// outcomes gives what each row of an import came to, with the fault.
func outcomes(c testkit.Client, i string) []string { return outcomesAt(c, "/unit-imports/"+i) }

func outcomesAt(c testkit.Client, path string) []string {
	var all []string
	for _, r := range c.Get(path + "/rows?limit=100").Want(200).Rows("rows") {
		told, _ := r["outcome"].(string)
		if told == "faulty" {
			column, _ := r["column"].(string)
			rule, _ := r["rule"].(string)
			told = strings.TrimSpace(column + " " + rule)
		}
		all = append(all, told)
	}
	return all
}

// TestR58UnitsAreReadIn: a file is tried, told of, and applied; then the same file changes nothing.
func TestR58UnitsAreReadIn(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	sam := w.As("sam")
	rows := w.rows()
	i := startImport(sam, newImport(), strings.Replace(unitFile, "Barn och unga 8", canary, 1))
	if got := outcomes(sam, i); !slices.Equal(got, []string{"added", "changed", "unchanged", "secrecyClass unknown"}) {
		t.Fatalf("got %v", got)
	}
	sam.Get("/unit-imports/" + i + "/rows").Hides(canary)
	sam.Get("/unit-imports/" + i + "/rows?outcome=faulty").Want(200).Hides("Barn och unga")
	delete(rows, "unit_import")
	delete(rows, "unit_import_row")
	delete(rows, "idempotency_key")
	for table, was := range rows {
		if now := w.rows()[table]; now != was {
			t.Errorf("a dry run changed %s", table)
		}
	}
	apply := "/unit-imports/" + i + "/applications"
	sam.Post(apply, object{"ended": 0, "faulty": 0}).Refused(422, "import-not-confirmed", "/faulty")
	sam.Post(apply, object{"ended": 0, "faulty": 1}).Want(200)
	sam.Post(apply, object{"ended": 0, "faulty": 1}).Refused(409, "import-not-open")
	sendFile(sam, "/unit-imports/"+i, unitFile).Refused(409, "import-not-open")
	units := w.As("karin").Get("/units?limit=100&principalId=" + demo.PrincipalID("goteborg").String()).Want(200)
	for _, name := range []string{"Barn och unga 9", "Barn och unga 2 Väst"} {
		if !strings.Contains(units.Body, name) {
			t.Errorf("%s is not among the units", name)
		}
	}
	again := startImport(sam, newImport(), unitFile)
	if got := outcomes(sam, again); !slices.Equal(got, []string{"unchanged", "unchanged", "unchanged", "secrecyClass unknown"}) {
		t.Errorf("the same file again: %v", got)
	}
}

// TestAnImportMeetsTheOrganisationItWasTriedOn: when that changes, nothing at all is applied.
func TestAnImportMeetsTheOrganisationItWasTriedOn(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	sam := w.As("sam")
	one, other := startImport(sam, newImport(), unitFile), startImport(sam, newImport(), "localId;name\nIFO-1;Barn och unga Ett\n")
	sam.Post("/unit-imports/"+one+"/applications", object{"ended": 0, "faulty": 1}).Want(200)
	rows := w.rows()
	sam.Post("/unit-imports/"+other+"/applications", object{"ended": 0, "faulty": 0}).Refused(409, "import-outdated")
	w.wantRows(t, rows)
}

// TestWhatMovesAWallIsNoImport: nor does a file end a unit in which somebody works, whether it names it or not.
func TestWhatMovesAWallIsNoImport(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	sam := w.As("sam")
	i := startImport(sam, newImport(), "localId;secrecyClass;authority;branch;validTo\nIFO-1;lss;;;\nIFO-2;;Grundskolenämnden;Grundskola;\nFSK-98;;;;2020-12-31\n")
	if got := outcomes(sam, i); !slices.Equal(got[:2], []string{"secrecyClass needs-reorganisation", "branch needs-reorganisation"}) {
		t.Errorf("got %v", got)
	}
	whole := newImport()
	whole["closesMissing"] = true
	i = startImport(sam, whole, "localId\nIFO-1\n")
	for _, r := range sam.Get("/unit-imports/" + i + "/rows?limit=100").Want(200).Rows("rows") {
		if r["outcome"] == "ended" {
			t.Errorf("%v would end", r)
		}
	}
	fresh := "localId;name;secrecyClass;authority;branch\nTOM;Tom enhet;school;Stadsdelsnämnden Västra Hisingen;Grundskola\n"
	sam.Post("/unit-imports/"+startImport(sam, newImport(), fresh)+"/applications", object{"ended": 0, "faulty": 0}).Want(200)
	i = startImport(sam, newImport(), "localId;validTo\nTOM;2020-12-31\n")
	sam.Post("/unit-imports/"+i+"/applications", object{"ended": 0, "faulty": 0}).Refused(422, "import-not-confirmed", "/ended")
	sam.Post("/unit-imports/"+i+"/applications", object{"ended": 1, "faulty": 0}).Want(200)
}

// TestFilesOfUnitsThatCannotBeUsed: the import stays open, and nothing of the file is repeated.
func TestFilesOfUnitsThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	sam := w.As("sam")
	i := startImport(sam, newImport(), "")
	rows := w.rows()
	for file, rule := range map[string]string{
		"name\n\"" + canary:                   "quote",
		canary + ";" + canary + "\na;b\n":     "header",
		"name;namn\n" + canary + ";b\n":       "column-twice",
		"name\nF\xf6rskolan " + canary + "\n": "utf-8",
		"PK\x03\x04" + canary:                 "not-text",
		"\x1f\x8b\x08" + canary:               "not-text",
		"%PDF-1.7" + canary:                   "not-text",
		"\xff\xfen\x00":                       "not-text",
		"name\n":                              "empty",
		"name\n" + strings.Repeat("a\n", 1e6): "too-many-rows",
	} {
		a := sendFile(sam, "/unit-imports/"+i, file)
		a.Hides(inside...)
		if a.Status != 422 || a.Text("code") != "unusable-file" || !strings.Contains(a.Body, `"`+rule+`"`) {
			t.Errorf("%.30q: want %s, got %d %s", file, rule, a.Status, a.Body)
		}
	}
	sendFile(sam, "/unit-imports/"+i, strings.Repeat("a", 8<<20+1)).Refused(413, "content-too-large")
	w.wantRows(t, rows)
	odd := "localId;name\nA\x00;" + canary + "\nB;\u202e" + canary + "\nC;" + strings.Repeat("x", 300000) + "\nD\n"
	sendFile(sam, "/unit-imports/"+i, odd).Want(200)
	if got := outcomes(sam, i); !slices.Equal(got, []string{"localId control-character", "name text-direction", "name too-long", "number-of-cells"}) {
		t.Errorf("got %v", got)
	}
}

// TestImportsAreTheAdministrators: for other roles there are none, and for other principals not these.
func TestImportsAreTheAdministrators(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	i := startImport(w.As("sam"), newImport(), unitFile)
	for who, status := range map[string]int{"karin": 403, "kim": 403, "disa": 403, "rut": 404} {
		c := w.As(who)
		c.Get("/unit-imports/" + i).Want(status)
		c.Get("/unit-imports/" + i + "/rows").Want(status)
		c.Post("/unit-imports/"+i+"/applications", object{"ended": 0, "faulty": 1}).Want(status)
		if status == 403 {
			c.Get("/unit-imports").Want(status)
			c.Post("/unit-imports", newImport()).Want(status)
			continue
		}
		c.Get("/unit-imports").Want(200).Hides(i)
	}
}

// TestR58UnitsAreWrittenAsTheyAreRead: what is exported is all unchanged when it is read in again, and no cell runs.
func TestR58UnitsAreWrittenAsTheyAreRead(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	sam := w.As("sam")
	name := newImport()
	i := startImport(sam, name, "localId;name\nIFO-1;=cmd|' /C calc'!A0\n")
	sam.Post("/unit-imports/"+i+"/applications", object{"ended": 0, "faulty": 0}).Want(200)
	for _, format := range []string{"csv", "json-lines"} {
		file := sam.Get("/unit-exports?format=" + format).Want(200)
		if format == "csv" && (!strings.Contains(file.Body, ";'=cmd") || strings.Contains(file.Body, ";=cmd")) {
			t.Errorf("a cell runs: %s", file.Body)
		}
		doc := object{"format": format, "closesMissing": true}
		for _, got := range outcomes(sam, startImport(sam, doc, file.Body)) {
			if got != "unchanged" {
				t.Errorf("%s: got %s", format, got)
			}
		}
	}
	w.As("karin").Get("/unit-exports?format=csv").Want(403)
}

// TestFilesInWindows1252: as spreadsheets save them, when that is said.
func TestFilesInWindows1252(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	doc := newImport()
	doc["encoding"] = "windows-1252"
	a := sendFile(w.As("sam"), "/unit-imports/"+startImport(w.As("sam"), doc, ""), "localId;name\r\nFSK-98;F\xf6rskolan Solrosen\r\n").Want(200)
	a.Shows(`"unchanged":1`)
}
