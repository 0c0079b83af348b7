package worlds

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// Disposal is a list of what may be weeded, or its certificate (R55), with what the domain decided on disposal before it.
type Disposal struct {
	ID       ID
	Unit     string // of its archivist: the list is that of the unit's domain
	State    string
	Words    string // of the decision that the list rests on
	Setting  ID
	Number   int // the setting's
	Order    int
	Version  int
	Deciders []ID
	Cases    []DisposalCase
}

// DisposalCase is a case on a list.
type DisposalCase struct {
	ID, Child     ID
	Unit, Outcome string
	Due           civil.Date
}

// Mark is what stops or lengthens the clock of a unit's case.
type Mark struct {
	ID, Child, By ID
	Unit, Kind    string
	Words         string
	Set, Ended    civil.Date
	Order         int
	Version       int
}

// SeesDisposal tells whether a list is there: for archivists of its secrecy domain.
func (w *World) SeesDisposal(r Reader, d Disposal) bool {
	return r.Role == "archivist" && w.together(r.Unit, d.Unit)
}

// SeesMarks tells whether marks on a child's case are there at the own unit: for who works with the open case, and for managers of a
// closed one, too.
func (w *World) SeesMarks(r Reader, child ID) bool {
	switch r.Role {
	case "caseworker":
		return w.hasCase(r.Unit, child) && w.hasNeed(r, child)
	case "unit-manager":
		return slices.ContainsFunc(w.Files, func(f File) bool { return f.Unit == r.Unit && f.Child == child })
	}
	return false
}

// weeded draws lists and marks.
func (m *maker) weeded() {
	for range m.dice.Roll(3) {
		m.disposal()
	}
	for range m.dice.Roll(4) {
		m.marked()
	}
}

func (m *maker) disposal() {
	d := Disposal{
		ID: m.id("disposal"), Unit: oneOf(m.dice, "bou1", "bou1", "bup"), State: oneOf(m.dice, "drawn-up", "decided", "carried-out", "cancelled"),
		Setting: m.id("disposal-setting"), Number: 1, Order: len(m.Disposals), Version: 1,
	}
	for _, o := range m.Disposals {
		d.Number = max(d.Number, o.Number+1)
	}
	d.Words = "KANARIE-gallring-" + d.Unit
	if d.State != "drawn-up" {
		d.Deciders, d.Version = []ID{staffID("arne"), staffID("arvid")}, 3
	}
	for range 1 + m.dice.Roll(3) {
		c := DisposalCase{ID: m.id("disposal-case"), Child: m.id("weeded child"), Unit: d.Unit, Outcome: "dropped", Due: m.Day.AddDays(-m.dice.Roll(90))}
		if d.State != "carried-out" {
			f := oneOf(m.dice, m.Files...)
			c.Child, c.Unit, c.Outcome = f.Child, f.Unit, "listed"
		} else if chance(m.dice, 70) {
			c.Outcome = "disposed"
		}
		isListed := slices.ContainsFunc(d.Cases, func(o DisposalCase) bool { return o.Child == c.Child && o.Unit == c.Unit })
		if !isListed && m.together(c.Unit, d.Unit) {
			d.Cases = append(d.Cases, c)
		}
	}
	m.Disposals = append(m.Disposals, d)
}

func staffID(key string) ID { return demo.Find(key).PersonID().UUID() }

func (m *maker) marked() {
	f := oneOf(m.dice, m.Files...)
	k := Mark{
		ID: m.id("mark"), Child: f.Child, Unit: f.Unit, By: StaffOf(f.Unit)[0].Person, Kind: oneOf(m.dice, "placed", "investigation", "legal-hold"),
		Words: "KANARIE-gallringsstopp-" + f.Unit, Set: m.Day.AddDays(-m.dice.Roll(20)), Order: len(m.Marks), Version: 1,
	}
	if chance(m.dice, 30) {
		k.Ended, k.Version = m.Day, 2
	}
	m.Marks = append(m.Marks, k)
}

func (w *World) isToldOfMarks(h ID) bool {
	return slices.ContainsFunc(w.Marks, func(k Mark) bool { return k.Child == h })
}

func cloneDisposals(all []Disposal) []Disposal {
	all = slices.Clone(all)
	for i := range all {
		all[i].Cases, all[i].Deciders = slices.Clone(all[i].Cases), slices.Clone(all[i].Deciders)
	}
	return all
}

var disposalTables = []string{"disposal_setting", "retention_mark", "disposal_run", "disposal_decision", "disposal_case"}

func (w *World) rowsOfDisposals(add func(string, row)) {
	for _, d := range w.Disposals {
		w.rowsOfDisposal(d, add)
	}
	for _, k := range w.Marks {
		r := row{
			"id": k.ID, "child_id": k.Child, "unit_id": unitID(k.Unit), "kind": k.Kind, "reason": k.Words, "set_by": k.By, "set_on": k.Set,
			"created_at": w.moment(k.Order), "version": k.Version,
		}
		if !k.Ended.IsZero() {
			r["ended_on"], r["ended_by"], r["ended_at"], r["end_reason"] = k.Ended, k.By, w.moment(k.Order), k.Words
		}
		add("retention_mark", r)
	}
}

func (w *World) rowsOfDisposal(d Disposal, add func(string, row)) {
	branch, _ := w.domain(d.Unit)
	add("disposal_setting", row{
		"id": d.Setting, "branch_id": demo.BranchID(branch), "secrecy_class": "health", "number": d.Number, "years": 10, "decision": d.Words,
		"set_by": staffID("arne"), "set_on": w.Day, "created_at": w.moment(d.Order),
	})
	r := row{
		"id": d.ID, "branch_id": demo.BranchID(branch), "profile": 1, "state": d.State, "drawn_up_by": staffID("arne"), "drawn_up_on": w.Day,
		"created_at": w.moment(d.Order), "version": d.Version,
	}
	switch d.State {
	case "carried-out":
		r["carried_out_on"] = w.Day
	case "cancelled":
		r["cancelled_on"] = w.Day
	}
	add("disposal_run", r)
	for n, p := range d.Deciders {
		add("disposal_decision", row{"run_id": d.ID, "person_id": p, "decided_at": w.moment(d.Order + n)})
	}
	for _, c := range d.Cases {
		r := row{
			"id": c.ID, "run_id": d.ID, "unit_id": unitID(c.Unit), "child_id": c.Child, "clock": "social-services", "paragraph": "SoL 16 kap 1 §",
			"last_entry_on": c.Due.AddDays(-1800), "due_on": c.Due, "finish_by": c.Due.AddDays(500), "outcome": c.Outcome,
		}
		switch c.Outcome {
		case "dropped":
			r["dropped_because"] = "moved"
		case "disposed":
			r["disposed_on"], r["items"], r["files"], r["plans"] = w.Day, 1, 2, 3
		}
		add("disposal_case", r)
	}
}
