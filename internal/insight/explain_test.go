package insight

import (
	"slices"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

func policy(t *testing.T) *access.Matrix {
	t.Helper()
	m, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var (
	autumn = Days{From: civil.MustParse("2020-09-01")}
	holder = Holder{id.NewUnit(), access.ClassNamed("ifo")}
)

func TestWeigh(t *testing.T) {
	t.Parallel()
	m := policy(t)
	karin := id.NewPerson()
	own := Fact{Rule: Own, Unit: holder.Unit, Class: holder.Class, OwnPrincipal: true, Person: karin, Name: "Karin Lund", IsNamed: true}
	with := func(f Fact, change func(*Fact)) Fact { change(&f); return f }
	for name, c := range map[string]struct {
		fact  Fact
		reach access.Reach
		why   string
	}{
		"caseworker with the case":      {with(own, func(f *Fact) { f.Role, f.Works = access.Caseworker, autumn }), access.OwnCase, ""},
		"caseworker without the case":   {with(own, func(f *Fact) { f.Role, f.HasCase = access.Caseworker, autumn }), access.Reach{}, noNeed},
		"manager of a unit with a case": {with(own, func(f *Fact) { f.Role, f.HasCase = access.UnitManager, autumn }), access.OwnUnit, ""},
		"manager of a unit without":     {with(own, func(f *Fact) { f.Role, f.Works = access.UnitManager, autumn }), access.Reach{}, noNeed},
		"administrator":                 {with(own, func(f *Fact) { f.Role, f.HasCase, f.Works = access.Admin, autumn, autumn }), access.Reach{}, noRole},
		"data protection officer":       {with(own, func(f *Fact) { f.Role, f.HasCase = access.DPO, autumn }), access.Reach{}, noRole},
		"named for others":              {with(own, func(f *Fact) { f.Role, f.Works, f.IsNamed = access.Caseworker, autumn, false }), access.Reach{}, notName},
		"received by a manager": {with(own, func(f *Fact) {
			f.Rule, f.Role, f.HasCase, f.Opening = Released, access.UnitManager, autumn, Opening{Ground: "consent"}
		}), access.ReleasedUnit, ""},
		"guardian": {Fact{Rule: Family, FamilyRole: "guardian"}, access.FamilyGuardian, ""},
		"child":    {Fact{Rule: Family, FamilyRole: "child"}, access.FamilySelf, ""},
	} {
		got, why := weighOne(m, holder, c.fact)
		if got.Reach != c.reach && c.why == "" || why != c.why || (got.Law == "") != (c.why != "") {
			t.Errorf("%s: got %q, %q on %q", name, got.Reach, why, got.Law)
		}
	}
}

func TestWeighOnePerson(t *testing.T) {
	t.Parallel()
	m := policy(t)
	karin, liv := id.NewPerson(), id.NewPerson()
	facts := []Fact{
		{Rule: Own, Unit: holder.Unit, Role: access.Caseworker, Person: karin, OwnPrincipal: true, Works: autumn, IsNamed: true},
		{Rule: Own, Unit: holder.Unit, Role: access.Caseworker, Person: liv, OwnPrincipal: true, IsNamed: true},
		{Rule: Own, Unit: holder.Unit, Role: access.Admin, Person: liv, OwnPrincipal: true, IsNamed: true},
		{Rule: Released, Unit: id.NewUnit(), Role: access.Caseworker, Works: autumn, IsNamed: true, Opening: Opening{Ground: "consent"}},
	}
	if could, why := weigh(m, holder, facts, karin); len(could) != 1 || why != nil {
		t.Errorf("karin: %v %v", could, why)
	}
	if could, why := weigh(m, holder, facts, liv); could != nil || !slices.Equal(why, []string{noNeed, noRole}) {
		t.Errorf("liv: %v %v", could, why)
	}
	if could, why := weigh(m, holder, facts, id.NewPerson()); could != nil || !slices.Equal(why, []string{noPost}) {
		t.Errorf("a stranger: %v %v", could, why)
	}
	could, why := weigh(m, holder, facts, id.Person{})
	if len(could) != 2 || why != nil || could[1].Need != (Days{}) || could[0].Need != autumn {
		t.Errorf("everybody: %+v %v", could, why)
	}
}

func TestCheckDay(t *testing.T) {
	t.Parallel()
	today := civil.MustParse("2021-01-04")
	if err := checkDay(today, today); err != nil {
		t.Error(err)
	}
	if err := checkDay(today.AddDays(1), today); !fault.Has(err, fault.CodeDates) {
		t.Errorf("tomorrow: %v", err)
	}
}
