package org

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// field is the small municipality of these tests, and a region beside it.
type field struct {
	terrain
	region                                   id.Principal
	social, support, primary                 id.Branch
	family, children, disabled, school, care id.Unit
}

func newField() *field {
	f := &field{region: id.NewPrincipal(), social: id.NewBranch(), support: id.NewBranch(), primary: id.NewBranch()}
	f.own = id.NewPrincipal()
	f.Branches = map[id.Branch]Branch{
		f.social: {Principal: Principal{ID: f.own}}, f.support: {Principal: Principal{ID: f.own}}, f.primary: {Principal: Principal{ID: f.region}},
	}
	f.Units, f.places = map[id.Unit]Unit{}, map[id.Unit][]Place{}
	for into, at := range map[*id.Unit]struct {
		class  string
		branch id.Branch
	}{&f.family: {"ifo", f.social}, &f.children: {"ifo", f.social}, &f.disabled: {"lss", f.support}, &f.school: {"school", f.social}, &f.care: {"ifo", f.primary}} {
		*into = id.NewUnit()
		f.Units[*into] = Unit{ID: *into, Class: access.ClassNamed(at.class)}
		f.places[*into] = []Place{{Branch: at.branch, From: civil.MustParse("2019-01-01")}}
	}
	f.secrecy = func(c access.Class) access.Secrecy {
		return map[string]access.Secrecy{"ifo": {Rule: "26:1"}, "lss": {Rule: "26:1"}, "school": {Rule: "23:2"}}[c.String()]
	}
	return f
}

var (
	today = civil.MustParse("2026-03-02")
	april = civil.MustParse("2026-04-01")
)

func TestDraftsThatCannotBeCarriedOut(t *testing.T) {
	t.Parallel()
	f := newField()
	all := func(m Move) Move { m.OpenCasesGo, m.OldRecordsGo = true, true; return m }
	for name, c := range map[string]struct {
		at, rule string
		moves    []Move
	}{
		"a move":                        {"", "", []Move{all(Move{Kind: moves, Unit: f.family, To: f.support})}},
		"a merge":                       {"", "", []Move{all(Move{Kind: merges, Unit: f.disabled, Into: f.children})}},
		"a closing with a keeper":       {"", "", []Move{{Kind: closes, Unit: f.family, Keeper: f.children}}},
		"no move at all":                {"/moves", "required", nil},
		"a unit of the region":          {"/moves/0/unitId", "other-principal", []Move{all(Move{Kind: moves, Unit: f.care, To: f.support})}},
		"a unit that nobody knows":      {"/moves/0/unitId", "unknown", []Move{all(Move{Kind: moves, Unit: id.NewUnit(), To: f.support})}},
		"a unit twice":                  {"/moves/1/unitId", "twice", []Move{all(Move{Kind: moves, Unit: f.family, To: f.support}), all(Move{Kind: merges, Unit: f.family, Into: f.children})}},
		"nowhere":                       {"/moves/0/toBranchId", "unknown", []Move{all(Move{Kind: moves, Unit: f.family, To: id.NewBranch()})}},
		"to where it is":                {"/moves/0/toBranchId", "already-there", []Move{all(Move{Kind: moves, Unit: f.family, To: f.social})}},
		"a move into a unit":            {"/moves/0/intoUnitId", "not-for-move", []Move{all(Move{Kind: moves, Unit: f.family, To: f.support, Into: f.children})}},
		"a merge with a domain":         {"/moves/0/toBranchId", "only-for-move", []Move{all(Move{Kind: merges, Unit: f.family, To: f.support})}},
		"a merge into nothing":          {"/moves/0/intoUnitId", "required", []Move{all(Move{Kind: merges, Unit: f.family})}},
		"a merge into itself":           {"/moves/0/intoUnitId", "same-unit", []Move{all(Move{Kind: merges, Unit: f.family, Into: f.family})}},
		"a merge with other secrecy":    {"/moves/0/intoUnitId", "other-secrecy", []Move{all(Move{Kind: merges, Unit: f.family, Into: f.school})}},
		"a closing, cases go nowhere":   {"/moves/0/intoUnitId", "required", []Move{all(Move{Kind: closes, Unit: f.family})}},
		"into a unit that closes":       {"/moves/0/intoUnitId", "closes-too", []Move{all(Move{Kind: merges, Unit: f.family, Into: f.children}), {Kind: closes, Unit: f.children, Keeper: f.disabled}}},
		"records that nobody keeps":     {"/moves/0/keeperUnitId", "required", []Move{{Kind: moves, Unit: f.family, To: f.support, OpenCasesGo: true}}},
		"a keeper of nothing":           {"/moves/0/keeperUnitId", "nothing-to-keep", []Move{all(Move{Kind: moves, Unit: f.family, To: f.support, Keeper: f.children})}},
		"a keeper of another principal": {"/moves/0/keeperUnitId", "other-principal", []Move{{Kind: moves, Unit: f.family, To: f.support, Keeper: f.care}}},
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

func TestDraftsMeetOtherReorganisations(t *testing.T) {
	t.Parallel()
	f := newField()
	d := ReorganisationDraft{TakesEffectOn: april, Moves: []Move{{Kind: moves, Unit: f.family, To: f.support, OpenCasesGo: true, OldRecordsGo: true}}}
	for name, places := range map[string][]Place{
		"closes before":   {{Branch: f.social, From: today, To: april.AddDays(-2)}},
		"moves afterward": {{Branch: f.social, From: today, To: april.AddDays(9)}, {Branch: f.support, From: april.AddDays(10)}},
		"opens that day":  {{Branch: f.social, From: april}},
	} {
		f.places[f.family] = places
		if _, err := d.check(&f.terrain, today); !fault.Has(err, fault.CodeUnitMoves) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	d.TakesEffectOn = today
	if _, err := d.check(&f.terrain, today); !fault.Has(err, fault.CodeDates) {
		t.Errorf("in force today: got %v", err)
	}
}

// TestR23BothPrincipalsDecide: a hand-over between two principals concerns both; each decides once, before the day.
func TestR23BothPrincipalsDecide(t *testing.T) {
	t.Parallel()
	f := newField()
	d := ReorganisationDraft{TakesEffectOn: april, Moves: []Move{
		{Kind: moves, Unit: f.family, To: f.primary, OpenCasesGo: true, OldRecordsGo: true},
		{Kind: merges, Unit: f.disabled, Into: f.care, OpenCasesGo: true, OldRecordsGo: true},
	}}
	sides, err := d.check(&f.terrain, today)
	if err != nil || len(sides) != 2 || sides[0].Principal != f.own || sides[1].Principal != f.region {
		t.Fatalf("sides %v, %v", sides, err)
	}
	r := Reorganisation{ReorganisationDraft: d, Status: drafted, Sides: []Side{{f.own, today}, {Principal: f.region}}}
	for name, c := range map[string]struct {
		by  id.Principal
		on  civil.Date
		may bool
	}{
		"the region": {f.region, today, true}, "again": {f.own, today, false}, "a stranger": {id.NewPrincipal(), today, false},
		"the eve": {f.region, april.AddDays(-1), true}, "the day": {f.region, april, false},
	} {
		if err := r.waitsFor(c.by, c.on); (err == nil) != c.may {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, s := range reorganisationStatuses.Values() {
		r.Status = s
		err := r.cancel("Uppskjutet", today)
		if may := s == drafted || s == decided; (err == nil) != may {
			t.Errorf("%s: %v", s, err)
		}
	}
	r.Status = decided
	if err := r.cancel(" ", today); !fault.Has(err, fault.CodeReasonRequired) {
		t.Errorf("without a reason: %v", err)
	}
	if err := r.cancel("För sent", april); !fault.Has(err, fault.CodeReorganised) {
		t.Errorf("on the day: %v", err)
	}
}

func TestSmallNumbersAreNotTold(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]Count{0: {}, 1: {Below: 5}, 4: {Below: 5}, 5: {Number: 5}, 12: {Number: 12}} {
		if got := CountOf(n, 5); got != want {
			t.Errorf("%d is told as %v", n, got)
		}
	}
	if got := CountOf(12, 20); got != (Count{Below: 20}) {
		t.Errorf("where 20 is the least number that is told, 12 is told as %v", got)
	}
}
