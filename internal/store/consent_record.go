package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// RecordConsent implements consent.Store.
func (s *Store) RecordConsent(
	ctx context.Context, g access.Grant[access.RecordConsent], d consent.Draft, do func(consent.Knowledge) (consent.Consent, error),
) (id.Consent, error) {
	u, err := within(ctx, g)
	if err != nil {
		return id.Consent{}, err
	}
	k, err := u.knowledge(ctx, g.Reaches(), d)
	if err != nil {
		return id.Consent{}, err
	}
	c, err := do(k)
	if err != nil {
		return id.Consent{}, err
	}
	if err := u.pipeline(ctx, insertConsent(&c)...); err != nil {
		return id.Consent{}, err
	}
	u.log.child = c.Child
	u.log.opened(c.ID.UUID(), g.Reaches()[0])
	return c.ID, nil
}

// knowledge locks the own unit's case about the child, when it is in reach, and reads what the consent rests on.
func (u *unit) knowledge(ctx context.Context, reaches []access.Reach, d consent.Draft) (consent.Knowledge, error) {
	k := consent.Knowledge{Classes: map[id.Branch][]access.Class{}}
	err := u.pipeline(ctx, step{
		sql: `SELECT coalesce(f.birth_date, ch.birth_date), coalesce((SELECT m.outcome FROM maturity_assessment m
		          WHERE m.child_id = f.child_id AND m.unit_id = f.unit_id AND m.assessed_on <= app_today()
		          ORDER BY m.assessed_on DESC, m.created_at DESC LIMIT 1), app_givers_by_age(f.unit_id, coalesce(f.birth_date, ch.birth_date)))
		      FROM case_file f JOIN person ch ON ch.id = f.child_id WHERE f.child_id = $1 AND ` + childScope(reaches) + ` FOR UPDATE OF f`,
		args: []any{d.Child},
		row:  func(r pgx.Rows) error { return r.Scan(&k.Birth, &k.Maturity) },
	})
	if err != nil {
		return k, err
	}
	if k.Maturity.IsZero() {
		return k, fault.New(fault.CodeNotFound)
	}
	blocks := step{sql: "SELECT app_open_child($1)", args: []any{d.Child}}
	return k, u.pipeline(ctx, blocks, relatedStep(d.Child, &k), itemsToKeepStep(reaches, d, &k), classesStep(d, &k))
}

func relatedStep(child id.Person, k *consent.Knowledge) step {
	return step{
		sql: `SELECT r.person_id, r.kind FROM relation r
		      WHERE r.child_id = $1 AND r.unit_id = app_unit() AND r.valid @> app_today() ORDER BY r.id`,
		args: []any{child},
		row: func(r pgx.Rows) error {
			var v consent.Related
			err := r.Scan(&v.Person, &v.Kind)
			k.Related = append(k.Related, v)
			return err
		},
	}
}

// itemsToKeepStep finds which of the items to keep back are about the child, of the own domain, and in the actor's reach.
func itemsToKeepStep(reaches []access.Reach, d consent.Draft, k *consent.Knowledge) step {
	return step{
		sql: `SELECT i.id FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.id = ANY ($1) AND p.child_id = $2 AND ` + itemScope(reaches, "NULL::uuid"),
		args: []any{bare(d.Excluded), d.Child},
		row: func(r pgx.Rows) error {
			var i id.Item
			err := r.Scan(&i)
			k.Items = append(k.Items, i)
			return err
		},
	}
}

// classesStep reads which classes the units of the named domains are of today.
func classesStep(d consent.Draft, k *consent.Knowledge) step {
	return step{
		sql: `SELECT DISTINCT q.branch_id, n.secrecy_class FROM unit_place q JOIN unit n ON n.id = q.unit_id
		      WHERE q.branch_id = ANY ($1) AND q.valid @> app_today()`,
		args: []any{bare(d.Branches())},
		row: func(r pgx.Rows) error {
			var b id.Branch
			var class string
			err := r.Scan(&b, &class)
			k.Classes[b] = append(k.Classes[b], access.ClassNamed(class))
			return err
		},
	}
}

// insertConsent stores a consent and its parts; the texts of the statements do not depend on how many there are.
func insertConsent(c *consent.Consent) []step {
	var capacities []string
	var givers []uuid.UUID
	for _, g := range c.Givers {
		givers, capacities = append(givers, g.Person.UUID()), append(capacities, g.Capacity.String())
	}
	from, to, categories := columns(c.Scopes)
	return []step{{
		sql: `INSERT INTO consent (id, child_id, unit_id, kind, purpose, form, evidence, recorder_id, valid_from, valid_to, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		args: []any{c.ID, c.Child, c.Unit, c.Kind, c.Purpose, c.Form, c.Evidence, c.Recorder, c.ValidFrom, c.ValidTo, c.CreatedAt},
	}, {
		sql: `INSERT INTO consent_giver (consent_id, person_id, capacity, answer)
		      SELECT $1, x.person_id, x.capacity, 'pending' FROM unnest($2::uuid[], $3::text[]) x (person_id, capacity)`,
		args: []any{c.ID, givers, capacities},
	}, {
		sql: `INSERT INTO consent_scope (consent_id, from_branch_id, to_branch_id, category)
		      SELECT $1, x.a, x.b, x.category FROM unnest($2::uuid[], $3::uuid[], $4::text[]) x (a, b, category)`,
		args: []any{c.ID, from, to, categories},
	}, {
		sql:  `INSERT INTO consent_exclusion (consent_id, item_id) SELECT $1, x.item_id FROM unnest($2::uuid[]) x (item_id)`,
		args: []any{c.ID, bare(c.Excluded)},
	}}
}

// columns gives scopes the shape of their table: a row for each category.
func columns(scopes []consent.Scope) (from, to []uuid.UUID, categories []string) {
	for _, s := range scopes {
		for _, category := range s.Categories {
			from, to, categories = append(from, s.From.UUID()), append(to, s.To.UUID()), append(categories, category.String())
		}
	}
	return from, to, categories
}

// bare gives ids the shape that the driver takes as an array.
func bare[K any](ids []id.ID[K]) []uuid.UUID {
	all := make([]uuid.UUID, 0, len(ids))
	for _, i := range ids {
		all = append(all, i.UUID())
	}
	return all
}
