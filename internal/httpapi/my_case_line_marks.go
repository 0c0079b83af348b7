package httpapi

import (
	"slices"

	"samplan/internal/caseline"
	"samplan/internal/civil"

	"samplan/internal/httpapi/wire"
)

// myTold is a case line of the family in the making. Of units the family has the names.
type myTold struct {
	*toldLine
	units unitNames
}

// named marks on the lane of whoever the family sees named: a unit, or somebody who is none.
func (t myTold) named(name string, m caseline.Mark) {
	u, isUnit := t.units[name]
	switch {
	case name == "":
		t.onPlan(m)
	case isUnit:
		t.Add(caseline.OfUnit, caseline.Actor{Name: u.Name, Principal: u.Principal}, m)
	default:
		t.Add(caseline.Outside, caseline.Actor{Name: name}, m)
	}
}

// service marks on the lane of a unit.
func (t myTold) service(name string, m caseline.Mark) {
	u := t.units.named(name)
	t.Add(caseline.OfUnit, caseline.Actor{Name: u.Name, Principal: u.Principal}, m)
}

func (t myTold) ofPlan(p wire.MyPlan, evaluations []wire.MyEvaluation) {
	for _, y := range p.Parties {
		t.service(y.Unit, caseline.Mark{Kind: caseline.Party, On: civilDay(y.StartsOn), Until: civilDay(y.EndsOn)})
	}
	holder := map[wireID]string{}
	for _, g := range p.Goals {
		holder[g.Id] = given(g.By)
	}
	for _, i := range p.Interventions {
		holder[i.Id] = given(i.Responsible)
		t.named(holder[i.Id], caseline.Mark{Kind: caseline.Intervention, On: civilDay(i.StartsOn), Until: civilDay(i.EndsOn), Quoted: i.Title})
	}
	for _, e := range evaluations {
		if name, ok := holder[e.ItemId]; ok {
			t.named(name, caseline.Mark{Kind: caseline.Evaluated, On: on(e.On), Detail: inWords(t.language, e.Outcome)})
		}
	}
	for _, v := range p.ChildViews {
		t.onFamily(caseline.Mark{Kind: caseline.ChildView, On: on(v.CreatedOn)})
	}
	for _, d := range p.Disagreements {
		t.disagreement(d.From, d.CreatedOn)
	}
}

func (t myTold) leads(leads []wire.MyPlanLead, roles []wire.MyRoleHolder) {
	for _, l := range leads {
		t.service(l.Unit, caseline.Mark{Kind: caseline.Lead, On: on(l.StartsOn), Until: civilDay(l.EndsOn)})
	}
	for _, h := range roles {
		t.service(h.Unit, caseline.Mark{Kind: caseline.Role, On: on(h.StartsOn), Until: civilDay(h.EndsOn), Detail: inWords(t.language, h.Role)})
	}
}

func (t myTold) meetings(all []wire.MyMeeting) {
	for n := range all {
		m := &all[n]
		if m.State != wire.MeetingStateClosed {
			continue
		}
		day := civil.Of(m.StartsAt)
		t.onPlan(caseline.Mark{Kind: caseline.Meeting, On: day})
		if m.MyPresence != nil && slices.Contains(takingPart, *m.MyPresence) {
			t.onFamily(caseline.Mark{Kind: caseline.MeetingAttended, On: day})
		}
	}
}

// consents marks what one has said yes to oneself, while it is or was in force. When one took it back is not told by one's consents.
func (t myTold) consents(all []wire.MyConsent) {
	for n := range all {
		c := &all[n]
		if c.MyAnswer == wire.GiverAnswerGiven && (c.State == wire.ConsentStateLive || c.State == wire.ConsentStateExpired) {
			t.onFamily(caseline.Mark{Kind: caseline.Consent, On: on(c.ValidFrom), Until: on(c.ValidTo), Detail: inWords(t.language, c.Kind)})
		}
	}
}
