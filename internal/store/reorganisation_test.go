package store_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

func TestMergeFoldsWhatBothUnitsHold(t *testing.T) {
	t.Parallel()
	m := newMerging(t)
	m.decide()
	m.now = april
	if n, err := m.Store.ApplyReorganisations(t.Context(), m.now); n != 1 || err != nil {
		t.Fatalf("applied %d, %v", n, err)
	}
	for what, question := range map[string]string{
		"one case over both spans, by the newest name": "SELECT count(*) FROM case_file WHERE child_id = $1 AND unit_id = $2 AND valid = '[2021-01-01,)' AND family_name = 'i " + m.tora.String() + "'",
		"the earlier end of a custody":                 "SELECT count(*) FROM relation WHERE child_id = $1 AND unit_id = $2 AND valid = '[2020-01-01,2025-06-01)'",
		"one part in the plan, the one that accepted":  "SELECT count(*) FROM party y JOIN plan p ON p.id = y.plan_id WHERE p.child_id = $1 AND y.unit_id = $2 AND y.state = 'accepted'",
		"and the call that it needs no more":           "SELECT count(*) FROM party y JOIN plan p ON p.id = y.plan_id WHERE p.child_id = $1 AND y.unit_id = $2 AND y.state = 'left'",
		"the lead and the follow-up":                   "SELECT count(*) FROM plan WHERE child_id = $1 AND lead_unit_id = $2 AND next_follow_up_unit_id = $2",
		"a copy of the case that was folded":           "SELECT count(*) FROM case_file_folded WHERE child_id = $1 AND unit_id <> $2 AND family_name = 'i " + m.karin.String() + "'",
	} {
		if n := m.number(question, m.child, m.third); n != 1 {
			t.Errorf("%s: %d", what, n)
		}
	}
	for _, table := range []string{"case_file", "case_worker", "relation", "party"} {
		if n := m.number("SELECT count(*) FROM "+table+" WHERE unit_id = $1", m.first); n != 0 {
			t.Errorf("the closed unit still has %d rows of %s", n, table)
		}
	}
	m.whoReads(map[id.Person]string{m.tora: "note unit ", m.karin: "note unit ", m.olle: ""})
	m.exec("INSERT INTO case_worker (id, child_id, unit_id, person_id, valid) VALUES (gen_random_uuid(), $1, $2, $3, '[2026-04-01,)')", m.child, m.third, m.olle)
	m.whoReads(map[id.Person]string{m.tora: "note unit ", m.olle: "note unit note named "}) // named persons alone, and with need
}

// TestApplyingHappensOnce, and not before its day, however many ask.
func TestApplyingHappensOnce(t *testing.T) {
	t.Parallel()
	m := newMerging(t)
	m.decide()
	if n, err := m.Store.ApplyReorganisations(t.Context(), april.Add(-24*time.Hour)); n != 0 || err != nil {
		t.Errorf("on the eve %d were applied, %v", n, err)
	}
	m.now = april
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if _, err := m.Store.ApplyReorganisations(m.Context(), april); err != nil {
				t.Errorf("apply: %v", err)
			}
		})
		group.Go(func() {
			m.want("", "enter", m.as(m.sara, "ListChildren", func(context.Context, access.Actor) error { return nil }))
		})
	}
	group.Wait()
	if n := m.number("SELECT count(*) FROM audit_entry WHERE actor_kind = 'system' AND operation = 'ApplyReorganisation' AND objects[1] IS NOT NULL"); n != 1 {
		t.Errorf("the log tells of %d", n)
	}
}

// TestNobodyEntersBeforeItIsApplied: when records cannot be handed over, nobody sees the new organisation with the old ones.
func TestNobodyEntersBeforeItIsApplied(t *testing.T) {
	t.Parallel()
	m := newMerging(t)
	m.decide()
	m.exec("ALTER TABLE reorganisation_case ADD CONSTRAINT planted CHECK (false)")
	enter := func() error {
		return m.as(m.tora, "ListChildren", func(context.Context, access.Actor) error { return nil })
	}
	m.want("", "on the eve", enter())
	m.now = april
	m.want("internal", "on the day", enter())
	m.exec("ALTER TABLE reorganisation_case DROP CONSTRAINT planted")
	m.want("", "when it can", enter())
}

func TestCancellingTakesThePlacesBack(t *testing.T) {
	t.Parallel()
	m := newMerging(t)
	m.decide()
	if n := m.number("SELECT count(*) FROM unit_place WHERE unit_id = $1 AND upper(valid) = '2026-04-01'", m.first); n != 1 {
		t.Errorf("a decided merge ends %d places", n)
	}
	cancel := func(by id.Person) error {
		return m.as(by, "CancelReorganisation", func(ctx context.Context, a access.Actor) error {
			_, err := m.org.Cancel(ctx, a, m.event, "Uppskjutet")
			return err
		})
	}
	m.want("denied", "a manager", cancel(m.maria))
	m.want("", "the administrator", cancel(m.sam))
	m.want("reorganisation-not-open", "again", cancel(m.sam))
	if n := m.number("SELECT count(*) FROM unit_place WHERE unit_id = $1 AND upper_inf(valid)", m.first) - m.number("SELECT count(*) FROM unit_successor"); n != 1 {
		t.Errorf("after it was cancelled the unit has %d open places", n)
	}
	m.now = april
	m.want("", "the day after all", m.as(m.karin, "ListChildren", func(context.Context, access.Actor) error { return nil }))
	if n := m.number("SELECT count(*) FROM case_file WHERE unit_id = $1", m.first); n != 1 {
		t.Errorf("the unit has %d cases left", n)
	}
}

// TestR22ReorganisationsAreForThoseConcerned: managers of a named unit, nobody else's.
func TestR22ReorganisationsAreForThoseConcerned(t *testing.T) {
	t.Parallel()
	m := newMerging(t)
	m.decide()
	elsewhere := m.employ("Stina", m.second, "unit-manager")
	for who, c := range map[id.Person]struct {
		find, preview, touched string
	}{
		m.sam: {"", "", "denied"}, m.maria: {"", "denied", ""}, elsewhere: {"not-found", "denied", "not-found"}, m.karin: {"denied", "denied", "denied"},
	} {
		m.want(c.find, "find", m.as(who, "GetReorganisation", func(ctx context.Context, a access.Actor) error {
			_, err := m.org.Reorganisation(ctx, a, m.event)
			return err
		}))
		m.want(c.preview, "preview", m.as(who, "PreviewReorganisation", func(ctx context.Context, a access.Actor) error {
			_, err := m.org.Preview(ctx, a, m.event)
			return err
		}))
		m.want(c.touched, "touched", m.as(who, "ListTouchedCases", func(ctx context.Context, a access.Actor) error {
			all, n, err := m.org.TouchedCases(ctx, a, m.event, page.Default)
			if err == nil && (n != 1 || all[0].Child != m.child || all[0].Successor != m.third || all[0].Name.IsZero() || len(all[0].Plans) != 1 || !all[0].Plans[0].LeadChanges) {
				t.Errorf("touched: %+v of %d", all, n)
			}
			return err
		}))
	}
}

// TestTheServerHandsNothingOver: what the functions of the fence do, the server's role cannot.
func TestTheServerHandsNothingOver(t *testing.T) {
	t.Parallel()
	m := newMerging(t)
	m.decide()
	for _, statement := range []string{
		"UPDATE case_file SET unit_id = '" + m.third.String() + "'", "UPDATE party SET unit_id = '" + m.third.String() + "'",
		"UPDATE item SET owner_unit_id = '" + m.third.String() + "'", "UPDATE reorganisation SET status = 'cancelled'",
		"UPDATE unit_place SET valid = '[2020-01-01,)'", "SELECT * FROM reorganisation_case", "SELECT * FROM case_file_folded",
		"SELECT app_apply_reorganisation('" + m.event.String() + "', now())", "SELECT app_reassign_staff('" + m.event.String() + "', '2026-04-01')",
	} {
		tx, err := m.Owner.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		run(t, tx, "SET LOCAL ROLE samplan_app")
		run(t, tx, "SELECT set_config('app.unit', '"+m.first.String()+"', true), set_config('app.today', '2026-04-01', true), set_config('app.own_units', '{"+m.first.String()+"}', true)")
		if _, err := tx.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("the server can do %s", statement)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
}
