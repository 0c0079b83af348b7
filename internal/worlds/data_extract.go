package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// extracted draws extracts: requests of somebody of a family about a child, of a unit (art. 15).
func (m *maker) extracted() {
	for range m.dice.Roll(4) {
		m.dataExtract()
	}
}

// dataExtract draws one of the child itself or of an adult, in which all that the unit holds may be meant.
func (m *maker) dataExtract() {
	if len(m.Items) == 0 {
		return
	}
	i := oneOf(m.dice, m.Items...)
	child := m.Plan(i.Plan).Child
	n := len(m.PublicRequests)
	v := PublicRequest{
		ID: m.id("data-extract"), Child: child, By: child, Unit: i.Unit, Words: fmt.Sprintf("KANARIE-utdrag-%s-%d", i.Unit, n),
		Received: m.Day.AddDays(-oneOf(m.dice, 0, 5, 40)), Order: n, Version: 1,
	}
	if chance(m.dice, 70) {
		v.By = oneOf(m.dice, m.adults...).ID
	}
	if chance(m.dice, 50) {
		v.Decided, v.Version = m.Day, 2
	}
	for _, o := range m.Items {
		if o.Unit == v.Unit && m.Plan(o.Plan).Child == child && chance(m.dice, 70) {
			v.Meant = append(v.Meant, m.meant(o, !v.Decided.IsZero()))
		}
	}
	m.PublicRequests = append(m.PublicRequests, v)
}

// extended draws of which extracts the time was extended.
func (m *maker) extended() {
	for n := range m.PublicRequests {
		if v := &m.PublicRequests[n]; v.isExtract() && chance(m.dice, 40) {
			m.extend(v)
		}
	}
}

func (m *maker) extend(v *PublicRequest) {
	v.Extended, v.Because = v.Received.AddDays(m.dice.Roll(30)), fmt.Sprintf("KANARIE-förlängt-%s-%d", v.Unit, m.dice.Roll(1000))
}

// alter makes the words others, and extends the time of an extract or says another reason.
func (v *PublicRequest) alter() {
	v.Words += " ändrat"
	switch {
	case v.Because != "":
		v.Because += " ändrat"
	case v.isExtract():
		v.Extended, v.Because = v.Received, "KANARIE-förlängt"
	}
}

// AnswerBy is by when an extract is to be answered: a month, and two more where that was extended.
func (v PublicRequest) AnswerBy() civil.Date {
	if v.Because != "" {
		return v.Received.AddMonths(1).AddMonths(2)
	}
	return v.Received.AddMonths(1)
}

// SeesExtract tells whether an extract is there for who asked for it: about oneself, or about a child of one of the plans that are there.
func (w *World) SeesExtract(r Reader, v PublicRequest) bool {
	return r.IsCitizen() && v.isExtract() && v.By == r.Person && (v.Child == r.Person ||
		slices.ContainsFunc(w.Plans, func(p Plan) bool { return p.Child == v.Child && w.SeesPlan(r, p) }))
}

func (v PublicRequest) isExtract() bool { return v.Child != ID{} }

func (w *World) isToldOfExtracts(h ID) bool {
	return slices.ContainsFunc(w.PublicRequests, func(v PublicRequest) bool { return v.isExtract() && (v.Child == h || v.By == h) })
}

func (w *World) rowOfExtract(v PublicRequest, add func(string, row)) {
	if v.isExtract() {
		add("data_extract", row{"request_id": v.ID, "child_id": v.Child, "person_id": v.By, "answer_by": v.Received.AddMonths(1)})
	}
	if v.Because != "" {
		add("data_extract_extension", row{
			"request_id": v.ID, "answer_by": v.AnswerBy(), "reason": v.Because, "extended_on": v.Extended, "extended_by": StaffOf(v.Unit)[0].Person,
		})
	}
}
