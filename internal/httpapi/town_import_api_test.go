package httpapi_test

import (
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// unitFile is a file of units: one is new, one changes, one is as it is, one row is at fault.
const unitFile = "localId;name;secrecyClass;authority;branch\n" +
	"IFO-9;Barn och unga 9;ifo;Stadsdelsnämnden Västra Hisingen;Individ- och familjeomsorg och funktionsstöd\n" +
	"IFO-2;Barn och unga 2 Väst;;;\nIFO-1;Barn och unga 1;;;\nIFO-8;Barn och unga 8;okänd;;\n"

func newImport() object { return object{"format": "csv", "countsFrom": day} }

// startImport starts an import, and tries a file if there is one.
func startImport(c testkit.Client, doc object, file string) string {
	i := c.Post("/unit-imports", doc).Want(201).Text("id")
	if file != "" {
		sendFile(c, "/unit-imports/"+i, file).Want(200)
	}
	return i
}

// imports are an import that awaits its file, and one that has been tried.
func (w *town) imports(ids map[string]string) {
	ids["unitImportId"] = startImport(w.As("sam"), newImport(), "")
	ids["triedImport"] = startImport(w.As("sam"), newImport(), unitFile)
	w.registers(ids)
}

func (w *town) importSamples(add adder) {
	add("sam", "ListUnitImports", nil)
	add("sam", "GetUnitExport", nil)
	add("sam", "GetUnitImport", nil, "unitImportId", "triedImport")
	add("sam", "ListUnitImportRows", nil, "unitImportId", "triedImport")
	add("sam", "StartUnitImport", object{
		"format": "csv", "encoding": "windows-1252", "countsFrom": day, "closesMissing": true, "branchId": demo.BranchID("vh-school"), "secrecyClass": "school",
	})
	add("sam", "PutUnitImportContent", nil)
	add("sam", "ApplyUnitImport", object{"ended": 0, "faulty": 1}, "unitImportId", "triedImport")
}

// importValues are imports that are not to be had.
func importValues() []value {
	return []value{
		{"StartUnitImport", "branchId", madeUp, invalid, "/branchId"},
		{"StartUnitImport", "branchId", demo.BranchID("bup"), invalid, "/branchId"}, // another principal's
		{"ApplyUnitImport", "ended", 1, "import-not-confirmed", "/ended"},
		{"ApplyUnitImport", "faulty", 0, "import-not-confirmed", "/faulty"},
	}
}
