package store_test

import (
	"database/sql"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"samplan/internal/demo"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// inEmergency is a world in which vera of child health care has opened what the school's medical staff holds.
type inEmergency struct {
	testkit.Database
	*worlds.World
	q worlds.Inquiry
	o worlds.Opening
}

func newEmergency(t *testing.T) inEmergency {
	t.Helper()
	e := inEmergency{Database: testkit.NewDatabase(t, store.Options{})}
	prepare(t, e.Database)
	for seed := uint64(1); seed < 2000; seed++ {
		e.World = worlds.New(worlds.Seed(seed), "emergency")
		for _, e.o = range e.Openings {
			e.q = e.Inquiries[slices.IndexFunc(e.Inquiries, func(q worlds.Inquiry) bool { return q.ID == e.o.Inquiry })]
			if e.o.Holder == "emi" && e.q.Unit == "bvc" && len(e.Opened(readerOf(e.q), e.o)) > 0 {
				e.Blocks = slices.DeleteFunc(e.Blocks, func(b worlds.Block) bool { return b.Child == e.q.Child && b.Unit == e.q.Unit })
				if err := e.Save(t.Context(), e.Owner, e.Eraser); err != nil {
					t.Fatal(err)
				}
				return e
			}
		}
	}
	t.Fatal("no world has such an opening")
	return e
}

// TestR38TheFenceTellsTheRightOnesOnly: with the settings of each reader, the functions and tables of an emergency tell
// what that reader may know, whatever the first line asks for.
func TestR38TheFenceTellsTheRightOnesOnly(t *testing.T) {
	t.Parallel()
	e := newEmergency(t)
	ids := e.openedIDs()
	for _, r := range e.Readers() {
		isAsker := r.Assignment.UUID() == e.q.Assignment
		isThere := !r.IsCitizen() && (r.Unit == e.q.Unit || r.Unit == e.o.Holder)
		asReader(t, e.Owner, e.World, r, "samplan_app", func(tx *sql.Tx) {
			for query, c := range map[string]struct {
				args []any
				want bool
			}{
				"SELECT unit_id FROM app_emergency_holders($1)":            {[]any{e.q.ID}, isAsker},
				"SELECT id FROM emergency_inquiry WHERE id = $1":           {[]any{e.q.ID}, isAsker},
				"SELECT id FROM app_emergency_items($1, $2, $3)":           {[]any{e.o.ID, e.q.Assignment, e.Now()}, isAsker},
				"SELECT i.id FROM app_emergency_items($1, $2, $3) i":       {[]any{e.o.ID, e.q.Assignment, e.Now().AddDate(0, 0, 1)}, false},
				"SELECT j.id FROM app_emergency_items($1, $2, $3) j":       {[]any{e.o.ID, uuid.New(), e.Now()}, false},
				"SELECT id FROM emergency_access WHERE id = $1":            {[]any{e.o.ID}, isThere},
				"SELECT id FROM app_principal_emergencies() WHERE id = $1": {[]any{e.o.ID}, r.Role == "data-protection-officer"},
				"SELECT id FROM item WHERE id = ANY ($1)":                  {[]any{ids}, !r.IsCitizen() && r.Unit == "emi"},
				"SELECT c FROM app_emergency_child('personnummer', $1) c WHERE c IS NOT NULL": {
					[]any{e.Human(e.q.Child).Number}, !r.IsCitizen() && (r.Unit == "bup" || r.Unit == "bvc"),
				},
			} {
				if strings.Contains(query, "FROM item ") && e.isReleased(r) {
					continue // a consent or ground opens it too
				}
				if got := idsFrom(t, tx, query, c.args...); (len(got) > 0) != c.want {
					t.Errorf("%s: %s gives %d rows", r.Key, query, len(got))
				}
			}
		})
	}
}

func (e inEmergency) openedIDs() []uuid.UUID {
	var ids []uuid.UUID
	for _, i := range e.Opened(readerOf(e.q), e.o) {
		ids = append(ids, i.ID)
	}
	return ids
}

func (e inEmergency) isReleased(r worlds.Reader) bool {
	return slices.ContainsFunc(e.Opened(readerOf(e.q), e.o), func(i worlds.Item) bool { return e.SeesItem(r, i) })
}

// TestR38TheFenceRefusesWrites: no inquiry, opening, review or block that the law does not know can be written.
func TestR38TheFenceRefusesWrites(t *testing.T) {
	t.Parallel()
	e := newEmergency(t)
	vera, karin, bibi := readerOf(e.q), staffOf("karin"), staffOf("bibi")
	const (
		ask    = "INSERT INTO emergency_inquiry VALUES (gen_random_uuid(), $1, app_person(), $2, $3, 'life', 'a', now())"
		open   = "INSERT INTO emergency_access VALUES (gen_random_uuid(), $1, $2, app_person(), $3, app_unit(), $4, $5, 'a', now(), now() + interval '15 minutes', current_date)"
		review = "INSERT INTO emergency_review VALUES (gen_random_uuid(), $1, app_person(), app_unit(), 'justified', now())"
		block  = "INSERT INTO care_block (id, child_id, unit_id, recorded_by, set_on, created_at) VALUES (gen_random_uuid(), $1, $2, app_person(), current_date, now())"
	)
	for name, c := range map[string]struct {
		worlds.Reader
		insert string
		args   []any
	}{
		"social services ask":                  {karin, ask, []any{e.q.Child, karin.Assignment, demo.UnitID("bou1")}},
		"somebody asks for another unit":       {vera, ask, []any{e.q.Child, vera.Assignment, demo.UnitID("bup")}},
		"a unit that holds nothing is opened":  {vera, open, []any{e.q.ID, e.q.Child, vera.Assignment, demo.UnitID("bou1"), e.q.Danger}},
		"another child is opened":              {vera, open, []any{e.q.ID, e.People[0].ID, vera.Assignment, demo.UnitID("emi"), e.q.Danger}},
		"another's inquiry is opened":          {bibi, open, []any{e.q.ID, e.q.Child, bibi.Assignment, demo.UnitID("emi"), e.q.Danger}},
		"another assignment opens":             {vera, open, []any{e.q.ID, e.q.Child, bibi.Assignment, demo.UnitID("emi"), e.q.Danger}},
		"who opened reviews":                   {vera, review, []any{e.o.ID}},
		"a stranger reviews":                   {karin, review, []any{e.o.ID}},
		"a unit that gives no care is blocked": {karin, block, []any{e.q.Child, demo.UnitID("bou1")}},
		"another unit is blocked":              {vera, block, []any{e.q.Child, demo.UnitID("emi")}},
	} {
		asReader(t, e.Owner, e.World, c.Reader, "samplan_app", func(tx *sql.Tx) {
			if _, err := tx.ExecContext(t.Context(), c.insert, c.args...); err == nil || !strings.Contains(err.Error(), "row-level security") {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	asReader(t, e.Owner, e.World, vera, "samplan_app", func(tx *sql.Tx) { // and as it may be
		run(t, tx, ask, e.q.Child, vera.Assignment, demo.UnitID("bvc"))
		run(t, tx, block, e.q.Child, demo.UnitID("bvc"))
	})
}

func staffOf(key string) worlds.Reader {
	all := worlds.Staff()
	return all[slices.IndexFunc(all, func(r worlds.Reader) bool { return r.Subject == demo.Find(key).Subject() })]
}
