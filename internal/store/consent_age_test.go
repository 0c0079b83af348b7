package store_test

import (
	"database/sql"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// byAge: the guardians until 10, then the child too, and from 12 the child alone.
func byAge(p *routine.Profile) {
	p.ConsentAges = []routine.ConsentAge{
		{FromAge: 0, UntilAge: 10, Givers: "guardians"}, {FromAge: 10, UntilAge: 12, Givers: "together"}, {FromAge: 12, UntilAge: 18, Givers: "child-alone"},
	}
}

// TestR16ConsentAgesComeFromTheProfile: no age below 18 is written into the program, and no birthday opens anything.
func TestR16ConsentAgesComeFromTheProfile(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	keep(t, a.database, "goteborg", "goteborg-own", 1, "2020-01-01", byAge)
	choose(t, a.database, "goteborg", "goteborg-own", "2020-01-01", "2020-01-01")
	tenth, twelfth := demo.Find("lo").Birth.AddYears(10), demo.Find("lo").Birth.AddYears(12)
	ask := func(want []id.Person, yes ...id.Person) id.Consent {
		t.Helper()
		v := a.record("karin", a.planDraft())
		for _, p := range want {
			if v.Giver(p) == nil || len(v.Givers) != len(want) {
				t.Fatalf("%s: asked %v, want %v", a.day, v.Givers, want)
			}
		}
		for _, p := range yes {
			if err := a.answer("karin", v.ID, p, consent.Given, ""); err != nil {
				t.Fatal(err)
			}
		}
		return v.ID
	}
	on := func(day civil.Date, want map[id.Consent]consent.State) {
		t.Helper()
		a.day = day
		for c, state := range want {
			a.stands(c, state, "karin", "amir")
		}
	}
	both, all := []id.Person{a.amir, a.eva}, []id.Person{a.amir, a.eva, a.lo}
	young := ask(both, both...)
	on(tenth.AddDays(-1), map[id.Consent]consent.State{young: consent.StateLive})
	on(tenth, map[id.Consent]consent.State{young: consent.StateLapsed})

	joint, waits, childless := ask(all, all...), ask(all, a.lo), ask(all, both...)
	still := map[id.Consent]consent.State{joint: consent.StateLive, waits: consent.StatePending, childless: consent.StatePending}
	on(tenth, still)
	on(twelfth.AddDays(-1), still)
	on(twelfth, still) // the child alone decides now, and yet what waited still waits

	own := ask([]id.Person{a.lo}, a.lo)
	a.stands(own, consent.StateLive, "karin")
	a.assess("karin", "guardians") // an assessment decides before any age
	on(twelfth, map[id.Consent]consent.State{young: consent.StateLive, joint: consent.StateLive, waits: consent.StatePending})
	a.stands(own, consent.StateLapsed, "karin")
	ask(both)
}

// TestR16ConsentAgesAreThePrincipals: by the profile of the unit's own principal, from one birthday to the next.
func TestR16ConsentAgesAreThePrincipals(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	keep(t, a.database, "goteborg", "goteborg-own", 1, "2020-01-01", byAge)
	choose(t, a.database, "goteborg", "goteborg-own", "2020-01-01", "2020-01-01")
	for _, c := range []struct {
		unit string
		born any
		want string
	}{
		{"bou1", "2012-03-02", "guardians"},
		{"bou1", "2012-02-29", "together"}, // ten years after a leap day is the day before 1 March
		{"bou1", "2010-03-01", "together"},
		{"bou1", "2010-02-28", "child-alone"},
		{"bou1", "2022-06-01", "guardians"}, // not yet born
		{"bou1", sql.NullString{}, "guardians"},
		{"ka-bof", "2010-02-28", "guardians"},
	} {
		var got string
		tx, err := a.database.Owner.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		run(t, tx, "SELECT set_config('app.today', '2022-02-28', true)")
		if err := tx.QueryRowContext(t.Context(), "SELECT app_givers_by_age($1, $2::date)", demo.UnitID(c.unit), c.born).Scan(&got); err != nil {
			t.Fatal(err)
		}
		_ = tx.Rollback() // nothing was to be kept
		if got != c.want {
			t.Errorf("%s, born %v: %s, want %s", c.unit, c.born, got, c.want)
		}
	}
}
