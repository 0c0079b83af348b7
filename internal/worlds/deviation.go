package worlds

import (
	"slices"
	"time"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/id"
)

// Deviation is what a unit entered about another one (R52), with what the managers found and the cases of the groups that have it.
// Who entered it and the child are the unit's own.
type Deviation struct {
	ID, By, Child                ID
	Unit, Concerns, Kind, Words  string
	Happened, Entered, Withdrawn civil.Date
	Met                          civil.Date
	Manager                      ID
	Cause                        string
	Order, Version, Meeting      int
	Cases                        []DeviationCase // the first is the one of the group that it was filed with
}

// DeviationCase is a deviation as a group has it: filed by the unit, or sent by another group.
type DeviationCase struct {
	ID                                ID
	Group, From, Origin, Level, State string
	Reason, Lifted, Answer            string
	Received, Accepted, Returned      civil.Date
	Answered, Closed                  civil.Date
	Version                           int
	Measures                          []Measure
}

// Measure is what a group decided, for a unit to do.
type Measure struct {
	ID          ID
	Unit, Words string
	Due, Done   civil.Date
	Version     int
}

// entering are the roles that enter deviations, and sit in groups.
var entering = []string{"caseworker", "unit-manager", "administrator", "meeting-leader"}

// SeesDeviation tells whether a deviation is there at the unit: for who entered it, and the manager.
func (w *World) SeesDeviation(r Reader, d Deviation) bool {
	return !r.IsCitizen() && r.Unit == d.Unit && (r.Role == "unit-manager" || r.Person == d.By && slices.Contains(entering, r.Role))
}

// SeesDeviationCase tells whether it is there as what a group has: for those who sit in the group today.
func (w *World) SeesDeviationCase(r Reader, c DeviationCase) bool {
	return w.sitsIn(r, c.Group, "chair", "secretary", "member") && slices.Contains(entering, r.Role)
}

// SeesMeasure tells whether a measure is there: for those who sit in the group, and the manager of the unit that is to do it.
func (w *World) SeesMeasure(r Reader, c DeviationCase, m Measure) bool {
	return w.SeesDeviationCase(r, c) || r.Role == "unit-manager" && r.Unit == m.Unit
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
		m.filed(&d)
	}
	if (len(d.Cases) == 0 || d.Cases[0].State == "returned") && chance(m.dice, 20) {
		d.Withdrawn, d.Version = m.Day, d.Version+1
	}
	m.Deviations = append(m.Deviations, d)
}

// filed files it with a group, which may send it on to another one.
func (m *maker) filed(d *Deviation) {
	d.Version++
	c := m.held(oneOf(m.dice, "hisingen", "hisingen", "karlskrona"), "", "filed", "local")
	d.Cases = append(d.Cases, c)
	if c.State == "escalated" {
		d.Cases = append(d.Cases, m.held("gbg-omradet", c.Group, "escalated", oneOf(m.dice, "county", "system")))
	}
	if c.State == "accepted" && c.Group != "hisingen" && chance(m.dice, 60) {
		d.Cases = append(d.Cases, m.held("hisingen", c.Group, "mirrored", "local"))
	}
}

// held draws what a group has.
func (m *maker) held(group, from, origin, level string) DeviationCase {
	c := DeviationCase{
		ID: m.id("deviation-case"), Group: group, From: from, Origin: origin, Level: level, Version: 1, Received: m.Day.AddDays(-oneOf(m.dice, 0, 10, 70)),
		State: oneOf(m.dice, "submitted", "returned", "accepted", "accepted", "escalated", "answered", "closed"),
	}
	if origin != "filed" && c.State == "escalated" {
		c.State = "accepted"
	}
	c.settle(m.Day)
	for range m.dice.Roll(3) {
		if c.State == "accepted" || c.State == "escalated" || c.State == "answered" {
			e := Measure{m.id("measure"), oneOf(m.dice, "bou1", "hs", "bup"), "KANARIE-åtgärd-" + group, m.Day.AddDays(oneOf(m.dice, -4, 9)), civil.Date{}, 1}
			if chance(m.dice, 40) {
				e.Done, e.Version = m.Day, 2
			}
			c.Measures = append(c.Measures, e)
		}
	}
	return c
}

// settle gives the case what its state asks for.
func (c *DeviationCase) settle(today civil.Date) {
	var none civil.Date
	c.Accepted, c.Returned, c.Answered, c.Closed, c.Reason, c.Answer, c.Lifted = none, none, none, none, "", "", ""
	if c.State == "returned" {
		c.Returned, c.Reason = today, "KANARIE-retur"
	} else if c.State != "submitted" {
		c.Accepted = today
	}
	if c.State == "escalated" || c.Level == "system" {
		c.Lifted = "KANARIE-lyft"
	}
	if c.State == "answered" || c.State == "closed" {
		c.Answered, c.Answer = today, "KANARIE-svar"
	}
	if c.State == "closed" {
		c.Closed = today
	}
}

func cloneDeviations(all []Deviation) []Deviation {
	all = slices.Clone(all)
	for n := range all {
		all[n].Cases = slices.Clone(all[n].Cases)
		for i := range all[n].Cases {
			all[n].Cases[i].Measures = slices.Clone(all[n].Cases[i].Measures)
		}
	}
	return all
}

func (w *World) isToldOfDeviations(h ID) bool {
	return slices.ContainsFunc(w.Deviations, func(d Deviation) bool { return d.Child == h })
}

var deviationTables = []string{"deviation", "deviation_reporter", "deviation_child", "deviation_contact", "deviation_case", "deviation_measure"}

func (w *World) rowsOfDeviations(add func(string, row)) {
	w.rowsOfForums(add)
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
		for n, c := range d.Cases {
			add("deviation_case", c.row(d))
			for i, e := range c.Measures {
				add("deviation_measure", e.row(c, w.moment(d.Order+n+i)))
			}
		}
	}
}

func (c DeviationCase) row(d Deviation) row {
	r := row{
		"id": c.ID, "deviation_id": d.ID, "group_id": demo.GroupID(c.Group), "origin": c.Origin, "level": c.Level, "state": c.State, "received_on": c.Received,
		"due_on": c.Received.AddDays(60), "accepted_on": orNull(c.Accepted), "returned_on": orNull(c.Returned), "reason": textOrNull(c.Reason),
		"lifted_because": textOrNull(c.Lifted), "answer": textOrNull(c.Answer), "answered_on": orNull(c.Answered), "closed_on": orNull(c.Closed), "version": c.Version,
	}
	if c.From != "" {
		r["from_group_id"] = demo.GroupID(c.From)
	}
	return r
}

func (e Measure) row(c DeviationCase, at time.Time) row {
	r := row{
		"id": e.ID, "case_id": c.ID, "group_id": demo.GroupID(c.Group), "unit_id": unitID(e.Unit), "body": e.Words, "decided_on": e.Due.AddDays(-20),
		"due_on": e.Due, "created_at": at, "version": e.Version,
	}
	if !e.Done.IsZero() {
		r["outcome"], r["effect"], r["followed_up_on"] = "partly", "KANARIE-verkan", e.Done
	}
	return r
}
