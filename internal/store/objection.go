package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/person"
	"samplan/internal/plan"
)

const (
	// shownObjection chooses objections (alias o) of an item in reach (alias i): all but those that are kept from this guardian.
	shownObjection = `(NOT o.is_kept OR app_unit() IS NOT NULL OR o.person_id = app_person() OR i.plan_id = ANY ((SELECT app_self_plans())::uuid[]))`
	// shownKept: that something is kept is for staff and the child to know.
	shownKept = `(o.is_kept AND (app_unit() IS NOT NULL OR i.plan_id = ANY ((SELECT app_self_plans())::uuid[])))`

	// objectionsColumn reads what stands beside an item (alias i): it comes with the item's own columns, so that no copy is without.
	objectionsColumn = `(SELECT ` + gatheredObjections + ` FROM objection o LEFT JOIN objection_decision d ON d.objection_id = o.id
	  WHERE o.item_id = i.id AND ` + shownObjection + `)`
	gatheredObjections = besideJSON + shownKept + `, 'Outcome', d.outcome, 'Correction', d.correction, 'Reason', d.reason, 'DecidedOn', d.decided_on)` + besideOrder
	// gatheredInDanger does so of what app_emergency_objections gives, which is for staff.
	gatheredInDanger = besideJSON + `o.is_kept, 'Outcome', o.outcome, 'Correction', o.correction, 'Reason', o.reason, 'DecidedOn', o.decided_on)` + besideOrder

	besideJSON  = `jsonb_agg(jsonb_build_object('ID', o.id, 'Speaker', o.speaker, 'ByStaff', o.by_staff, 'Text', o.body, 'MadeOn', o.made_on, 'Kept', `
	besideOrder = ` ORDER BY o.created_at, o.id)`
)

// besideItem is an objection as it comes with its item.
type besideItem struct {
	ID                                         id.Objection
	Speaker, Outcome, Text, Correction, Reason string
	ByStaff, Kept                              bool
	MadeOn, DecidedOn                          civil.Date
}

func (b besideItem) objection(i id.Item) (o objection.Objection, err error) {
	o = objection.Objection{ID: b.ID, Item: i, ByStaff: b.ByStaff, Text: person.NewText(b.Text), MadeOn: b.MadeOn, Kept: b.Kept}
	o.Correction, o.Reason, o.DecidedOn = person.NewText(b.Correction), person.NewText(b.Reason), b.DecidedOn
	if o.Speaker, err = objection.Speakers.Parse(b.Speaker); err == nil && b.Outcome != "" {
		o.Outcome, err = objection.Outcomes.Parse(b.Outcome)
	}
	return o, err
}

// objectionsTarget reads objectionsColumn.
type objectionsTarget struct {
	of   *id.Item
	into *[]objection.Objection
}

// ScanBytes implements pgtype.BytesScanner.
func (t objectionsTarget) ScanBytes(v []byte) error {
	*t.into = nil
	if v == nil {
		return nil
	}
	var all []besideItem
	if err := json.Unmarshal(v, &all); err != nil {
		return fmt.Errorf("read objections: %w", err)
	}
	for _, b := range all {
		o, err := b.objection(*t.of)
		if err != nil {
			return fmt.Errorf("read objections: %w", err)
		}
		*t.into = append(*t.into, o)
	}
	return nil
}

// AddObjection implements objection.Store.
func (s *Store) AddObjection(ctx context.Context, g access.Grant[access.AddObjection], i id.Item, do func(child id.Person) (objection.Objection, error)) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	held := lockHeld
	if u.actor.IsCitizen() {
		held = ""
	}
	if _, _, err := u.item(ctx, i, g.Reaches(), held); err != nil {
		return err
	}
	o, err := do(u.log.child)
	if err != nil {
		return err
	}
	u.logObjection(g.Reaches(), o)
	steps := []step{{
		sql:  `INSERT INTO objection (id, item_id, speaker, by_staff, person_id, body, made_on, is_kept, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{o.ID, o.Item, o.Speaker, o.ByStaff, o.Author, o.Text, o.MadeOn, o.Kept, u.request.Now},
	}}
	if o.Kept {
		steps = append(steps, u.keepingStep(o))
	}
	return u.pipeline(ctx, steps...)
}

func (u *unit) keepingStep(o objection.Objection) step {
	k := o.Keeping
	return step{
		sql:  "INSERT INTO objection_keeping (id, objection_id, is_kept, reason, decided_by, decided_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
		args: []any{k.ID, o.ID, k.Kept, k.Reason, k.By, k.On, u.request.Now},
	}
}

// logObjection notes item and objection. What is kept from guardians comes last: a log extract tells of an item by what it ends with.
func (u *unit) logObjection(reaches []access.Reach, o objection.Objection) {
	reach := reaches[0]
	if o.Kept {
		u.log.all(reach, o.Item.UUID(), o.ID.UUID())
		return
	}
	u.log.all(reach, o.ID.UUID(), o.Item.UUID())
}

// FindObjection implements objection.Store.
func (s *Store) FindObjection(ctx context.Context, g access.Grant[access.ReadItem], o id.Objection) (objection.Objection, error) {
	u, err := within(ctx, g)
	if err != nil {
		return objection.Objection{}, err
	}
	return u.objection(ctx, o, g.Reaches(), "")
}

// objection reads one: first the walls around its item are opened, then it is read with the item. held narrows it to items of the
// own unit, and keeps others from changing them.
func (u *unit) objection(ctx context.Context, of id.Objection, reaches []access.Reach, held string) (objection.Objection, error) {
	var i id.Item
	if err := u.pipeline(ctx, step{
		sql: "SELECT app_objected_item($1)", args: []any{of},
		row: func(r pgx.Rows) error { return r.Scan(asID(&i)) },
	}); err != nil {
		return objection.Objection{}, err
	}
	item, open, err := u.item(ctx, i, reaches, held)
	if err != nil {
		return objection.Objection{}, err
	}
	var o objection.Objection
	err = u.pipeline(ctx, step{
		sql: `SELECT o.id, o.item_id, o.speaker, o.by_staff, o.person_id, o.body, o.made_on, ` + shownKept + `, d.outcome, d.correction, d.reason, d.decided_on,
		        k.id, coalesce(k.is_kept, false), k.reason, k.decided_by, (SELECT n.staff_name FROM staff n WHERE n.id = k.decided_by), k.decided_on
		      FROM objection o JOIN item i ON i.id = o.item_id LEFT JOIN objection_decision d ON d.objection_id = o.id
		      LEFT JOIN LATERAL (SELECT k.* FROM objection_keeping k WHERE k.objection_id = o.id ORDER BY k.created_at DESC, k.id DESC LIMIT 1) k
		        ON i.owner_unit_id = ` + ownUnits + `
		      WHERE o.id = $1 AND ` + shownObjection,
		args: []any{of},
		row: func(r pgx.Rows) error {
			return r.Scan(asID(&o.ID), asID(&o.Item), asEnum(&o.Speaker), &o.ByStaff, asID(&o.Author), asText(&o.Text), asDay(&o.MadeOn), &o.Kept,
				asEnum(&o.Outcome), asText(&o.Correction), asText(&o.Reason), asDay(&o.DecidedOn),
				asID(&o.Keeping.ID), &o.Keeping.Kept, asText(&o.Keeping.Reason), asID(&o.Keeping.By), asText(&o.Keeping.Name), asDay(&o.Keeping.On))
		},
	})
	if err == nil && o.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return objection.Objection{}, err
	}
	if o.Kept {
		u.logItem(reaches, &item, open)
		u.log.opened(o.ID.UUID(), reaches[0])
		return o, nil
	}
	u.log.opened(o.ID.UUID(), reaches[0])
	u.logItem(reaches, &item, open)
	return o, nil
}

// changeObjection locks an objection to an item that the own unit holds, and lets do change it.
func (u *unit) changeObjection(ctx context.Context, of id.Objection, reaches []access.Reach, do func(*objection.Objection) error) (objection.Objection, error) {
	o, err := u.objection(ctx, of, reaches, lockHeld)
	if err != nil {
		return o, err // whoever changes what stands beside an item waits for the item
	}
	return o, do(&o)
}

// DecideObjection implements objection.Store.
func (s *Store) DecideObjection(ctx context.Context, g access.Grant[access.DecideObjection], of id.Objection, do func(*objection.Objection) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	o, err := u.changeObjection(ctx, of, g.Reaches(), do)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql:  `INSERT INTO objection_decision (objection_id, outcome, correction, reason, decided_by, decided_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		args: []any{o.ID, o.Outcome, o.Correction, o.Reason, o.DecidedBy, o.DecidedOn, u.request.Now},
	})
}

// KeepObjection implements objection.Store.
func (s *Store) KeepObjection(ctx context.Context, g access.Grant[access.KeepObjection], of id.Objection, do func(*objection.Objection) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	o, err := u.changeObjection(ctx, of, g.Reaches(), do)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql: "UPDATE objection SET is_kept = $2 WHERE id = $1", args: []any{o.ID, o.Kept}, affected: found,
	}, u.keepingStep(o))
}

// carrySteps copies what stands beside the items that copies were made of.
func carrySteps(copies []plan.Item) []step {
	var from, made, items []string
	for n := range copies {
		for _, o := range copies[n].Objections {
			from, made, items = append(from, o.CopyOf.String()), append(made, o.ID.String()), append(items, o.Item.String())
		}
	}
	if len(from) == 0 {
		return nil
	}
	return []step{{sql: "SELECT app_carry_objections($1::uuid[], $2::uuid[], $3::uuid[])", args: []any{from, made, items}}}
}
