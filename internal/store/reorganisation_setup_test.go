package store_test

import (
	"context"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/plan"
)

// merging is an office with a third unit, whose administrator decides that the first goes into it on 1 April. Both know one
// child: each has a case, knows the mother, and takes part in the plan that the first leads.
type merging struct {
	*office
	third             id.Unit
	sam, tora, mother id.Person
	child             id.Person
	sip               id.Plan
	event             id.Reorganisation
	plans             *plan.Service
}

var april = monday.AddDate(0, 0, 30)

func newMerging(t *testing.T) *merging {
	t.Helper()
	m := &merging{office: newOffice(t), child: id.NewPerson(), sip: id.NewPlan(), mother: id.NewPerson()}
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	m.plans = plan.NewService(m.Store, m.Store, m.Store, policy, func() time.Time { return m.now })
	m.third, _ = m.unit("Barn och unga 2", "ifo", "[2020-01-01,)")
	m.sam = m.employ("Sam", m.second, "system-administrator")
	m.tora = m.employ("Tora", m.third, "caseworker")
	m.exec("INSERT INTO person (id, birth_date) VALUES ($1, '2014-05-06'), ($2, NULL)", m.child, m.mother)
	m.exec(`INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, next_follow_up_unit_id, created_on, created_at)
	  VALUES ($1, $2, 'sip', 'met', 'sol-2025-400-10-8', $3, $3, '2026-01-01', now())`, m.sip, m.child, m.first)
	for _, v := range []struct {
		unit         id.Unit
		worker       id.Person
		valid, knows string
		state        string
	}{{m.first, m.karin, "[2021-01-01,)", "[2021-01-01,)", "accepted"}, {m.third, m.tora, "[2024-01-01,)", "[2020-01-01,2025-06-01)", "called"}} {
		m.exec(`INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
		  VALUES (gen_random_uuid(), $1, $2, 'Lo', $3, '2014-05-06', 'ansökan', $4::text::daterange)`, m.child, v.unit, "i "+v.worker.String(), v.valid)
		m.exec("INSERT INTO case_worker (id, child_id, unit_id, person_id, valid) VALUES (gen_random_uuid(), $1, $2, $3, $4::text::daterange)", m.child, v.unit, v.worker, v.valid)
		m.exec(`INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
		  VALUES (gen_random_uuid(), $1, $2, $3, 'parent-custodian', 'Eva', 'Ek', $4::text::daterange)`, m.child, m.mother, v.unit, v.knows)
		m.exec(`INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, added_on) VALUES (gen_random_uuid(), $1, $2, $3, 'called', $4, '2026-01-01')`,
			m.sip, v.unit, m.first, v.state)
	}
	m.item("unit", "[]")
	m.item("named", "["+m.olle.String()+"]")
	return m
}

// item writes a note of the first unit.
func (m *merging) item(visibility, named string) {
	m.Helper()
	item := id.NewItem()
	m.exec(`INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, body, author_id, author_kind, created_on)
	  VALUES ($1, $2, 'note', $3, 'health', $4, $5, $6, 'staff', '2026-01-01')`, item, m.sip, m.first, visibility, "note "+visibility, m.karin)
	if visibility == "named" {
		m.exec("INSERT INTO item_named (item_id, person_id) VALUES ($1, $2)", item, named[1:len(named)-1])
	}
}

// decide drafts and decides; the same administrator may not twice.
func (m *merging) decide() {
	m.Helper()
	m.want("", "draft", m.as(m.sam, "DraftReorganisation", func(ctx context.Context, a access.Actor) error {
		r, err := m.org.Draft(ctx, a, org.ReorganisationDraft{
			Title: "En enhet", Decision: "SN § 1", TakesEffectOn: civil.Of(april),
			Moves: []org.Move{{Kind: org.MoveKinds.Must("merge"), Unit: m.first, Into: m.third, OpenCasesGo: true, OldRecordsGo: true}},
		})
		m.event = r.ID
		return err
	}))
	m.want("", "decide", m.decideOnce())
	m.want("reorganisation-not-open", "decide again", m.decideOnce())
}

func (m *merging) decideOnce() error {
	return m.as(m.sam, "DecideReorganisation", func(ctx context.Context, a access.Actor) error {
		_, err := m.org.Decide(ctx, a, m.event)
		return err
	})
}

func (m *merging) number(question string, args ...any) (n int) {
	m.Helper()
	if err := m.Owner.QueryRowContext(m.Context(), question, args...).Scan(&n); err != nil {
		m.Fatalf("%s: %v", question, err)
	}
	return n
}

// whoReads tells whose notes each member of staff sees in the plan.
func (m *merging) whoReads(want map[id.Person]string) {
	m.Helper()
	for who, notes := range want {
		got := ""
		err := m.as(who, "GetPlan", func(ctx context.Context, a access.Actor) error {
			all, err := m.notes(ctx, a)
			got = all
			return err
		})
		m.want("", "read", err)
		if got != notes {
			m.Errorf("%s reads %q, want %q", who, got, notes)
		}
	}
}

func (m *merging) notes(ctx context.Context, a access.Actor) (all string, err error) {
	v, err := m.plans.View(ctx, a, m.sip)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	for n := range v.Items {
		all += v.Items[n].Words.Body.Reveal() + " "
	}
	return all, err
}
