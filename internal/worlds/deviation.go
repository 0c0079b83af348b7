package worlds

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/id"
)

// Deviation is what a unit entered about another one (R52), with what the managers found and the case of the group that it was
// filed with. Who entered it and the child are the unit's own.
type Deviation struct {
	ID, By, Child                ID
	Unit, Concerns, Kind, Words  string
	Happened, Entered, Withdrawn civil.Date
	Met                          civil.Date
	Manager                      ID
	Cause                        string
	Case                         ID
	Group, State, Reason         string
	Received, Accepted, Returned civil.Date
	Order, Version               int
	CaseVersion, Meeting         int
}

// entering are the roles that enter deviations, and sit in groups.
var entering = []string{"caseworker", "unit-manager", "administrator", "meeting-leader"}

// SeesDeviation tells whether a deviation is there at the unit: for who entered it, and the manager.
func (w *World) SeesDeviation(r Reader, d Deviation) bool {
	return !r.IsCitizen() && r.Unit == d.Unit && (r.Role == "unit-manager" || r.Person == d.By && slices.Contains(entering, r.Role))
}

// SeesDeviationCase tells whether it is there as what a group has: for those who sit in the group today.
func (w *World) SeesDeviationCase(r Reader, d Deviation) bool {
	return d.Case != ID{} && w.sitsIn(r, d.Group, "chair", "secretary", "member") && slices.Contains(entering, r.Role)
}

// sitsIn tells whether a reader has a seat in a group today, as one of the functions.
func (w *World) sitsIn(r Reader, group string, functions ...string) bool {
	if r.IsCitizen() {
		return false
	}
	for _, g := range demo.Groups {
		for _, s := range g.Seats {
			isHere := g.Key == group && s.Unit == r.Unit && demo.Find(s.Person).PersonID().UUID() == r.Person && slices.Contains(functions, s.Function)
			if isHere && (s.To == "" || !w.Day.After(civil.MustParse(s.To))) {
				return true
			}
		}
	}
	return false
}

// SeesLinkedChild tells whether the link to the child is there: for those of the unit who see the child's case.
func (w *World) SeesLinkedChild(r Reader, d Deviation) bool {
	return w.SeesDeviation(r, d) && slices.ContainsFunc(w.Files, func(f File) bool { return f.Child == d.Child && w.SeesCase(r, f) })
}

// deviated draws deviations.
func (m *maker) deviated() {
	for range m.dice.Roll(6) {
		m.deviation()
	}
}

func (m *maker) deviation() {
	by := oneOf(m.dice, where(Staff(), func(r Reader) bool {
		return slices.Contains([]string{"bou1", "bou2", "hs", "bup", "bvc"}, r.Unit) && slices.Contains(entering, r.Role)
	})...)
	d := Deviation{
		ID: m.id("deviation"), By: by.Person, Unit: by.Unit, Concerns: oneOf(m.dice, "fs", "sos", "ro-bof"), Kind: oneOf(m.dice, "observed", "reported"),
		Happened: m.Day.AddDays(-90), Entered: m.Day.AddDays(-80), Order: len(m.Deviations), Version: 1, Words: "KANARIE-avvikelse-" + by.Unit,
	}
	if chance(m.dice, 50) {
		d.Child = oneOf(m.dice, m.People[3:]...).ID
	}
	if d.Kind == "reported" && chance(m.dice, 70) {
		d.Met, d.Cause, d.Version, d.Meeting, d.Manager = d.Entered, "KANARIE-orsak-"+by.Unit, 2, 1, oneOf(m.dice, StaffOf(by.Unit)...).Person
	}
	if d.Kind == "reported" && chance(m.dice, 75) {
		d.Case, d.Group, d.State = m.id("deviation-case"), oneOf(m.dice, "hisingen", "hisingen", "gbg-omradet", "karlskrona"), oneOf(m.dice, "submitted", "returned", "accepted")
		d.Received, d.Version, d.CaseVersion = m.Day.AddDays(-oneOf(m.dice, 0, 10, 70)), d.Version+1, 1
		d.settle(m.Day)
	}
	if (d.Case == ID{} || d.State == "returned") && chance(m.dice, 20) {
		d.Withdrawn, d.Version = m.Day, d.Version+1
	}
	m.Deviations = append(m.Deviations, d)
}

// settle gives the case the dates that its state asks for.
func (d *Deviation) settle(today civil.Date) {
	d.Accepted, d.Returned, d.Reason = civil.Date{}, civil.Date{}, ""
	switch d.State {
	case "accepted":
		d.Accepted = today
	case "returned":
		d.Returned, d.Reason = today, "KANARIE-retur"
	}
}

func (w *World) isToldOfDeviations(h ID) bool {
	return slices.ContainsFunc(w.Deviations, func(d Deviation) bool { return d.Child == h })
}

var deviationTables = []string{"deviation", "deviation_reporter", "deviation_child", "deviation_contact", "deviation_case"}

func (w *World) rowsOfDeviations(add func(string, row)) {
	for _, d := range w.Deviations {
		add("deviation", row{
			"id": d.ID, "unit_id": unitID(d.Unit), "concerns_unit_id": unitID(d.Concerns), "kind": d.Kind, "routine_version_id": id.RoutineNamed("national", 1),
			"category": "hand-over", "happened_on": d.Happened, "entered_on": d.Entered, "body": d.Words, "withdrawn_on": orNull(d.Withdrawn),
			"created_at": w.moment(d.Order), "version": d.Version,
		})
		add("deviation_reporter", row{"deviation_id": d.ID, "unit_id": unitID(d.Unit), "person_id": d.By})
		if d.Child != (ID{}) {
			add("deviation_child", row{"deviation_id": d.ID, "unit_id": unitID(d.Unit), "child_id": d.Child})
		}
		if !d.Met.IsZero() {
			add("deviation_contact", row{
				"deviation_id": d.ID, "contacted_on": d.Met, "manager_id": d.Manager, "other_manager": "Chefen där", "cause": d.Cause, "version": d.Meeting,
			})
		}
		if d.Case != (ID{}) {
			add("deviation_case", row{
				"id": d.Case, "deviation_id": d.ID, "group_id": demo.GroupID(d.Group), "origin": "filed", "state": d.State, "received_on": d.Received,
				"due_on": d.Received.AddDays(60), "accepted_on": orNull(d.Accepted), "returned_on": orNull(d.Returned), "reason": textOrNull(d.Reason),
				"version": d.CaseVersion,
			})
		}
	}
}
