package store_test

import (
	"context"
	"testing"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
)

// TestR41CasesFollowThoseWhoWorkWithThem: and where these part, or there are none, they stay with what goes on of the unit.
// What the manager is told beforehand is what comes.
func TestR41CasesFollowThoseWhoWorkWithThem(t *testing.T) {
	t.Parallel()
	stay := map[string]string{"of Karin": "north", "of Olle": "south", "over, last Olle's": "south", "of Karin, ends in April": "north"}
	for name, c := range map[string]struct {
		change func(*org.Move)
		rest   string
		want   map[string]string // all others go to the rest
	}{
		"all go":          {nil, "first", stay},
		"the unit closes": {func(m *org.Move) { m.Parts[1].TakesRest = true }, "south", stay},
		"open cases go":   {func(m *org.Move) { m.OldRecordsGo = false }, "first", map[string]string{"of Karin": "north", "of Olle": "south"}},
		"old records go":  {func(m *org.Move) { m.OpenCasesGo = false }, "first", map[string]string{"over, last Olle's": "south", "of Karin, ends in April": "north"}},
		"nothing goes":    {func(m *org.Move) { m.OpenCasesGo, m.OldRecordsGo = false, false }, "first", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDividing(t)
			d.draft(c.change)
			told := d.told()
			d.want("", "decide", d.decideOnce())
			d.apply()
			for child, person := range d.kids {
				want, known := c.want[child]
				if !known {
					want = c.rest
				}
				got := d.holder(person)
				if got != want {
					t.Errorf("the case %s is held by %s, not %s", child, got, want)
				}
				isOpen := d.number("SELECT count(*) FROM case_file WHERE child_id = $1 AND valid @> '2026-03-02'::date", person) == 1
				if before, isTold := told[child]; isOpen && (got == "first") == isTold || isTold && before != got {
					t.Errorf("the manager was told %q of the case %s, which %s holds", before, child, got)
				}
			}
		})
	}
}

// TestR41NobodyWorksWhereTheyDoNotBelong: assignments end and begin; who goes elsewhere than a case no longer works with it,
// nor is the contact for it.
func TestR41NobodyWorksWhereTheyDoNotBelong(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	sip := d.planOf("of both")
	d.exec("UPDATE party SET contact_id = $2 WHERE plan_id = $1", sip, d.karin)
	d.exec(`INSERT INTO case_worker (id, child_id, unit_id, person_id, valid) VALUES (gen_random_uuid(), $1, $2, $3, '[2026-05-01,)')`, d.kids["of Karin"], d.first, d.olle)
	d.divide(nil)
	const at = "SELECT count(*) FROM assignment WHERE person_id = $1 AND unit_id = $2 AND valid = $3::text::daterange"
	const works = "SELECT count(*) FROM case_worker WHERE child_id = $1 AND unit_id = $2 AND person_id = $3 AND valid @> '2026-06-01'::date"
	for what, n := range map[string]int{
		"Karin's old assignment":      1 - d.number(at, d.karin, d.first, "[2020-01-01,2026-04-01)"),
		"Karin's new assignment":      1 - d.number(at, d.karin, d.north, "[2026-04-01,)"),
		"Olle's new assignment":       1 - d.number(at, d.olle, d.south, "[2026-04-01,)"),
		"Maria's assignment":          1 - d.number(at, d.maria, d.first, "[2020-01-01,)"),
		"Karin with her own case":     1 - d.number(works, d.kids["of Karin"], d.north, d.karin),
		"Maria with the common case":  1 - d.number(works, d.kids["of Karin and Maria"], d.first, d.maria),
		"Karin with what stays":       d.number(works, d.kids["of Karin and Maria"], d.first, d.karin),
		"Karin with what both had":    d.number(works, d.kids["of both"], d.first, d.karin),
		"Olle, in May, with Karin's":  d.number(works, d.kids["of Karin"], d.north, d.olle),
		"a contact who is gone":       d.number("SELECT count(*) FROM party WHERE plan_id = $1 AND contact_id IS NOT NULL", sip),
		"an assignment at the school": d.number("SELECT count(*) FROM assignment WHERE unit_id = $1 AND NOT lower_inf(valid) AND lower(valid) = '2026-04-01'", d.second),
	} {
		if n != 0 {
			t.Errorf("%s: %d off", what, n)
		}
	}
}

// TestCancellingASplitTakesTheUnitsBack, unless another reorganisation builds on one of them.
func TestCancellingASplitTakesTheUnitsBack(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	d.draft(func(m *org.Move) { m.Parts[1].TakesRest = true })
	d.want("", "decide", d.decideOnce())
	if n := d.number("SELECT count(*) FROM unit u JOIN unit_place q ON q.unit_id = u.id WHERE lower(q.valid) = '2026-04-01'"); n != 2 {
		t.Errorf("%d parts are units", n)
	}
	cancel := func() error {
		return d.as(d.sam, "CancelReorganisation", func(ctx context.Context, a access.Actor) error {
			_, err := d.org.Cancel(ctx, a, d.event, "Uppskjutet")
			return err
		})
	}
	divided := d.event
	d.want("", "another", d.as(d.sam, "DraftReorganisation", func(ctx context.Context, a access.Actor) error {
		_, err := d.org.Draft(ctx, a, org.ReorganisationDraft{
			Title: "Ihop igen", Decision: "SN § 2", TakesEffectOn: civilDay("2026-06-01"),
			Moves: []org.Move{{Kind: org.MoveKinds.Must("merge"), Unit: d.north, Into: d.south, OpenCasesGo: true, OldRecordsGo: true}},
		})
		return err
	}))
	d.want("reorganisation-not-open", "what another builds on", cancel())
	d.exec("ALTER TABLE reorganisation_move DISABLE TRIGGER reorganisation_move_kept")
	d.exec("DELETE FROM reorganisation_move WHERE reorganisation_id <> $1", divided)
	d.want("", "cancel", cancel())
	left := d.number("SELECT count(*) FROM unit WHERE id = ANY ($1::text::uuid[])", "{"+d.north.String()+","+d.south.String()+"}")
	if open := d.number("SELECT count(*) FROM unit_place WHERE unit_id = $1 AND upper_inf(valid)", d.first); left != 0 || open != 1 {
		t.Errorf("%d parts are left, the unit has %d open places", left, open)
	}
	if n := d.number("SELECT count(*) FROM unit_successor") + d.number("SELECT count(*) FROM unit_predecessor"); n != 0 {
		t.Errorf("%d units follow on another", n)
	}
}

// TestAUnitIsDividedOnceAtATime: what is decided for it stands until then.
func TestAUnitIsDividedOnceAtATime(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	d.draft(nil)
	first := d.event
	d.draft(nil)
	d.want("", "decide", d.decideOnce())
	d.event = first
	d.want("reorganisation-not-open", "decide the other", d.decideOnce())
	d.want("reorganisation-not-open", "place for the decided one", func() error {
		d.event = first
		d.exec("UPDATE reorganisation_side SET decided_on = '2026-03-02', decided_by = $2 WHERE reorganisation_id = $1", first, d.sam)
		return d.place(d.maria, org.Placement{Part: d.north, Staff: []id.Person{d.karin}})
	}())
}

// TestR22TheServerPlacesNobodyElse: past the program, the fence still keeps to the own unit and those who work there.
func TestR22TheServerPlacesNobodyElse(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	d.draft(nil)
	ask := func(unit id.Unit, statement string) (answer string, err error) {
		tx, err := d.Owner.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = tx.Rollback() }()
		run(t, tx, "SET LOCAL ROLE samplan_app")
		run(t, tx, "SELECT set_config('app.unit', '"+unit.String()+"', true), set_config('app.today', '2026-03-02', true), set_config('app.own_units', '{"+unit.String()+"}', true)")
		err = tx.QueryRowContext(t.Context(), statement).Scan(&answer)
		return answer, err
	}
	place := func(part id.Unit, who id.Person) string {
		return "SELECT app_place_staff('" + d.event.String() + "', ARRAY['" + part.String() + "']::uuid[], ARRAY['" + who.String() + "']::uuid[])::text"
	}
	for what, c := range map[string]struct {
		unit            id.Unit
		statement, want string
	}{
		"own staff":               {d.first, place(d.north, d.olle), "true"},
		"another unit's manager":  {d.third, place(d.north, d.tora), "false"},
		"somebody elsewhere":      {d.first, place(d.north, d.tora), "false"},
		"placements elsewhere":    {d.third, "SELECT count(*)::text FROM reorganisation_placement", "0"},
		"own placements":          {d.first, "SELECT count(*)::text FROM reorganisation_placement", "2"},
		"cases of the own unit":   {d.first, "SELECT (count(*) > 0)::text FROM app_own_reorganised_cases('" + d.event.String() + "')", "true"},
		"cases of another unit":   {d.third, "SELECT count(*)::text FROM app_own_reorganised_cases('" + d.event.String() + "')", "0"},
		"parts, where not named":  {d.third, "SELECT count(*)::text FROM reorganisation_part", "0"},
		"parts, at the own unit":  {d.first, "SELECT count(*)::text FROM reorganisation_part", "2"},
		"another part of nothing": {d.first, place(id.NewUnit(), d.olle), ""},
	} {
		got, err := ask(c.unit, c.statement)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s: got %q, %v", what, got, err)
		}
	}
	for _, statement := range []string{
		"INSERT INTO unit (id, name, secrecy_class) VALUES (gen_random_uuid(), 'x', 'ifo') RETURNING 'x'", "UPDATE reorganisation_part SET staff = 3 RETURNING 'x'",
		"DELETE FROM reorganisation_placement RETURNING 'x'", "SELECT app_open_parts('" + d.event.String() + "', '" + d.first.String() + "', '2026-04-01')::text",
		"SELECT unit_id FROM app_parting('" + d.event.String() + "')", "UPDATE routine_version SET whole = '{}' RETURNING 'x'",
	} {
		if got, err := ask(d.first, statement); err == nil {
			t.Errorf("the server can do %s: %q", statement, got)
		}
	}
}
