package httpapi

import (
	"slices"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/caseline"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/phrase"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// toldLine is a case line in the making, in a language.
type toldLine struct {
	caseline.Line
	language phrase.Language
}

func on(d types.Date) civil.Date { return civil.FromUTC(d.Time) }

func isProtected(v plan.View) bool {
	n := v.ChildName
	return n.Given.IsZero() && n.Family.IsZero() || n.Protection != person.NoProtection
}

func actorOf(u wire.UnitRef) caseline.Actor {
	return caseline.Actor{ID: id.UnitOf(u.Id), Name: u.Name, Authority: u.Authority, Principal: u.Principal}
}

// unit marks on a unit's lane, or on the plan's where the reader is not told which unit it is.
func (t *toldLine) unit(u *wire.UnitRef, m caseline.Mark) {
	if u == nil {
		t.Add(caseline.OfPlan, caseline.Actor{}, m)
		return
	}
	t.Add(caseline.OfUnit, actorOf(*u), m)
}

func (t *toldLine) onPlan(m caseline.Mark)   { t.Add(caseline.OfPlan, caseline.Actor{}, m) }
func (t *toldLine) onFamily(m caseline.Mark) { t.Add(caseline.OfFamily, caseline.Actor{}, m) }

// ofPlan marks what staff see in the plan.
func (t *toldLine) ofPlan(p wire.Plan, evaluations []wire.Evaluation) {
	t.onPlan(caseline.Mark{Kind: caseline.PlanNoted, On: on(p.CreatedOn)})
	for _, y := range p.Parties {
		t.party(y, p.LeadUnit)
	}
	holder := map[wireID]*wire.UnitRef{}
	for _, g := range p.Goals {
		holder[g.Id] = g.Owner
	}
	for _, i := range p.Interventions {
		holder[i.Id] = i.Owner
		m := caseline.Mark{Kind: caseline.Intervention, On: civilDay(i.StartsOn), Until: civilDay(i.EndsOn), Quoted: i.Title}
		if i.OutsideActor != nil {
			t.Add(caseline.Outside, caseline.Actor{Name: *i.OutsideActor}, m)
		} else {
			t.unit(i.Owner, m)
		}
	}
	for _, e := range evaluations {
		if u, ok := holder[e.ItemId]; ok {
			t.unit(u, caseline.Mark{Kind: caseline.Evaluated, On: on(e.On), Detail: inWords(t.language, e.Outcome)})
		}
	}
	for _, v := range p.ChildViews {
		t.onFamily(caseline.Mark{Kind: caseline.ChildView, On: on(v.CreatedOn)})
	}
	for _, d := range p.Disagreements {
		t.disagreement(d.From, d.CreatedOn)
	}
}

// disagreement marks one of the family's; those of services are told in the plan.
func (t *toldLine) disagreement(from *string, day types.Date) {
	if by := given(from); by == byGuardian || by == byChild {
		t.onFamily(caseline.Mark{Kind: caseline.Disagreement, On: on(day)})
	}
}

// party marks when a unit was asked and what it answered. The unit that leads was not asked.
func (t *toldLine) party(y wire.Party, lead wire.UnitRef) {
	if y.Unit != lead {
		t.unit(&y.Unit, caseline.Mark{Kind: caseline.PartyCalled, On: on(y.AddedOn), Detail: inWords(t.language, y.Mode)})
	}
	switch {
	case takesPart(y.State):
		t.unit(&y.Unit, caseline.Mark{Kind: caseline.Party, On: civilDay(y.AnsweredOn), Until: civilDay(y.LeftOn)})
	case y.State == wire.PartyStateDeclined:
		t.unit(&y.Unit, caseline.Mark{Kind: caseline.PartyDeclined, On: civilDay(y.AnsweredOn)})
	}
}

// ofCourse marks how the plan went.
func (t *toldLine) ofCourse(followUps []wire.FollowUp, versions []wire.VersionRow, calls []wire.Call) {
	for _, f := range followUps {
		t.onPlan(caseline.Mark{Kind: caseline.FollowedUp, On: on(f.On)})
	}
	for _, v := range versions {
		t.onPlan(caseline.Mark{Kind: caseline.VersionDispatched, On: on(v.DispatchedOn)})
	}
	for n := range calls {
		t.onPlan(caseline.Mark{Kind: caseline.CallSent, On: civilDay(calls[n].SentOn)})
	}
}

// steps marks the steps of the plan; why it ended is told elsewhere.
func (t *toldLine) steps(all []wire.MyStatusChange) {
	for _, s := range all {
		m := caseline.Mark{Kind: caseline.PlanStep, On: on(s.On), Detail: inWords(t.language, s.To)}
		switch to, _ := plan.Statuses.Parse(string(s.To)); { // a step of the plan has a status
		case to == plan.Established:
			m = caseline.Mark{Kind: caseline.PlanEstablished, On: m.On}
		case plan.IsOver(to):
			m.Kind = caseline.PlanEnded
		}
		t.onPlan(m)
	}
}

func (t *toldLine) leads(leads []wire.PlanLead, roles []wire.RoleHolder) {
	for _, l := range leads {
		t.unit(&l.Unit, caseline.Mark{Kind: caseline.Lead, On: on(l.StartsOn), Until: civilDay(l.EndsOn)})
	}
	for _, h := range roles {
		t.unit(&h.Unit, caseline.Mark{Kind: caseline.Role, On: on(h.StartsOn), Until: civilDay(h.EndsOn), Detail: inWords(t.language, h.Role)})
	}
}

var takingPart = []wire.Presence{wire.PresenceCame, wire.PresenceDigital}

// meetings marks those that were held and who was there.
func (t *toldLine) meetings(all []wire.Meeting) {
	for n := range all {
		m := &all[n]
		if m.State != wire.MeetingStateClosed {
			continue
		}
		day := civil.Of(m.StartsAt)
		t.onPlan(caseline.Mark{Kind: caseline.Meeting, On: day})
		for _, a := range m.Attendances {
			if slices.Contains(takingPart, a.Presence) {
				t.unit(&a.Unit, caseline.Mark{Kind: caseline.MeetingAttended, On: day})
			}
		}
		for _, f := range m.FamilyAttendances {
			if slices.Contains(takingPart, f.Presence) {
				t.onFamily(caseline.Mark{Kind: caseline.MeetingAttended, On: day})
			}
		}
	}
}

// consents marks those of the child's own family that were in force, and what was refused or taken back.
func (t *toldLine) consents(all []wire.Consent) {
	for n := range all {
		c := &all[n]
		if c.Kind == wire.ConsentKindOtherPerson {
			continue
		}
		kind := inWords(t.language, c.Kind)
		for _, g := range c.Givers {
			if g.Answer == wire.GiverAnswerRefused {
				t.onFamily(caseline.Mark{Kind: caseline.ConsentRefused, On: civilDay(g.AnsweredOn), Detail: kind})
			}
		}
		if until := civilDay(c.WithdrawnOn); !until.IsZero() {
			t.onFamily(caseline.Mark{Kind: caseline.ConsentWithdrawn, On: until, Detail: kind})
		}
		if c.State == wire.ConsentStateLive || c.State == wire.ConsentStateExpired {
			t.onFamily(caseline.Mark{Kind: caseline.Consent, On: on(c.ValidFrom), Until: on(c.ValidTo), Detail: kind})
		}
	}
}

// information marks what the own unit asked others and was asked.
func (t *toldLine) information(all []wire.InformationRequestRow) {
	for n := range all {
		v := &all[n]
		t.unit(&v.From, caseline.Mark{Kind: caseline.InformationAsked, On: on(v.SentOn)})
		if v.State == wire.InformationStateAnswered {
			t.unit(&v.To, caseline.Mark{Kind: caseline.InformationAnswered, On: civilDay(v.EndedOn)})
		}
	}
}

// served says of each unit which kind of service it is.
func (t *toldLine) served(r reader) caseline.Line {
	l := t.Line
	for n := range l.Lanes {
		a := &l.Lanes[n].Actor
		u, _ := r.labels.Unit(a.ID) // one that the directory does not hold is of no kind
		a.Service = u.Class.String()
	}
	return l
}
