package store_test

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/worlds"
)

// What happens around the consents: to time, to the family, to the plan.

// pass goes to the next day, past a short term, to the reorganisation, or to the 18th birthday.
func (l *lively) pass(fatal) bool {
	days := []civil.Date{l.Day.AddDays(1), l.Day.AddDays(10)}
	for _, day := range []civil.Date{civil.MustParse(demo.Reorganisation), l.child.Birth.AddYears(18)} {
		if l.Day.Before(day) {
			days = append(days, day)
			break
		}
	}
	l.Day = pick(l, days)
	return true
}

// endCustody ends what one unit knows of custody; from tomorrow on it counts.
func (l *lively) endCustody(t fatal) bool {
	r := &l.Relations[l.dice.Roll(len(l.Relations))]
	if !l.as(t, l.staff(r.Unit), func(ctx context.Context, a access.Actor) error {
		_, err := l.children.EndRelation(ctx, a, id.RelationOf(r.ID), l.Day, person.NewText("dom"))
		return err
	}) {
		return false
	}
	r.Valid.To = l.Day
	l.Day = l.Day.AddDays(1)
	return true
}

// relate lets a unit learn of somebody who has custody from today on.
func (l *lively) relate(t fatal) bool {
	unit, h := pick(l, livelyUnits[:4]), l.adults[2]
	number, err := person.ParseIdentifier(person.Personnummer, h.Number, l.Day)
	if err != nil {
		t.Fatalf("number: %v", err)
	}
	var made person.Relation
	if !l.as(t, l.staff(unit), func(ctx context.Context, a access.Actor) (err error) {
		made, err = l.children.Relate(ctx, a, id.PersonOf(l.child.ID), person.RelationDraft{
			Identifier: number, Kind: person.RelationKinds.Must("appointed-custodian"), Name: person.NewName("V", "E"), Span: person.Span{From: l.Day},
		})
		return err
	}) {
		return false
	}
	if known := slices.IndexFunc(l.People, func(p worlds.Human) bool { return p.Number == h.Number }); l.People[known].ID != made.Person.UUID() {
		l.People[known].ID = made.Person.UUID() // nobody had told of the third until now
		l.adults[2].ID = made.Person.UUID()
	}
	l.Relations = append(l.Relations, worlds.Relation{
		ID: made.ID.UUID(), Child: l.child.ID, Person: made.Person.UUID(), Unit: unit, Kind: "appointed-custodian", Valid: worlds.Span{From: l.Day},
	})
	return true
}

func (l *lively) assess(t fatal) bool {
	unit, outcome := pick(l, livelyUnits[:4]), pick(l, []string{"guardians", "together", "child-alone"})
	if !l.as(t, l.staff(unit), func(ctx context.Context, a access.Actor) error {
		_, err := l.children.RecordMaturity(ctx, a, id.PersonOf(l.child.ID), person.MaturityDraft{
			Outcome: person.Outcomes.Must(outcome), AssessedOn: l.Day, Reason: person.NewText("samtal"),
		})
		return err
	}) {
		return false
	}
	l.Maturity = append(l.Maturity, worlds.Maturity{Child: l.child.ID, Unit: unit, Outcome: outcome, On: l.Day})
	return true
}

func (l *lively) leave(t fatal) bool {
	y := &l.Parties[l.dice.Roll(len(l.Parties))]
	if y.State != "accepted" {
		return false
	}
	if !l.as(t, l.staff(y.Unit), func(ctx context.Context, a access.Actor) error {
		_, err := l.plans.LeaveParty(ctx, a, id.PartyOf(y.ID), person.NewText("klart"))
		return err
	}) {
		return false
	}
	y.State, y.Departed = "left", l.Day
	return true
}

// come lets the leading unit call one that takes no part, which accepts and gets its own case by that.
func (l *lively) come(t fatal) bool {
	unit := pick(l, livelyUnits[1:])
	by := l.staff(unit)
	var called plan.Party
	if !l.as(t, l.staff("hs"), func(ctx context.Context, a access.Actor) (err error) {
		called, err = l.plans.AddParty(ctx, a, id.PlanOf(l.Plans[0].ID), demo.UnitID(unit), plan.CalledMode)
		return err
	}) {
		return false
	}
	if !l.as(t, by, func(ctx context.Context, a access.Actor) error {
		_, err := l.plans.AnswerParty(ctx, a, called.ID, plan.Answer{Accept: true})
		return err
	}) {
		t.Fatalf("%s may not accept", by.Key)
	}
	l.Parties = append(l.Parties, worlds.Party{ID: called.ID.UUID(), Plan: l.Plans[0].ID, Unit: unit, By: "hs", Mode: "called", State: "accepted", Added: l.Day})
	if isKnown := func(f worlds.File) bool { return f.Unit == unit }; !slices.ContainsFunc(l.Files, isKnown) {
		since := worlds.Span{From: l.Day}
		l.Files = append(l.Files, worlds.File{ID: called.ID.UUID(), Child: l.child.ID, Unit: unit, Birth: l.child.Birth, Valid: since})
		l.Workers = append(l.Workers, worlds.Worker{ID: called.ID.UUID(), Child: l.child.ID, Unit: unit, Person: by.Person, Valid: since})
	}
	return true
}
