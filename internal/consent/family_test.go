package consent

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

func TestWhoIsAsked(t *testing.T) {
	t.Parallel()
	young, grown := today.AddYears(-10), today.AddYears(-18)
	parents := []Related{kin(amir, "parent-custodian"), kin(eva, "parent-custodian")}
	cases := []struct {
		name     string
		birth    civil.Date
		maturity string
		related  []Related
		want     map[id.Person]Capacity
	}{
		{"R14: both parents of joint custody", young, "guardians", parents, map[id.Person]Capacity{amir: AsGuardian, eva: AsGuardian}},
		{"one parent alone", young, "guardians", parents[:1], map[id.Person]Capacity{amir: AsGuardian}},
		{"appointed and temporary custodians", young, "guardians", []Related{kin(amir, "appointed-custodian"), kin(eva, "temporary-custodian")}, map[id.Person]Capacity{amir: AsGuardian, eva: AsGuardian}},
		{"a god man", young, "guardians", []Related{kin(amir, "god-man")}, map[id.Person]Capacity{amir: AsGodMan}},
		{"one who is both is asked once, as guardian", young, "guardians", []Related{kin(amir, "god-man"), kin(amir, "temporary-custodian")}, map[id.Person]Capacity{amir: AsGuardian}},
		{"a parent without custody is not asked", young, "guardians", []Related{kin(amir, "parent-custodian"), kin(eva, "parent-without-custody")}, map[id.Person]Capacity{amir: AsGuardian}},
		{"R16: together", young, "together", parents, map[id.Person]Capacity{amir: AsGuardian, eva: AsGuardian, lo: AsChild}},
		{"R16: the child alone", young, "child-alone", parents, map[id.Person]Capacity{lo: AsChild}},
		{"R16: the child alone, whoever has custody", young, "child-alone", nil, map[id.Person]Capacity{lo: AsChild}},
		{"R20: the child alone from its 18th birthday", grown, "guardians", parents, map[id.Person]Capacity{lo: AsChild}},
		{"R20: the guardians the day before", grown.AddDays(1), "guardians", parents, map[id.Person]Capacity{amir: AsGuardian, eva: AsGuardian}},
		{"nobody has custody", young, "guardians", nil, nil},
		{"a family home decides nothing", young, "guardians", []Related{kin(amir, "family-home"), kin(eva, "close-person")}, nil},
		{"the child cannot stand in for guardians that are missing", young, "together", nil, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := Knowledge{Birth: c.birth, Maturity: person.Outcomes.Must(c.maturity), Related: c.related}
			givers, err := k.givers(lo, today)
			if c.want == nil {
				said(t, err, fault.CodeInvalid, "childId")
				return
			}
			said(t, err, fault.Code{}, "")
			if got := capacities(givers); !maps.Equal(got, c.want) || len(got) != len(givers) {
				t.Errorf("want %v, got %v of %d", c.want, got, len(givers))
			}
		})
	}
}

func capacities(givers []Giver) map[id.Person]Capacity {
	m := map[id.Person]Capacity{}
	for _, g := range givers {
		m[g.Person] = g.Capacity
	}
	return m
}

// The oracle asks of each person in turn: must this one be asked, and as what?
func TestWhoIsAskedAgreesWithTheOracle(t *testing.T) {
	t.Parallel()
	people := []id.Person{amir, eva, id.NewPerson(), id.NewPerson()}
	rapid.Check(t, func(t *rapid.T) {
		k := Knowledge{
			Birth:    today.AddDays(-rapid.IntRange(0, 30*365).Draw(t, "age in days")),
			Maturity: rapid.SampledFrom(person.Outcomes.Values()).Draw(t, "maturity"),
			Related: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Related {
				return Related{rapid.SampledFrom(people).Draw(t, "person"), rapid.SampledFrom(person.RelationKinds.Values()).Draw(t, "kind")}
			}), 0, 6).Draw(t, "related"),
		}
		want := map[id.Person]Capacity{}
		for _, p := range people {
			if as := oracleOf(k, p); as != "" {
				want[p] = Capacities.Must(as)
			}
		}
		needsGuardian := isMinor(k.Birth) && k.Maturity.String() != "child-alone"
		if !needsGuardian || k.Maturity.String() == "together" {
			want[lo] = AsChild
		}
		got, err := k.givers(lo, today)
		if needsGuardian && len(want)-len(only(want, lo)) == 0 {
			if !fault.Has(err, fault.CodeInvalid) || len(got) > 0 {
				t.Fatalf("nobody decides, yet %v are asked (%v)", got, err)
			}
			return
		}
		if err != nil || len(got) != len(want) || !maps.Equal(capacities(got), want) {
			t.Fatalf("want %v, got %v (%v)", want, got, err)
		}
		for _, g := range got {
			if g.Answer != Pending || !g.AnsweredOn.IsZero() {
				t.Fatalf("asked with an answer: %v", g)
			}
		}
	})
}

func oracleOf(k Knowledge, p id.Person) string {
	if !isMinor(k.Birth) || k.Maturity.String() == "child-alone" {
		return ""
	}
	as := ""
	for _, r := range k.Related {
		if r.Person != p {
			continue
		}
		switch r.Kind.String() {
		case "parent-custodian", "appointed-custodian", "temporary-custodian":
			return "guardian"
		case "god-man":
			as = "god-man"
		}
	}
	return as
}

func isMinor(birth civil.Date) bool {
	b, n := birth.UTC(), today.UTC()
	years := n.Year() - b.Year()
	if n.Format("0102") < b.Format("0102") {
		years--
	}
	return years < 18
}

func only(m map[id.Person]Capacity, p id.Person) map[id.Person]Capacity {
	if c, ok := m[p]; ok {
		return map[id.Person]Capacity{p: c}
	}
	return nil
}
