package demo

import (
	"context"
	"strings"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/plan"
)

func text(s string) person.Text { return person.NewText(s) }

// register opens a unit's case about a child and tells the unit who the guardians are.
func (t *teller) register(by, child string, protection person.Protection, guardians ...string) id.Person {
	kid := t.open(by, Find(child), protection)
	for _, g := range guardians {
		t.relate(by, kid, Find(g))
	}
	return kid
}

// open opens a unit's case about a child.
func (t *teller) open(by string, c Person, protection person.Protection) (kid id.Person) {
	t.as(by, "RegisterChild", func(ctx context.Context, a access.Actor) error {
		number, err := person.ParseIdentifier(person.Personnummer, c.Number, a.Today())
		if err != nil {
			return err
		}
		made, err := t.w.Children.Register(ctx, a, person.Registration{
			Details:    person.Details{Name: nameOf(c), Protection: protection},
			Identifier: number, BirthDate: c.Birth, Reason: text("Anmält behov av stöd"),
		})
		kid = made.ID
		return err
	})
	return kid
}

func (t *teller) relate(by string, kid id.Person, g Person) {
	t.as(by, "AddRelation", func(ctx context.Context, a access.Actor) error {
		number, err := person.ParseIdentifier(person.Personnummer, g.Number, a.Today())
		if err != nil {
			return err
		}
		_, err = t.w.Children.Relate(ctx, a, kid, person.RelationDraft{
			Identifier: number, Kind: person.RelationKinds.Must("parent-custodian"), Name: nameOf(g), Span: person.Span{From: t.day},
		})
		return err
	})
}

func nameOf(p Person) person.Name {
	given, family, _ := strings.Cut(p.Name, " ")
	return person.NewName(given, family)
}

// note opens a plan that the unit of its author leads.
func (t *teller) note(by string, kid id.Person, kind string, drafts ...plan.Draft) (p id.Plan) {
	t.as(by, "CreatePlan", func(ctx context.Context, a access.Actor) error {
		v, err := t.w.Plans.Create(ctx, a, plan.NotedNeed{Child: kid, Kind: plan.Kinds.Must(kind), Drafts: drafts})
		p = v.ID
		return err
	})
	return p
}

// step takes a plan through its process, one status after the other.
func (t *teller) step(by string, p id.Plan, statuses ...string) {
	for _, s := range statuses {
		t.as(by, "StepPlan", func(ctx context.Context, a access.Actor) error {
			_, err := t.w.Plans.Step(ctx, a, plan.Step{Plan: p, To: plan.Statuses.Must(s), On: t.day})
			return err
		})
	}
}

// decline ends a plan that the family said no to.
func (t *teller) decline(by string, p id.Plan, who, why string) {
	t.as(by, "StepPlan", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.Step(ctx, a, plan.Step{
			Plan: p, To: plan.Declined, On: t.day, DeclinedBy: plan.Decliners.Must("family"), RefusedBy: text(who), Reason: text(why),
		})
		return err
	})
}

// invitee is a unit that is called, what it is asked, who answers for it, and who comes.
type invitee struct{ unit, asked, answers, comes string }

// summon calls units to a meeting, and lets somebody at each accept for it and name who comes.
func (t *teller) summon(by string, p id.Plan, words meeting.Words, who ...invitee) {
	d := meeting.Draft{Words: words}
	for _, i := range who {
		d.Addressees = append(d.Addressees, meeting.Invitee{Unit: UnitID(i.unit), Summons: meeting.Summonses.Must("called"), Contribution: text(i.asked)})
	}
	var c id.Call
	t.as(by, "DraftCall", func(ctx context.Context, a access.Actor) error {
		made, err := t.w.Meetings.DraftCall(ctx, a, p, d)
		c = made.ID
		return err
	})
	t.as(by, "SendCall", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Meetings.SendCall(ctx, a, c)
		return err
	})
	for _, i := range who {
		t.as(i.answers, "AnswerCall", func(ctx context.Context, a access.Actor) error { return t.accept(ctx, a, p, i.comes) })
	}
}

// call calls one unit to a meeting, and lets somebody there accept for it and name who comes.
func (t *teller) call(by string, p id.Plan, unit, answers, comes string) {
	t.summon(by, p, words("digital", "Att göra planen tillsammans.", "Vem gör vad?", "En vardag som håller"), invitee{unit, "Vad kan ni bidra med?", answers, comes})
}

// accept answers the call that waits for the actor's unit.
func (t *teller) accept(ctx context.Context, a access.Actor, p id.Plan, comes string) error {
	calls, _, err := t.w.Meetings.ListReceived(ctx, a, false, page.Page{Number: 1, Limit: 100})
	if err != nil {
		return err
	}
	for _, c := range calls {
		if c.Plan == p {
			_, err := t.w.Meetings.AnswerCall(ctx, a, c.ID, meeting.Answer{Accept: true, Contact: Find(comes).PersonID()})
			return err
		}
	}
	return errNoCall
}

// gather books a meeting, notes who came, and closes it with the next follow-up.
func (t *teller) gather(by string, p id.Plan, b meeting.Booking, came ...string) {
	var m id.Meeting
	b.StartsAt, b.EndsAt = t.day.Start().Add(13*time.Hour), t.day.Start().Add(14*time.Hour)
	t.as(by, "ScheduleMeeting", func(ctx context.Context, a access.Actor) error {
		made, err := t.w.Meetings.Schedule(ctx, a, p, b)
		m = made.ID
		return err
	})
	for _, who := range came {
		t.as(by, "NoteAttendance", func(ctx context.Context, a access.Actor) error {
			_, err := t.w.Meetings.NoteAttendance(ctx, a, m, meeting.Attendance{
				Unit: UnitID(Find(who).Posts[0].Unit), Person: Find(who).PersonID(), Presence: meeting.Presences.Must("digital"), HasMandate: true,
			})
			return err
		})
	}
	t.as(by, "CloseMeeting", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Meetings.Close(ctx, a, m, meeting.End{
			Participation: meeting.Participations.Must("present"), NextOn: civil.MustParse("2021-02-01"), NextUnit: a.Unit(),
		})
		return err
	})
}

// words are what a call tells everybody.
func words(way, purpose, question, goal string) meeting.Words {
	return meeting.Words{
		Purpose: text(purpose), Questions: []person.Text{text(question)}, LongTermGoal: text(goal), Way: meeting.Ways.Must(way),
	}
}

// add writes an item.
func (t *teller) add(by string, p id.Plan, d plan.Draft) {
	t.as(by, "AddGoal", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.AddItem(ctx, a, p, d)
		return err
	})
}

// agree records a consent and lets each giver sign it with an e-identification.
func (t *teller) agree(by string, d consent.Draft, givers ...string) {
	var c id.Consent
	t.as(by, "RecordConsent", func(ctx context.Context, a access.Actor) error {
		d.Form, d.ValidFrom = consent.ByEID, t.day
		v, err := t.w.Consents.Record(ctx, a, d)
		c = v.ID
		return err
	})
	for _, g := range givers {
		t.as(g, "AnswerMyConsent", func(ctx context.Context, a access.Actor) error {
			_, err := t.w.Consents.AnswerOwn(ctx, a, c, consent.Given, consent.Signature{})
			return err
		})
	}
}

func (t *teller) agreeToPlan(by string, kid id.Person, givers ...string) {
	t.agree(by, consent.Draft{
		Child: kid, Kind: consent.ToPlan, Purpose: text("Att göra en samordnad plan"), ValidTo: civil.MustParse("2030-12-31"),
	}, givers...)
}

// scope names from which domain to which, and what.
func scope(from, to string, categories ...string) consent.Scope {
	s := consent.Scope{From: BranchID(from), To: BranchID(to)}
	for _, c := range categories {
		s.Categories = append(s.Categories, consent.Categories.Must(c))
	}
	return s
}

func goal(words, horizon string) plan.Draft {
	return plan.Draft{Kind: plan.GoalKind, Visibility: plan.ForFamily, Words: plan.Words{
		Body: text(words), Horizon: plan.Horizons.Must(horizon),
	}}
}

func intervention(title, words, visibility, category string) plan.Draft {
	d := plan.Draft{Kind: plan.InterventionKind, Visibility: plan.Visibilities.Must(visibility), Words: plan.Words{
		Title: text(title), Body: text(words), Status: plan.Planned,
	}}
	if category != "" {
		d.Category = plan.Categories.Must(category)
	}
	return d
}

func note(words string) plan.Draft {
	return plan.Draft{Kind: plan.NoteKind, Visibility: plan.UnitOnly, Words: plan.Words{Body: text(words)}}
}
