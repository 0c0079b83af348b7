package worlds

import (
	"samplan/internal/demo"
)

// UnitImport is a file of units that a principal reads in: it awaits the file, or has been tried on an organisation that is
// another one by now.
type UnitImport struct {
	ID        ID
	Principal string
	IsTried   bool
	IsWhole   bool
	Name      string // that its one row gives a unit
}

// unitImports are those of every world: nothing of them is drawn, so that worlds stay what they were.
func unitImports() []UnitImport {
	return []UnitImport{
		{named("unit import", "goteborg"), "goteborg", false, true, ""},
		{named("unit import", "tried by goteborg"), "goteborg", true, false, "KANARIE-enhet"},
		{named("unit import", "vgr"), "vgr", false, false, ""},
		{named("unit import", "tried by vgr"), "vgr", true, false, "KANARIE-mottagning"},
	}
}

// SeesUnitImport tells whether an import is of the principal that a reader administrates.
func (w *World) SeesUnitImport(r Reader, i UnitImport) bool {
	return w.SeesClient(r, Client{Principal: i.Principal})
}

// otherUnitImports changes the imports that a reader does not see, and adds one for their principals.
func (w *World) otherUnitImports(r Reader) {
	var all []UnitImport
	for _, i := range unitImports() {
		if !w.SeesUnitImport(r, i) {
			i.IsTried, i.Name = true, i.Name+" KANARIE-ändrad"
			all = append(all, UnitImport{named("unit import", "another beside "+i.ID.String()), i.Principal, false, false, ""})
		}
		all = append(all, i)
	}
	w.Imports = all
}

func (w *World) rowsOfUnitImports(add func(string, row)) {
	admin := demo.Find("sam").PersonID()
	for _, i := range w.Imports {
		r := row{
			"id": i.ID, "principal_id": demo.PrincipalID(i.Principal), "format": "csv", "encoding": "utf-8", "counts_from": w.Day, "closes_missing": i.IsWhole,
			"status": "awaiting", "started_by": admin, "created_at": w.moment(0), "version": 1,
		}
		if i.IsTried {
			r["status"], r["checked_at"], r["checksum"], r["organisation"], r["counts"], r["version"] = "checked", w.moment(0), nothingYet, nothingYet, []int{1, 1, 0, 0, 0, 0}, 2
			add("unit_import_row", row{
				"import_id": i.ID, "position": 1, "number": 2, "outcome": "added", "unit_id": named("unit to come", i.ID.String()), "name": i.Name, "secrecy_class": "ifo",
				"branch_id": demo.BranchID("sh-social"), "first_day": w.Day,
			})
		}
		add("unit_import", r)
	}
}

// nothingYet is a hash of nothing that there is.
const nothingYet = `\x0000000000000000000000000000000000000000000000000000000000000000`
