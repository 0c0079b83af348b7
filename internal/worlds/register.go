package worlds

import "samplan/internal/demo"

// RegisterImport is a file of messages of the population register that a unit reads in: it awaits the file, or has been tried.
type RegisterImport struct {
	ID      ID
	Unit    string
	IsTried bool
	Rule    string // that its one row breaks
}

// registerImports are those of every world: nothing of them is drawn, so that worlds stay what they were.
func registerImports() []RegisterImport {
	var all []RegisterImport
	for _, unit := range []string{"bou1", "fs", "bup", "hs"} {
		all = append(all, RegisterImport{named("messages", unit), unit, false, ""}, RegisterImport{named("messages tried", unit), unit, true, "KANARIE-regel"})
	}
	return all
}

// SeesRegisterImport tells whether an import is of the unit that a reader manages.
func (w *World) SeesRegisterImport(r Reader, i RegisterImport) bool {
	return !r.IsCitizen() && !r.isAlone() && r.Role == "unit-manager" && r.Unit == i.Unit
}

// otherRegisterImports changes the imports that a reader does not see, and adds one for their units.
func (w *World) otherRegisterImports(r Reader) {
	var all []RegisterImport
	for _, i := range registerImports() {
		if !w.SeesRegisterImport(r, i) {
			i.IsTried, i.Rule = true, i.Rule+"KANARIE-ändrad"
			all = append(all, RegisterImport{named("another beside", i.ID.String()), i.Unit, false, ""})
		}
		all = append(all, i)
	}
	w.Messages = all
}

func (w *World) rowsOfRegisterImports(add func(string, row)) {
	kim := demo.Find("kim").PersonID()
	for _, i := range w.Messages {
		r := row{
			"id": i.ID, "unit_id": unitID(i.Unit), "format": "csv", "encoding": "utf-8", "status": "awaiting", "started_by": kim, "created_at": w.moment(0), "version": 1,
		}
		if i.IsTried {
			r["status"], r["checked_at"], r["checksum"], r["digest"], r["version"] = "checked", w.moment(0), nothingYet, nothingYet, 2
			r["counts"] = []int{0, 0, 0, 0, 0, 0, 0, 1}
			add("register_import_row", row{"import_id": i.ID, "position": 1, "number": 2, "outcome": "faulty", "rule": i.Rule})
		}
		add("register_import", r)
	}
}
