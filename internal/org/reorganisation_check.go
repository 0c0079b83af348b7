package org

import (
	"fmt"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Place is where a unit lies from one day to another, who took over if it closed then, and which unit it
// came out of if it opened.
type Place struct {
	Branch                 id.Branch
	From, To               civil.Date // To is the last day, or none
	Successor, Predecessor id.Unit
}

// terrain is what a draft is held against: the directory, the places of the units that it names, and whose it is.
type terrain struct {
	Directory
	places  map[id.Unit][]Place
	own     id.Principal
	secrecy func(access.Class) access.Secrecy
}

// check refuses a draft that could not be carried out, and gives the principals that it concerns.
func (d *ReorganisationDraft) check(t *terrain, today civil.Date) ([]Side, error) {
	if !d.TakesEffectOn.After(today) {
		return nil, fault.At(fault.CodeDates, "/takesEffectOn", "not-in-future")
	}
	if len(d.Moves) == 0 {
		return nil, fault.At(fault.CodeInvalid, "/moves", ruleRequired)
	}
	d.complete(t)
	sides := []Side{{Principal: t.own}}
	for n := range d.Moves {
		c := moveCheck{ReorganisationDraft: d, terrain: t, Move: d.Moves[n], at: fmt.Sprintf("/moves/%d", n), number: n}
		if err := c.run(); err != nil {
			return nil, err
		}
		for _, p := range c.others {
			sides = withSide(sides, p)
		}
	}
	return sides, nil
}

func withSide(all []Side, p id.Principal) []Side {
	for _, s := range all {
		if s.Principal == p || p.IsZero() {
			return all
		}
	}
	return append(all, Side{Principal: p})
}

// moveCheck looks at one move of a draft.
type moveCheck struct {
	*ReorganisationDraft
	*terrain
	Move
	at     string
	number int
	others []id.Principal // those of the domains or the unit that receive
}

func (c *moveCheck) run() error {
	for _, step := range []func() error{c.checkUnit, c.checkTarget, c.checkParts, c.checkKeeper} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// checkUnit: only units of the own principal, each once, that stay where they are until the day and would go on there.
func (c *moveCheck) checkUnit() error {
	p, err := c.standing(c.Unit, "/unitId")
	if err != nil {
		return err
	}
	if c.Branches[p.Branch].Principal.ID != c.own {
		return c.refuse("/unitId", "other-principal")
	}
	for _, m := range c.Moves[:c.number] {
		if m.Unit == c.Unit {
			return c.refuse("/unitId", "twice")
		}
	}
	return nil
}

// standing gives the place that a unit has on the eve of the day, without an end. One that ends or goes elsewhere is part
// of another reorganisation.
func (c *moveCheck) standing(u id.Unit, field string) (Place, error) {
	places := c.places[u]
	if len(places) == 0 {
		return Place{}, fault.At(fault.CodeNotAUnit, c.at+field, "unknown")
	}
	last := places[len(places)-1]
	if !last.To.IsZero() || !last.From.Before(c.TakesEffectOn) {
		return Place{}, fault.At(fault.CodeUnitMoves, c.at+field, "not-standing")
	}
	return last, nil
}

func (c *moveCheck) refuse(field, rule string) error {
	return fault.At(fault.CodeInvalid, c.at+field, rule)
}

// checkTarget: a unit moves to another domain, or its cases go into a unit that is bound by the same secrecy, so that no
// record changes the paragraph that binds it.
func (c *moveCheck) checkTarget() error {
	if c.Kind == moves {
		to, ok := c.Branches[c.To]
		places := c.places[c.Unit]
		switch {
		case !ok:
			return c.refuse("/toBranchId", "unknown")
		case places[len(places)-1].Branch == c.To:
			return c.refuse("/toBranchId", "already-there")
		case !c.Into.IsZero():
			return c.refuse("/intoUnitId", "not-for-move")
		}
		c.others = append(c.others, to.Principal.ID)
		return nil
	}
	if c.Kind == splits && !c.Into.IsZero() {
		return c.refuse("/intoUnitId", "not-for-split")
	}
	if !c.To.IsZero() {
		return c.refuse("/toBranchId", "only-for-move")
	}
	if c.Into.IsZero() {
		if c.Kind == merges || c.Kind == closes && (c.OpenCasesGo || c.OldRecordsGo) {
			return c.refuse("/intoUnitId", ruleRequired)
		}
		return nil
	}
	p, err := c.receiver(c.Into, "/intoUnitId")
	c.others = append(c.others, c.Branches[p.Branch].Principal.ID)
	return err
}

// receiver looks at a unit that takes or keeps records: it goes on beyond the day.
func (c *moveCheck) receiver(u id.Unit, field string) (Place, error) {
	p, err := c.standing(u, field)
	if err != nil {
		return p, err
	}
	if u == c.Unit {
		return p, c.refuse(field, "same-unit")
	}
	for _, m := range c.Moves {
		if m.Unit == u && m.Kind == splits {
			return p, c.refuse(field, "divided-too")
		}
		if m.Unit == u && m.Kind != moves {
			return p, c.refuse(field, "closes-too")
		}
	}
	if c.secrecy(c.Units[u].Class) != c.secrecy(c.Units[c.Unit].Class) {
		return p, c.refuse(field, "other-secrecy")
	}
	return p, nil
}

// checkKeeper: who keeps what does not go along belongs to the principal that held it.
func (c *moveCheck) checkKeeper() error {
	switch {
	case c.Kind == splits && !c.Keeper.IsZero():
		return c.refuse("/keeperUnitId", "not-for-split")
	case c.Kind == splits: // what follows no part stays with what goes on of the unit
		return nil
	case c.OpenCasesGo && c.OldRecordsGo && !c.Keeper.IsZero():
		return c.refuse("/keeperUnitId", "nothing-to-keep")
	case c.OpenCasesGo && c.OldRecordsGo:
		return nil
	case c.Keeper.IsZero():
		return c.refuse("/keeperUnitId", ruleRequired)
	}
	p, err := c.receiver(c.Keeper, "/keeperUnitId")
	if err == nil && c.Branches[p.Branch].Principal.ID != c.own {
		err = c.refuse("/keeperUnitId", "other-principal")
	}
	return err
}
