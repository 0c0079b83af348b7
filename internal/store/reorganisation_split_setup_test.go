package store_test

import (
	"context"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// dividing is an office whose first unit is divided on 1 April: Karin goes north, in the domain of a third unit where Tora
// works, and Olle south. The administrator sits at the second unit.
type dividing struct {
	*merging
	thirdBranch  id.Branch
	kalle        id.Person // has left the first unit
	kids         map[string]id.Person
	north, south id.Unit
}

func newDividing(t *testing.T) *dividing {
	t.Helper()
	d := &dividing{merging: &merging{office: newOffice(t), mother: id.NewPerson()}, kids: map[string]id.Person{}}
	d.exec("INSERT INTO person (id) VALUES ($1)", d.mother)
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	d.plans = plan.NewService(d.Store, d.Store, d.Store, policy, func() time.Time { return d.now })
	d.third, d.thirdBranch = d.unit("Barn och unga 2", "ifo", "[2020-01-01,)")
	d.sam = d.employ("Sam", d.second, "system-administrator")
	d.tora = d.employ("Tora", d.third, "caseworker")
	d.kalle = d.employ("Kalle", d.first, "caseworker")
	d.exec("UPDATE assignment SET valid = '[2020-01-01,2026-01-01)' WHERE person_id = $1", d.kalle)
	for name, c := range map[string]struct {
		valid   string
		workers map[id.Person]string
	}{
		"of Karin":                {"[2024-01-01,)", map[id.Person]string{d.karin: "[2024-01-01,)", d.olle: "[2024-01-01,2025-01-01)"}},
		"of Olle":                 {"[2024-01-01,)", map[id.Person]string{d.olle: "[2024-01-01,)"}},
		"of both":                 {"[2024-01-01,)", map[id.Person]string{d.karin: "[2024-01-01,)", d.olle: "[2024-01-01,)"}},
		"of Karin and Maria":      {"[2024-01-01,)", map[id.Person]string{d.karin: "[2024-01-01,)", d.maria: "[2024-01-01,)"}},
		"of nobody":               {"[2024-01-01,)", nil},
		"of one who has left":     {"[2024-01-01,)", map[id.Person]string{d.kalle: "[2024-01-01,)"}},
		"over, last Olle's":       {"[2023-01-01,2025-01-01)", map[id.Person]string{d.karin: "[2023-01-01,2024-01-01)", d.olle: "[2024-01-01,2025-01-01)"}},
		"over, last Kalle's":      {"[2023-01-01,2025-01-01)", map[id.Person]string{d.olle: "[2023-01-01,2024-01-01)", d.kalle: "[2024-01-01,2025-01-01)"}},
		"of Karin, ends in April": {"[2024-01-01,2026-04-01)", map[id.Person]string{d.karin: "[2024-01-01,2026-04-01)"}},
	} {
		child := id.NewPerson()
		d.kids[name] = child
		d.exec("INSERT INTO person (id, birth_date) VALUES ($1, '2014-05-06')", child)
		d.exec(`INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
		  VALUES (gen_random_uuid(), $1, $2, $3, 'Ek', '2014-05-06', 'ansökan', $4::text::daterange)`, child, d.first, name, c.valid)
		for who, valid := range c.workers {
			d.exec("INSERT INTO case_worker (id, child_id, unit_id, person_id, valid) VALUES (gen_random_uuid(), $1, $2, $3, $4::text::daterange)", child, d.first, who, valid)
		}
	}
	return d
}

// draft drafts that the unit is divided, and lets its manager place Karin and Olle.
func (d *dividing) draft(change func(*org.Move)) {
	d.Helper()
	m := org.Move{
		Kind: org.MoveKinds.Must("split"), Unit: d.first, OpenCasesGo: true, OldRecordsGo: true,
		Parts: []org.Part{{Name: "Barn och unga norr", Branch: d.thirdBranch}, {Name: "Barn och unga söder", Branch: d.firstBranch}},
	}
	if change != nil {
		change(&m)
	}
	d.want("", "draft", d.as(d.sam, "DraftReorganisation", func(ctx context.Context, a access.Actor) error {
		r, err := d.org.Draft(ctx, a, org.ReorganisationDraft{Title: "Två enheter till", Decision: "SN § 1", TakesEffectOn: civil.Of(april), Moves: []org.Move{m}})
		d.event = r.ID
		if err == nil {
			d.north, d.south = r.Moves[0].Parts[0].Unit, r.Moves[0].Parts[1].Unit
		}
		return err
	}))
	d.want("", "place", d.place(d.maria, org.Placement{Part: d.north, Staff: []id.Person{d.karin}}, org.Placement{Part: d.south, Staff: []id.Person{d.olle}}))
}

func (d *dividing) place(by id.Person, all ...org.Placement) error {
	return d.as(by, "PlaceReorganisedStaff", func(ctx context.Context, a access.Actor) error {
		_, err := d.org.PlaceStaff(ctx, a, d.event, all)
		return err
	})
}

// divide drafts, decides and applies.
func (d *dividing) divide(change func(*org.Move)) {
	d.Helper()
	d.draft(change)
	d.want("", "decide", d.decideOnce())
	d.apply()
}

func (d *dividing) apply() {
	d.Helper()
	d.now = april
	if n, err := d.Store.ApplyReorganisations(d.Context(), d.now); n != 1 || err != nil {
		d.Fatalf("applied %d, %v", n, err)
	}
}

// holder tells where the case of a child lies.
func (d *dividing) holder(child id.Person) string {
	d.Helper()
	var unit id.Unit
	if err := d.Owner.QueryRowContext(d.Context(), "SELECT unit_id FROM case_file WHERE child_id = $1", child).Scan(&unit); err != nil {
		d.Fatalf("case: %v", err)
	}
	return d.called(unit)
}

func (d *dividing) called(u id.Unit) string {
	return map[id.Unit]string{d.north: "north", d.south: "south", d.first: "first", d.third: "third"}[u]
}

// told is where the manager is told that each open case goes; one that is not told of stays.
func (d *dividing) told() map[string]string {
	d.Helper()
	all := map[string]string{}
	d.want("", "touched", d.as(d.maria, "ListTouchedCases", func(ctx context.Context, a access.Actor) error {
		rows, _, err := d.org.TouchedCases(ctx, a, d.event, page.Page{Number: 1, Limit: 100})
		for _, c := range rows {
			all[c.Name.Given.Reveal()] = d.called(c.Successor)
			if c.Part.Unit != c.Successor || c.Part.Name == "" {
				d.Errorf("%s goes to %+v, which is %+v", c.Name.Given.Reveal(), c.Successor, c.Part)
			}
		}
		return err
	}))
	return all
}
