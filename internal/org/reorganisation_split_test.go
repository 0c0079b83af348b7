package org

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// parted divides the family unit.
func (f *field) parted(parts ...Part) Move {
	return Move{Kind: splits, Unit: f.family, OpenCasesGo: true, OldRecordsGo: true, Parts: parts}
}

func TestSplitsThatCannotBeCarriedOut(t *testing.T) {
	t.Parallel()
	f := newField()
	north, south := Part{Name: "Norr", Branch: f.social}, Part{Name: "Söder", Branch: f.support}
	rest := func(p Part) Part { p.TakesRest = true; return p }
	with := func(m Move, change func(*Move)) Move { change(&m); return m }
	for name, c := range map[string]struct {
		at, rule string
		moves    []Move
	}{
		"one part, the unit goes on":   {"", "", []Move{f.parted(north)}},
		"two parts, the unit closes":   {"", "", []Move{f.parted(north, rest(south))}},
		"another class, same secrecy":  {"", "", []Move{f.parted(Part{Name: "Norr", Branch: f.social, Class: access.ClassNamed("lss")})}},
		"records stay":                 {"", "", []Move{with(f.parted(north), func(m *Move) { m.OpenCasesGo, m.OldRecordsGo = false, false })}},
		"no part":                      {"/moves/0/parts", "required", []Move{f.parted()}},
		"one part alone takes all":     {"/moves/0/parts", "required", []Move{f.parted(rest(north))}},
		"two take the rest":            {"/moves/0/parts/1/takesRest", "twice", []Move{f.parted(rest(north), rest(south))}},
		"one name for two":             {"/moves/0/parts/1/name", "twice", []Move{f.parted(north, north)}},
		"a part without a name":        {"/moves/0/parts/0/name", "required", []Move{f.parted(Part{Name: " ", Branch: f.social})}},
		"a part nowhere":               {"/moves/0/parts/0/branchId", "unknown", []Move{f.parted(Part{Name: "Norr", Branch: id.NewBranch()})}},
		"a part with other secrecy":    {"/moves/0/parts/0/secrecyClass", "other-secrecy", []Move{f.parted(Part{Name: "Norr", Branch: f.social, Class: access.ClassNamed("school")})}},
		"parts of a unit that moves":   {"/moves/0/parts", "only-for-split", []Move{{Kind: moves, Unit: f.family, To: f.support, OpenCasesGo: true, OldRecordsGo: true, Parts: []Part{north}}}},
		"a split with a domain":        {"/moves/0/toBranchId", "only-for-move", []Move{with(f.parted(north), func(m *Move) { m.To = f.support })}},
		"a split into a unit":          {"/moves/0/intoUnitId", "not-for-split", []Move{with(f.parted(north), func(m *Move) { m.Into = f.children })}},
		"a split with a keeper":        {"/moves/0/keeperUnitId", "not-for-split", []Move{with(f.parted(north), func(m *Move) { m.Keeper = f.children })}},
		"into a unit that is divided":  {"/moves/1/intoUnitId", "divided-too", []Move{f.parted(north), {Kind: merges, Unit: f.children, Into: f.family, OpenCasesGo: true, OldRecordsGo: true}}},
		"kept by one that is divided":  {"/moves/1/keeperUnitId", "divided-too", []Move{f.parted(north), {Kind: closes, Unit: f.children, Keeper: f.family}}},
		"a unit of the region divided": {"/moves/0/unitId", "other-principal", []Move{with(f.parted(north), func(m *Move) { m.Unit = f.care })}},
	} {
		d := ReorganisationDraft{TakesEffectOn: april, Moves: c.moves}
		_, err := d.check(&f.terrain, today)
		switch got := fault.Of(err); {
		case c.rule == "" && err != nil:
			t.Errorf("%s: %v", name, got.Fields)
		case c.rule != "" && (err == nil || len(got.Fields) != 1 || got.Fields[0] != fault.Field{Pointer: c.at, Code: c.rule}):
			t.Errorf("%s: want %s at %s, got %v %v", name, c.rule, c.at, err, got.Fields)
		}
	}
}

// TestR23PartsOfAnotherPrincipal: who is given a part decides too; each part has an id and a class of its own.
func TestR23PartsOfAnotherPrincipal(t *testing.T) {
	t.Parallel()
	f := newField()
	d := ReorganisationDraft{TakesEffectOn: april, Moves: []Move{f.parted(Part{Name: "Norr", Branch: f.social}, Part{Name: "Hälsa", Branch: f.primary})}}
	sides, err := d.check(&f.terrain, today)
	if err != nil || len(sides) != 2 || sides[1].Principal != f.region {
		t.Fatalf("sides %v, %v", sides, err)
	}
	first, second := d.Moves[0].Parts[0], d.Moves[0].Parts[1]
	if first.Unit.IsZero() || first.Unit == second.Unit || first.Class.String() != "ifo" {
		t.Errorf("parts %+v", d.Moves[0].Parts)
	}
	if _, err := d.check(&f.terrain, today); err != nil || d.Moves[0].Parts[0].Unit != first.Unit {
		t.Errorf("looked at again, the part is %v, %v", d.Moves[0].Parts[0].Unit, err)
	}
}

// TestR41ManagersPlaceTheirOwnStaff, with parts of their own unit, as long as nobody has decided.
func TestR41ManagersPlaceTheirOwnStaff(t *testing.T) {
	t.Parallel()
	f := newField()
	north, south, karin, olle := id.NewUnit(), id.NewUnit(), id.NewPerson(), id.NewPerson()
	both := map[id.Person]bool{karin: true, olle: true}
	draft := func() Reorganisation {
		return Reorganisation{
			ReorganisationDraft: ReorganisationDraft{TakesEffectOn: april, Moves: []Move{f.parted(Part{Unit: north}, Part{Unit: south})}},
			Status:              drafted, Sides: []Side{{Principal: f.own}, {Principal: f.region}},
		}
	}
	for name, c := range map[string]struct {
		code, at string
		own      id.Unit
		on       civil.Date
		change   func(*Reorganisation)
		all      []Placement
	}{
		"one each":            {"", "", f.family, today, nil, []Placement{{north, []id.Person{karin}}, {south, []id.Person{olle}}}},
		"nobody to one":       {"", "", f.family, today, nil, []Placement{{north, []id.Person{karin}}}},
		"another unit":        {"reorganisation-not-open", "", f.children, today, nil, []Placement{{north, []id.Person{karin}}}},
		"on the day":          {"reorganisation-not-open", "", f.family, april, nil, []Placement{{north, []id.Person{karin}}}},
		"a side has decided":  {"reorganisation-not-open", "", f.family, today, func(r *Reorganisation) { r.Sides[1].DecidedOn = today }, []Placement{{north, []id.Person{karin}}}},
		"cancelled":           {"reorganisation-not-open", "", f.family, today, func(r *Reorganisation) { r.Status = cancelled }, []Placement{{north, []id.Person{karin}}}},
		"somebody elsewhere":  {"unknown-colleague", "/parts/0/staffIds/1", f.family, today, nil, []Placement{{north, []id.Person{karin, id.NewPerson()}}}},
		"a part of another":   {"invalid-value", "/parts/0/unitId", f.family, today, nil, []Placement{{id.NewUnit(), []id.Person{karin}}}},
		"a part twice":        {"invalid-value", "/parts/1/unitId", f.family, today, nil, []Placement{{north, []id.Person{karin}}, {north, []id.Person{olle}}}},
		"one in two places":   {"invalid-value", "/parts/1/staffIds/0", f.family, today, nil, []Placement{{north, []id.Person{karin}}, {south, []id.Person{karin}}}},
		"one twice in a part": {"invalid-value", "/parts/0/staffIds/1", f.family, today, nil, []Placement{{north, []id.Person{karin, karin}}}},
	} {
		r := draft()
		if c.change != nil {
			c.change(&r)
		}
		err := r.place(c.own, c.all, both, c.on)
		got := fault.Of(err)
		switch {
		case c.code == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.code != "" && (err == nil || got.Code.String() != c.code || c.at != "" && (len(got.Fields) != 1 || got.Fields[0].Pointer != c.at)):
			t.Errorf("%s: want %s at %q, got %v %v", name, c.code, c.at, err, got.Fields)
		}
	}
}

// TestEveryPartNeedsSomebody: a part to which nobody goes is not decided.
func TestEveryPartNeedsSomebody(t *testing.T) {
	t.Parallel()
	f := newField()
	north, south, karin, olle := id.NewUnit(), id.NewUnit(), id.NewPerson(), id.NewPerson()
	r := Reorganisation{ReorganisationDraft: ReorganisationDraft{TakesEffectOn: april, Moves: []Move{f.parted(Part{Unit: north}, Part{Unit: south})}}, Status: drafted}
	place := func(all ...Placement) {
		if err := r.place(f.family, all, map[id.Person]bool{karin: true, olle: true}, today); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		all []Placement
		may bool
	}{
		{[]Placement{{north, []id.Person{karin}}, {south, []id.Person{olle}}}, true},
		{[]Placement{{south, []id.Person{karin, olle}}}, false}, // instead of what was said before
	} {
		place(step.all...)
		if err := r.isStaffed(); (err == nil) != step.may {
			t.Errorf("%v: %v", step.all, err)
		}
	}
	if p, ok := r.Part(south); !ok || p.Count != 2 || len(p.Staff) != 2 {
		t.Errorf("the part has %+v", p)
	}
	if p, ok := r.Part(f.family); ok {
		t.Errorf("the divided unit is a part: %+v", p)
	}
}
