package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Information is what one unit asks another about a child (R51), with what the receiver does with it.
type Information struct {
	ID, Child, Author, Form  ID
	From, To                 string
	Given, Family, Words     string
	Birth, Sent, Due, Ended  civil.Date
	State, Decline, Answer   string
	Owner, Substitute        ID
	AwayFrom, AwayTo         civil.Date
	Draft, Note              string
	Order, Version, Handling int
}

func (m *maker) inquired() {
	for range m.dice.Roll(5) {
		m.information()
	}
}

// information draws a request by a unit that has or had a case, waiting or ended in each way.
func (m *maker) information() {
	if len(m.Files) == 0 {
		return
	}
	if len(m.Questionnaires) == 0 {
		m.questionnaire()
	}
	f := oneOf(m.dice, m.Files...)
	v := Information{
		ID: m.id("information"), Child: f.Child, From: f.Unit, To: oneOf(m.dice, units...), Given: f.Given, Family: f.Family, Birth: f.Birth,
		Author: oneOf(m.dice, StaffOf(f.Unit)...).Person, Form: oneOf(m.dice, m.Questionnaires...).ID, Sent: m.Day.AddDays(-oneOf(m.dice, 0, 5, 30)),
		State: oneOf(m.dice, "sent", "sent", "answered", "declined", "withdrawn"), Order: len(m.Informations), Version: 1,
	}
	if v.From == v.To {
		return
	}
	v.Due, v.Words = v.Sent.AddDays(20), "KANARIE-komplettering-"+v.From
	if v.State != "sent" {
		v.Ended, v.Version = m.Day, 2
	}
	if v.State == "declined" {
		v.Decline = oneOf(m.dice, "not-known", "wrong-unit")
	}
	if v.State == "answered" || chance(m.dice, 60) {
		m.tasked(&v)
	}
	if v.State == "answered" {
		v.Answer = v.Draft
	}
	m.Informations = append(m.Informations, v)
}

// tasked gives somebody the task, and some of the time a substitute.
func (m *maker) tasked(v *Information) {
	staff := StaffOf(v.To)
	v.Owner, v.Handling, v.Draft, v.Note = oneOf(m.dice, staff...).Person, v.Handling+1, "KANARIE-utkast-"+v.To, "KANARIE-dokumentation-"+v.To
	v.Substitute, v.AwayFrom, v.AwayTo = ID{}, civil.Date{}, civil.Date{}
	if other := oneOf(m.dice, staff...).Person; other != v.Owner && chance(m.dice, 50) {
		v.Substitute, v.AwayFrom, v.AwayTo = other, m.Day.AddDays(oneOf(m.dice, -3, 0, 1)), m.Day.AddDays(4)
	}
}

// task tells whose task it is today.
func (w *World) task(v Information) ID {
	if v.Substitute != (ID{}) && !w.Day.Before(v.AwayFrom) && !w.Day.After(v.AwayTo) {
		return v.Substitute
	}
	return w.onDuty(v.To, v.Owner)
}

// SeesInformation tells whether a request is there for the reader: at the unit that asks for those who work with the child and their
// manager; at the one that is asked for its manager, and whose task it is.
func (w *World) SeesInformation(r Reader, v Information) bool {
	switch {
	case r.IsCitizen() || r.Role != "caseworker" && r.Role != "unit-manager":
		return false
	case r.Unit == v.From:
		return w.hasNeed(r, v.Child)
	case r.Unit == v.To:
		return r.Role == "unit-manager" || v.Owner != ID{} && w.task(v) == r.Person
	}
	return false
}

// mayTell tells whether a unit may tell another about a child, as whether it may read it for a party.
func (w *World) mayTell(child ID, from, to, category string) bool {
	giver, givenSince := w.domain(from)
	receiver, receivesSince := w.domain(to)
	if w.isBlocked(child, from) {
		return false
	}
	return giver == receiver || slices.ContainsFunc(w.Consents, func(c Consent) bool {
		return c.Kind == "share" && c.Child == child && w.InForce(&c) && slices.Contains(c.Scopes, Scope{giver, receiver, category}) &&
			!givenSince.After(c.Valid.From) && !receivesSince.After(c.Valid.From)
	})
}

func (w *World) isToldOfInformation(h ID) bool {
	return slices.ContainsFunc(w.Informations, func(v Information) bool { return v.Child == h })
}

// sweepInformations: what was asked with a questionnaire that is gone was never asked.
func (w *World) sweepInformations() {
	w.Informations = where(w.Informations, func(v Information) bool {
		return slices.ContainsFunc(w.Questionnaires, func(q Questionnaire) bool { return q.ID == v.Form })
	})
}

var informationTables = []string{"information_request", "information_handling", "information_ground", "information_routine", "absence"}

func (w *World) rowsOfInformations(add func(string, row)) {
	w.rowsOfAbsences(add)
	w.rowsOfFormulations(add)
	said := func(text string) any {
		if text == "" {
			return nil
		}
		return []row{{"code": "a", "values": []string{text}}}
	}
	for _, v := range w.Informations {
		add("information_request", row{
			"id": v.ID, "child_id": v.Child, "given_name": v.Given, "family_name": v.Family, "birth_date": v.Birth, "from_unit_id": unitID(v.From),
			"to_unit_id": unitID(v.To), "questionnaire_id": v.Form, "author_id": v.Author, "body": v.Words, "sent_on": v.Sent, "remind_from": v.Sent,
			"due_on": v.Due, "created_at": w.moment(v.Order), "state": v.State, "ended_on": orNull(v.Ended), "answers": said(v.Answer),
			"decline": textOrNull(v.Decline), "version": v.Version,
		})
		if v.Owner != (ID{}) {
			add("information_handling", row{
				"request_id": v.ID, "unit_id": unitID(v.To), "owner_id": v.Owner, "substitute_id": idOrNull(v.Substitute), "away_from": orNull(v.AwayFrom),
				"away_to": orNull(v.AwayTo), "assigned_by": v.Owner, "draft": said(v.Draft), "note": textOrNull(v.Note), "version": v.Handling,
			})
		}
	}
}
