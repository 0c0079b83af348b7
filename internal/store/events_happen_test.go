package store_test

import (
	"context"
	"fmt"
	"slices"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/worlds"
)

// happenings are what may come to pass; some are drawn more often than others. Each tells whether it did.
var happenings = []struct {
	name   string
	weight int
	do     func(*lively, fatal) bool
}{
	{"everybody agrees", 5, (*lively).agree},
	{"a consent is asked for", 1, (*lively).ask},
	{"somebody who was asked answers", 3, (*lively).answer},
	{"somebody withdraws", 2, (*lively).withdraw},
	{"time passes", 2, (*lively).pass},
	{"custody ends", 1, (*lively).endCustody},
	{"somebody new has custody", 1, (*lively).relate},
	{"maturity is assessed", 1, (*lively).assess},
	{"a party leaves", 1, (*lively).leave},
	{"a party comes", 1, (*lively).come},
}

// nothing is what happens when what was drawn cannot be.
const nothing = "nothing"

// happen lets something happen that can, and gives its name; now and then nothing can.
func (l *lively) happen(t fatal) string {
	var drawn []int
	for n, h := range happenings {
		for range h.weight {
			drawn = append(drawn, n)
		}
	}
	h := happenings[pick(l, drawn)]
	l.told = append(l.told, fmt.Sprintf("%s: %s", l.Day, h.name)) // the clock goes on
	if !h.do(l, t) {
		l.told[len(l.told)-1] += ", refused"
		return nothing
	}
	return h.name
}

func pick[T any](l *lively, from []T) T { return from[l.dice.Roll(len(from))] }

// ask records a consent of a unit that takes part to share with another; now and then something is kept back.
func (l *lively) ask(t fatal) bool {
	unit, to := pick(l, livelyUnits[:4]), pick(l, livelyUnits)
	if l.dice.Roll(4) > 0 { // mostly between two that take part
		unit, to = pick(l, l.present()), pick(l, l.present())
	}
	from, _ := demo.PlaceOn(unit, l.Day)
	receiver, _ := demo.PlaceOn(to, l.Day)
	categories := pick(l, [][]string{{"goals"}, {"health"}, {"goals", "health"}})
	d := consent.Draft{
		Child: id.PersonOf(l.child.ID), Kind: consent.ToShare, Purpose: person.NewText("att genomföra planen"), Form: pick(l, []consent.Form{consent.ByEID, consent.Forms.Must("oral")}),
		ValidFrom: l.Day, ValidTo: l.Day.AddDays(pick(l, []int{0, 9, 300, 300})), Scopes: []consent.Scope{span(from, receiver, categories...)},
	}
	own := slices.DeleteFunc(slices.Clone(l.Items), func(i worlds.Item) bool { return i.Unit != unit })
	if len(own) > 0 && l.dice.Roll(4) == 0 {
		d.Excluded = []id.Item{id.ItemOf(pick(l, own).ID)}
	}
	var v consent.View
	by := l.staff(unit)
	if !l.as(t, by, func(ctx context.Context, a access.Actor) (err error) {
		v, err = l.consents.Record(ctx, a, d)
		return err
	}) {
		return false
	}
	c := worlds.Consent{
		ID: v.ID.UUID(), Child: l.child.ID, Unit: unit, Kind: "share", Form: d.Form.String(), Recorder: by.Person, Valid: worlds.Span{From: d.ValidFrom, To: d.ValidTo},
	}
	for _, g := range v.Givers {
		c.Givers = append(c.Givers, worlds.Giver{Person: g.Person.UUID(), Capacity: g.Capacity.String(), Answer: "pending"})
	}
	for _, category := range categories {
		c.Scopes = append(c.Scopes, worlds.Scope{From: from, To: receiver, Category: category})
	}
	for _, x := range d.Excluded {
		c.Excluded = append(c.Excluded, x.UUID())
	}
	l.Consents = append(l.Consents, c)
	return true
}

// present lists the units that take part.
func (l *lively) present() []string {
	var units []string
	for _, y := range l.Parties {
		if y.State == "accepted" {
			units = append(units, y.Unit)
		}
	}
	return units
}

// agree asks for a consent, and everybody who is asked says yes.
func (l *lively) agree(t fatal) bool {
	if !l.ask(t) {
		return false
	}
	c := &l.Consents[len(l.Consents)-1]
	for n := range c.Givers {
		l.say(t, c, &c.Givers[n], consent.Given)
	}
	return true
}

// answer lets one who was asked and has not answered do so; by word of mouth the recorder writes it down, and may find one
// hindered. Now and then somebody tries to answer again.
func (l *lively) answer(t fatal) bool {
	if len(l.Consents) == 0 {
		return false
	}
	c := &l.Consents[l.dice.Roll(len(l.Consents))]
	g := &c.Givers[l.dice.Roll(len(c.Givers))]
	for n := range c.Givers {
		if c.Givers[n].Answer == "pending" {
			g = &c.Givers[n]
		}
	}
	return l.say(t, c, g, pick(l, []consent.Choice{consent.Given, consent.Given, consent.Given, consent.Refused, consent.Hindered}))
}

// say gives one answer.
func (l *lively) say(t fatal, c *worlds.Consent, g *worlds.Giver, choice consent.Choice) bool {
	by := l.staff(c.Unit)
	if c.Form == "e-identification" {
		by = l.citizen(g.Person)
	}
	if !l.as(t, by, func(ctx context.Context, a access.Actor) (err error) {
		if by.IsCitizen() {
			_, err = l.consents.AnswerOwn(ctx, a, id.ConsentOf(c.ID), choice, consent.Signature{})
			return err
		}
		_, err = l.consents.Answer(ctx, a, id.ConsentOf(c.ID), consent.Answer{Person: id.PersonOf(g.Person), Choice: choice, Reason: person.NewText("kan inte nås")})
		return err
	}) {
		return false
	}
	g.Answer, g.On = choice.String(), l.Day
	return true
}

func (l *lively) withdraw(t fatal) bool {
	if len(l.Consents) == 0 {
		return false
	}
	c := &l.Consents[l.dice.Roll(len(l.Consents))]
	g := pick(l, c.Givers)
	if !l.as(t, l.citizen(g.Person), func(ctx context.Context, a access.Actor) error {
		_, err := l.consents.WithdrawOwn(ctx, a, id.ConsentOf(c.ID), person.Text{})
		return err
	}) {
		return false
	}
	c.Withdrawn, c.WithdrawnBy = l.Day, g.Person
	return true
}
