package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/disclosure"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// IsHeld implements disclosure.Store and withholding.Store.
func (s *Store) IsHeld(ctx context.Context, g access.Grant[access.ReadItem], i id.Item) (bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	item, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return false, err
	}
	u.logItem(g.Reaches(), &item, open)
	return item.Owner == u.actor.Unit(), nil
}

// lockHeld reads an item that the own unit holds, and keeps others from changing it until the request is over.
const lockHeld = " AND i.owner_unit_id = app_unit() FOR UPDATE OF i"

// DiscloseItem implements disclosure.Store.
func (s *Store) DiscloseItem(ctx context.Context, g access.Grant[access.DiscloseItem], i id.Item, d disclosure.Draft,
	do func(disclosure.Knowledge) (disclosure.Disclosure, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	item, _, err := u.item(ctx, i, g.Reaches(), lockHeld)
	if err != nil {
		return err
	}
	k := disclosure.Knowledge{
		Plan: item.Plan, Item: i, IsForParties: item.Visibility == plan.ForParties || item.Visibility == plan.ForFamily,
	}
	if err := u.pipeline(ctx, knowledgeSteps(d, &k)...); err != nil {
		return err
	}
	made, err := do(k)
	if err != nil {
		return err
	}
	u.log.opened(made.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO disclosure (id, plan_id, item_id, from_unit_id, to_unit_id, ground, paragraph, consent_tried, reason, decided_by,
		        recorded_by, decided_on, valid_to, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		args: []any{
			made.ID, made.Plan, made.Item, made.From, made.To, made.Ground, made.Paragraph, made.Tried, made.Reason, made.DecidedBy,
			made.RecordedBy, made.DecidedOn, made.ValidTo, made.CreatedAt,
		},
	})
}

// disclosureColumns are what giver and receiver know (d), and what the giver's domain alone is told (o).
const disclosureColumns = `d.id, d.plan_id, d.item_id, d.from_unit_id, d.to_unit_id, d.ground, d.paragraph, d.decided_on, d.valid_to, d.ended_on,
  d.created_at, d.version, o.consent_tried, o.reason, o.decided_by, (SELECT k.staff_name FROM person k WHERE k.id = o.decided_by), o.end_reason`

// fromDisclosures joins each disclosure with its item and plan, and with the giver's own row where the fence lets it be seen.
// A disclosure that is to be locked is the giver's own.
const (
	ofItem          = ` JOIN item i ON i.id = d.item_id JOIN plan p ON p.id = i.plan_id`
	fromDisclosures = ` FROM known_disclosure d` + ofItem + ` LEFT JOIN disclosure o ON o.id = d.id`
	fromOwn         = ` FROM disclosure d` + ofItem + ` JOIN disclosure o ON o.id = d.id`
)

func disclosureTargets(d *disclosure.Disclosure) []any {
	return []any{
		&d.ID, &d.Plan, &d.Item, &d.From, &d.To, &d.Ground, &d.Paragraph, &d.DecidedOn, &d.ValidTo, &d.EndedOn,
		&d.CreatedAt, &d.Version, &d.Tried, &d.Reason, &d.DecidedBy, &d.Decider, &d.EndReason,
	}
}

// itemOf finds of which item a decision is, when the fence lets it be seen. The walls of the item's plan are opened next.
func (u *unit) itemOf(ctx context.Context, table string, decision any) (i id.Item, err error) {
	err = u.pipeline(ctx, step{
		sql:  "SELECT item_id FROM " + table + " WHERE id = $1",
		args: []any{decision},
		row:  func(r pgx.Rows) error { return r.Scan(&i) },
	})
	if err == nil && i.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return i, err
}

// FindDisclosure implements disclosure.Store.
func (s *Store) FindDisclosure(ctx context.Context, g access.Grant[access.ReadDisclosure], d id.Disclosure) (disclosure.Disclosure, error) {
	u, err := within(ctx, g)
	if err != nil {
		return disclosure.Disclosure{}, err
	}
	i, err := u.itemOf(ctx, "known_disclosure", d)
	if err != nil {
		return disclosure.Disclosure{}, err
	}
	one, _, err := u.disclosures(ctx, g, i, page.Page{Number: 1, Limit: 1}, "d.id = $5", d)
	if err == nil && len(one) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return disclosure.Disclosure{}, err
	}
	return one[0], nil
}

// ListDisclosures implements disclosure.Store.
func (s *Store) ListDisclosures(ctx context.Context, g access.Grant[access.ReadDisclosure], i id.Item, pg page.Page) ([]disclosure.Disclosure, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.disclosures(ctx, g, i, pg, "$5::uuid IS NULL", nil)
}

// disclosures reads a page of the disclosures in reach of an item in reach that fit, and notes them in the log.
func (u *unit) disclosures(ctx context.Context, g access.Grant[access.ReadDisclosure], i id.Item, pg page.Page, where string, arg any) ([]disclosure.Disclosure, int, error) {
	item, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return nil, 0, err
	}
	u.logItem(g.Reaches(), &item, open)
	var all []disclosure.Disclosure
	total := 0
	err = u.pipeline(ctx, step{
		sql: "SELECT count(*) OVER (), " + disclosureColumns + fromDisclosures + " WHERE d.item_id = $1 AND i.plan_id = $2 AND " + where + " AND " +
			itemScope(g.Reaches(), "$2") + " AND " + disclosureScope(g.Reaches()) + " ORDER BY d.created_at DESC, d.id DESC LIMIT $3 OFFSET $4",
		args: []any{i, item.Plan, pg.Limit, pg.Offset(), arg},
		row: func(r pgx.Rows) error {
			var v disclosure.Disclosure
			err := r.Scan(append([]any{&total}, disclosureTargets(&v)...)...)
			if item.Placeless { // whose the item is would tell where the child is (R31)
				v.From = id.Unit{}
			}
			all = append(all, v)
			u.log.opened(v.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return all, total, err
}

// EndDisclosure implements disclosure.Store.
func (s *Store) EndDisclosure(ctx context.Context, g access.Grant[access.DiscloseItem], d id.Disclosure, do func(*disclosure.Disclosure) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	i, err := u.itemOf(ctx, "disclosure", d)
	if err != nil {
		return err
	}
	item, _, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return err
	}
	var locked disclosure.Disclosure
	err = u.pipeline(ctx, step{
		sql: "SELECT " + disclosureColumns + fromOwn + " WHERE d.id = $1 AND i.plan_id = $2 AND d.from_unit_id = app_unit() AND " +
			itemScope(g.Reaches(), "$2") + " FOR UPDATE OF d",
		args: []any{d, item.Plan},
		row:  func(r pgx.Rows) error { return r.Scan(disclosureTargets(&locked)...) },
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return err
	}
	if err := do(&locked); err != nil {
		return err
	}
	u.log.opened(d.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:      "UPDATE disclosure SET ended_on = $2, ended_by = $3, end_reason = $4, version = $5 WHERE id = $1 AND version = $5 - 1",
		args:     []any{d, locked.EndedOn, locked.EndedBy, locked.EndReason, locked.Version},
		affected: unmoved,
	})
}
