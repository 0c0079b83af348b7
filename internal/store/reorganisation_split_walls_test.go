package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/testkit"
)

func civilDay(s string) civil.Date { return civil.MustParse(s) }

// planOf makes a plan about a child in which the first unit takes part.
func (d *dividing) planOf(child string) id.Plan {
	d.Helper()
	p := id.NewPlan()
	d.exec(`INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, created_on, created_at)
	  VALUES ($1, $2, 'sip', 'met', 'sol-2025-400-10-8', $3, '2026-01-01', now())`, p, d.kids[child], d.first)
	d.takesPart(p, d.first)
	return p
}

func (d *dividing) takesPart(p id.Plan, u id.Unit) {
	d.Helper()
	d.exec(`INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, added_on) VALUES (gen_random_uuid(), $1, $2, $2, 'called', 'accepted', '2026-01-01')`, p, u)
}

func (d *dividing) goal(p id.Plan, owner id.Unit, visibility, body string) id.Item {
	d.Helper()
	item := id.NewItem()
	d.exec(`INSERT INTO item (id, plan_id, kind, horizon, owner_unit_id, category, visibility, body, author_id, author_kind, created_on)
	  VALUES ($1, $2, 'goal', 'long', $3, 'health', $4, $5, $6, 'staff', '2026-01-01')`, item, p, owner, visibility, body, d.karin)
	return item
}

// consent lets the mother share one category from a domain to another, but for what is excluded.
func (d *dividing) consent(child id.Person, from, to id.Branch, excluded ...id.Item) {
	d.Helper()
	c := id.NewConsent()
	d.exec(`INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
	  VALUES (gen_random_uuid(), $1, $2, $3, 'parent-custodian', 'Eva', 'Ek', '[2020-01-01,)') ON CONFLICT DO NOTHING`, child, d.mother, d.first)
	d.exec(`INSERT INTO consent (id, child_id, unit_id, kind, purpose, form, recorder_id, valid_from, valid_to, created_at)
	  VALUES ($1, $2, $3, 'share', 'samarbete', 'e-identification', $4, '2026-02-01', '2027-02-01', now())`, c, child, d.first, d.karin)
	d.exec("INSERT INTO consent_giver (consent_id, person_id, capacity, answer, answered_on) VALUES ($1, $2, 'guardian', 'given', '2026-02-01')", c, d.mother)
	d.exec("INSERT INTO consent_scope (consent_id, from_branch_id, to_branch_id, category) VALUES ($1, $2, $3, 'health')", c, from, to)
	for _, item := range excluded {
		d.exec("INSERT INTO consent_exclusion (consent_id, item_id) VALUES ($1, $2)", c, item)
	}
}

// reads tells which goals of a plan somebody sees, in the order of the alphabet.
func (d *dividing) reads(who id.Person, p id.Plan) string {
	d.Helper()
	var all []string
	d.want("", "read", d.as(who, "GetPlan", func(ctx context.Context, a access.Actor) error {
		v, err := d.plans.View(ctx, a, p)
		if fault.Is(err, fault.NotFound) {
			all = []string{"hidden"}
			return nil
		}
		for n := range v.Items {
			all = append(all, v.Items[n].Words.Body.Reveal())
		}
		return err
	}))
	slices.Sort(all)
	return strings.Join(all, " ")
}

func (d *dividing) read(want map[id.Person]string, p id.Plan, when string) {
	d.Helper()
	for who, notes := range want {
		if got := d.reads(who, p); got != notes {
			d.Errorf("%s, %s reads %q, want %q", when, d.nameOf(who), got, notes)
		}
	}
}

func (d *dividing) nameOf(who id.Person) (name string) {
	d.Helper()
	if err := d.Owner.QueryRowContext(d.Context(), "SELECT staff_name FROM person WHERE id = $1", who).Scan(&name); err != nil {
		d.Fatal(err)
	}
	return name
}

// TestR17R22ASplitOpensNothing: the divided unit and its parts lose sight of each other's cases; a consent from before does
// not reach what went; what it kept back from those who are now colleagues, stays kept back, both ways; named stays named.
func TestR17R22ASplitOpensNothing(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	goes, stays := d.planOf("of Karin"), d.planOf("of Karin and Maria")
	d.exec(`INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
	  VALUES (gen_random_uuid(), $1, $2, 'Lo', 'Ek', '2014-05-06', 'ansökan', '[2024-01-01,)')`, d.kids["of Karin"], d.third)
	d.exec("INSERT INTO case_worker (id, child_id, unit_id, person_id, valid) VALUES (gen_random_uuid(), $1, $2, $3, '[2024-01-01,)')", d.kids["of Karin"], d.third, d.tora)
	d.takesPart(goes, d.third)
	d.goal(goes, d.first, "unit", "ours")
	kept := d.goal(goes, d.first, "parties", "kept")
	d.goal(goes, d.first, "parties", "shared")
	named := d.goal(goes, d.first, "named", "named")
	d.exec("INSERT INTO item_named (item_id, person_id) VALUES ($1, $2)", named, d.olle)
	theirs := d.goal(goes, d.third, "parties", "theirs")
	d.goal(stays, d.first, "unit", "staying")
	d.consent(d.kids["of Karin"], d.firstBranch, d.thirdBranch, kept)
	d.consent(d.kids["of Karin"], d.thirdBranch, d.firstBranch, theirs)
	d.read(map[id.Person]string{d.karin: "kept ours shared", d.maria: "kept ours shared", d.olle: "hidden", d.tora: "shared theirs"}, goes, "before")
	d.read(map[id.Person]string{d.karin: "staying", d.maria: "staying"}, stays, "before")
	d.divide(nil)
	d.read(map[id.Person]string{d.karin: "kept ours shared", d.maria: "hidden", d.olle: "hidden", d.tora: "ours shared theirs"}, goes, "after")
	d.read(map[id.Person]string{d.karin: "hidden", d.maria: "staying", d.olle: "hidden", d.tora: "hidden"}, stays, "after")
}

// TestR17AConsentEndsAtAPart: a part in the old domain is a new unit; what was open to the old one is not open to it, as for
// a unit that moves, and the preview counts that.
func TestR17AConsentEndsAtAPart(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	p := d.planOf("of Olle")
	d.takesPart(p, d.third)
	d.goal(p, d.first, "unit", "ours")
	d.goal(p, d.third, "parties", "theirs")
	d.consent(d.kids["of Olle"], d.thirdBranch, d.firstBranch)
	d.draft(nil)
	d.read(map[id.Person]string{d.olle: "ours theirs"}, p, "before")
	v := d.preview()
	if len(v.Consents) != 1 || v.Consents[0].Stops != (org.Count{Below: 5}) {
		t.Errorf("consents: %+v", v.Consents)
	}
	d.want("", "decide", d.decideOnce())
	d.apply()
	d.read(map[id.Person]string{d.olle: "ours", d.maria: "hidden"}, p, "after")
}

func (d *dividing) preview() (v org.Preview) {
	d.Helper()
	d.want("", "preview", d.as(d.sam, "PreviewReorganisation", func(ctx context.Context, a access.Actor) error {
		found, err := d.org.Preview(ctx, a, d.event)
		v = found
		return err
	}))
	return v
}

// TestR22PreviewOfASplitTellsOfParts: what each takes over, coarse, and no sum beside it; nothing before anybody is placed.
func TestR22PreviewOfASplitTellsOfParts(t *testing.T) {
	t.Parallel()
	d := newDividing(t)
	for range 6 {
		child := id.NewPerson()
		d.exec("INSERT INTO person (id, birth_date) VALUES ($1, '2014-05-06')", child)
		d.exec(`INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
		  VALUES (gen_random_uuid(), $1, $2, 'Lo', 'Ek', '2014-05-06', 'ansökan', '[2024-01-01,)')`, child, d.first)
		d.exec("INSERT INTO case_worker (id, child_id, unit_id, person_id, valid) VALUES (gen_random_uuid(), $1, $2, $3, '[2024-01-01,)')", child, d.first, d.karin)
	}
	d.planOf("of Karin")
	d.draft(nil)
	cases := func() map[string]org.Count {
		all := map[string]org.Count{}
		for _, r := range d.preview().Records {
			all[d.called(r.Unit)] = r.Cases
			if r.Part.Unit != r.Unit || r.Part.Name == "" {
				t.Errorf("the row of %s is of part %+v", d.called(r.Unit), r.Part)
			}
		}
		return all
	}
	got := cases()
	if len(got) != 2 || got["north"] != (org.Count{Number: 7}) || got["south"] != (org.Count{Below: 5}) {
		t.Errorf("parts take over %v", got)
	}
	access := d.preview().Access
	for _, c := range access { // the unit's own; what parts gain is not told beside what they take over
		if c.Unit != d.first || c.PlansLost != (org.Count{Below: 5}) || c.PlansGained != (org.Count{}) {
			t.Errorf("access changes %+v", c)
		}
	}
	if len(access) != 2 {
		t.Errorf("access changes for %d roles", len(access))
	}
	testkit.ChangeRoutines(t, d.Owner, "{fewestTold,number}", 10)
	if got := cases(); got["north"] != (org.Count{Below: 10}) {
		t.Errorf("with a limit of ten, parts take over %v", got)
	}
	d.want("", "place nobody", d.place(d.maria))
	if got := cases(); got["north"] != (org.Count{}) || got["south"] != (org.Count{}) {
		t.Errorf("while nobody is placed, parts take over %v", got)
	}
}
