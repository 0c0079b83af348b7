package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// ofMeetings: that a plan's people meet is known with the plan. Where, who leads and who calls to the next is known to those
// who may know where the child is; the leading unit has drawn up the last two itself.
func (k *known) ofMeetings() {
	for i := range k.Meetings {
		m := k.Meetings[i]
		if !k.SeesMeeting(k.Reader, m) {
			continue
		}
		chairs := k.Chairs(k.Reader, m)
		leads, place := k.has(m), k.KnowsPlace(k.Reader, k.Plan(m.Plan).Child)
		attendances, replies, came, taken := m.Attendances, m.Replies, m.OfFamily, m.Taken
		m.Attendances, m.Replies, m.OfFamily, m.Taken, m.Version = nil, nil, nil, nil, 0 // changes of what is hidden are counted, too
		if !leads {
			m.Call, m.NoShows, m.Unit = ID{}, nil, ""
		}
		if !leads && !place {
			m.Leaders, m.NextUnit = nil, ""
		}
		if !place {
			m.Place = ""
		}
		if !k.SeesLink(k.Reader, m) {
			m.Link = ""
		}
		k.add("meeting", m, leads, place, chairs)
		k.ofSuggestions(m)
		k.add("survey", m.ID, slices.Contains(taken, k.Person), notice("survey-waits", m.ID, civil.Of(k.moment(m.Order))))
		for _, a := range attendances {
			if leads || chairs || !k.IsCitizen() && a.Unit == k.Unit {
				k.add("attendance", m.ID, a)
			}
		}
		for _, v := range came {
			if leads || chairs || v.Person == k.Person {
				k.add("took part", m.ID, v, v.Person == k.Plan(m.Plan).Child)
			}
		}
		for _, v := range k.Relations { // of whom it may be noted
			if (leads || chairs) && v.Child == k.Plan(m.Plan).Child && v.Unit == k.Unit && v.Valid.Has(k.Day) {
				k.add("may be noted", m.ID, v.Person)
			}
		}
		for _, v := range replies {
			if leads || v.Person == k.Person {
				k.add("reply", m.ID, v, v.Person == k.Plan(m.Plan).Child)
			}
		}
	}
	if k.Role == "unit-manager" {
		k.ofCounts()
	}
}

// ofCounts: a manager knows how often the own unit was called, and how often it came.
func (k *known) ofCounts() {
	called := 0
	for i := range k.Calls {
		for _, a := range k.Calls[i].Addressees {
			if a.Unit == k.Unit && a.State != "drafted" {
				called++
			}
		}
	}
	for i := range k.Meetings {
		for _, a := range k.Meetings[i].Attendances {
			if a.Unit == k.Unit {
				k.add("counted", k.Meetings[i].ID, a.Presence)
			}
		}
	}
	k.add("called", called)
}

// ofSuggestions: whoever knows who stayed away knows the deviation that it suggests.
func (k *known) ofSuggestions(m Meeting) {
	for _, u := range m.NoShows {
		k.add("suggestion", suggestion(m, u), notice("deviation-suggested", suggestion(m, u), k.Day))
	}
}
