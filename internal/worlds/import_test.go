package worlds

import (
	"maps"
	"net/http"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofUnitImports) }

// ofUnitImports are the rows of the table about files of units. What they would apply changes nothing: the places and names of
// units are the same in every world.
var ofUnitImports = map[string]operation{
	"ListUnitImports": list("/unit-imports"),
	"GetUnitExport":   {reads, getUnitExports},
	"GetUnitImport":   get("/unit-imports/{}", importsOf),
	"ListUnitImportRows": {reads, func(q *asking) []request {
		return append(listOf("/unit-imports/{}/rows", importsOf).requests(q), get("/unit-imports/{}/rows?outcome=added", importsOf).requests(q)...)
	}},
	"StartUnitImport": post(writes, "/unit-imports", none, body(object{"format": "csv"}), body(object{"format": "json-lines", "branchId": demo.BranchID("sh-social")}),
		body(object{"format": "csv", "branchId": demo.BranchID("bup")}), body(object{"format": "csv", "branchId": madeUp})),
	"PutUnitImportContent": {writes, putRows("/unit-imports/{}", importsOf, "x", "PK\x03\x04", "hsaId;name\nSE2321000131-E000000009801;BUP Hisingen\n", "localId;name\nIFO-1;Barn och unga 1\n")},
	"ApplyUnitImport":      post(writes, "/unit-imports/{}/applications", importsOf, body(object{"ended": 0, "faulty": 0}), body(object{"ended": 0, "faulty": 1})),
}

func getUnitExports(*asking) []request {
	var all []request
	for _, format := range []string{"csv", "json-lines", "wrong"} {
		all = append(all, request{method: http.MethodGet, path: "/unit-exports?format=" + format})
	}
	return all
}

// putRows sends files with rows to what awaits them, and something that is none.
func putRows(path string, ids func(*asking) []ID, files ...string) func(*asking) []request {
	return func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			all := []request{{method: http.MethodPut, path: at + "/content", body: "{}", tag: `"1"`}}
			for _, file := range files {
				all = append(all, request{method: http.MethodPut, path: at + "/content", body: file, isFile: true, tag: "@" + at})
			}
			return all
		})
	}
}

func importsOf(*asking) []ID {
	all := []ID{madeUp}
	for _, i := range unitImports() {
		all = append(all, i.ID, named("unit import", "another beside "+i.ID.String()))
	}
	return all
}

func (k *known) ofUnitImports() {
	for _, i := range k.Imports {
		if k.SeesUnitImport(k.Reader, i) {
			k.add("unit import", i, named("unit to come", i.ID.String()))
		}
	}
}
