package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// openings are the open walls of the plan at hand, with the consent that opens each, and the items that a legal ground
// opens, with the disclosure; for the log.
type openings struct {
	units       []uuid.UUID
	categories  []string
	consents    []uuid.UUID
	items       []uuid.UUID
	disclosures []uuid.UUID
}

// openColumns are those of app_open_plan that openings are read from.
const openColumns = "units, categories, consents, items, disclosures"

func (o *openings) targets() []any {
	return []any{&o.units, &o.categories, &o.consents, &o.items, &o.disclosures}
}

// ground gives the disclosure or the consent that opened an item.
func (o openings) ground(i *plan.Item) uuid.UUID {
	if n := slices.Index(o.items, i.ID.UUID()); n >= 0 {
		return o.disclosures[n]
	}
	for n, u := range o.units {
		if u == i.Owner.UUID() && o.categories[n] == i.Category.String() {
			return o.consents[n]
		}
	}
	return uuid.Nil
}

const itemColumns = `i.id, i.plan_id, i.kind, i.owner_unit_id, i.category, i.visibility, i.title, i.body, i.horizon, i.goal_id,
  i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form, i.author_id, i.author_kind, i.created_on, i.version,
  i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])`

func wordTargets(w *plan.Words) []any {
	return []any{
		&w.Title, &w.Body, asEnum(&w.Horizon), asID(&w.Goal), &w.OutsideActor, &w.ContactName, asDay(&w.StartsOn), asDay(&w.EndsOn),
		asEnum(&w.Status), asEnum(&w.Form),
	}
}

func itemTargets(i *plan.Item) []any {
	t := append([]any{asID(&i.ID), asID(&i.Plan), asEnum(&i.Kind), asID(&i.Owner), asEnum(&i.Category), asEnum(&i.Visibility)}, wordTargets(&i.Words)...)
	return append(t, asID(&i.Author), asEnum(&i.AuthorKind), asDay(&i.CreatedOn), &i.Version, &i.Owned)
}

// itemsStep reads the items of a plan within reach. The name of an author is read with it: staff only, no other has one.
func itemsStep(m access.Grant[access.ReadItem], p id.Plan, into *[]plan.Item) step {
	return step{
		sql: `SELECT ` + itemColumns + `, a.staff_name FROM item i JOIN plan p ON p.id = i.plan_id LEFT JOIN person a ON a.id = i.author_id
		      WHERE i.plan_id = $1 AND ` + itemScope(m.Reaches(), "$1") + ` ORDER BY i.created_on, i.id`,
		args: []any{p},
		row: func(r pgx.Rows) error {
			var i plan.Item
			err := r.Scan(append(itemTargets(&i), &i.AuthorName)...)
			*into = append(*into, i)
			return err
		},
	}
}

// logItem notes an item with the reach that opened it and the consent behind it.
func (u *unit) logItem(reaches []access.Reach, i *plan.Item, open openings) {
	for _, r := range reaches {
		isReleased := r == access.ReleasedCase || r == access.ReleasedUnit
		if !isReleased && (i.Owned || u.actor.IsCitizen()) {
			u.log.opened(i.ID.UUID(), r, id.Consent{})
			return
		}
		if isReleased && !i.Owned {
			u.log.openedOn(i.ID.UUID(), r, open.ground(i))
			return
		}
	}
}

const itemInsert = `INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, title, body, horizon, goal_id, outside_actor,
  contact_name, starts_on, ends_on, status, form, author_id, author_kind, created_on) VALUES `

const itemInsertColumns = 19

// insertItems stores all items in one statement, so that a plan with many costs no more than one with few.
func insertItems(items []plan.Item) step {
	var sql strings.Builder
	sql.WriteString(itemInsert)
	args := make([]any, 0, len(items)*itemInsertColumns)
	for n, i := range items {
		sql.WriteString(tuple(n, itemInsertColumns))
		w := i.Words
		args = append(args, i.ID, i.Plan, i.Kind, i.Owner, i.Category, i.Visibility, w.Title, w.Body, w.Horizon, w.Goal, w.OutsideActor,
			w.ContactName, w.StartsOn, w.EndsOn, w.Status, w.Form, i.Author, i.AuthorKind, i.CreatedOn)
	}
	return step{sql: sql.String(), args: args}
}

// tuple writes the placeholders of the n-th row of an insert with so many columns.
func tuple(n, columns int) string {
	placeholders := make([]string, columns)
	for c := range placeholders {
		placeholders[c] = "$" + strconv.Itoa(n*columns+c+1)
	}
	row := "(" + strings.Join(placeholders, ",") + ")"
	if n > 0 {
		return "," + row
	}
	return row
}

// AddItem implements plan.Store.
func (s *Store) AddItem(ctx context.Context, g access.Grant[access.AddItem], i plan.Item) error {
	return addItem(ctx, g, i)
}

// AddChildView implements plan.Store.
func (s *Store) AddChildView(ctx context.Context, g access.Grant[access.AddChildView], i plan.Item) error {
	return addItem(ctx, g, i)
}

// AddDisagreement implements plan.Store.
func (s *Store) AddDisagreement(ctx context.Context, g access.Grant[access.AddDisagreement], i plan.Item) error {
	return addItem(ctx, g, i)
}

// addItem stores an item when its plan is in reach and the unit that will hold it is an accepted party.
func addItem[P access.Permission](ctx context.Context, g access.Grant[P], i plan.Item) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	party := "true"
	if !u.actor.IsCitizen() {
		party = "EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.unit_id = app_unit() AND y.state = 'accepted')"
	}
	isThere := false
	err = u.pipeline(ctx, step{
		sql:  `SELECT true FROM plan p WHERE p.id = $1 AND ` + party + ` AND ` + planScope(g.Reaches()),
		args: []any{i.Plan},
		row:  func(r pgx.Rows) error { return r.Scan(&isThere) },
	})
	if err != nil {
		return err
	}
	if !isThere {
		return fault.New(fault.CodeNotFound)
	}
	u.log.opened(i.ID.UUID(), g.Reaches()[0], id.Consent{})
	return u.pipeline(ctx, insertItems([]plan.Item{i}), dropConfirmations(i.ID))
}

func dropConfirmations(i id.Item) step {
	return step{sql: "SELECT app_drop_confirmations($1)", args: []any{i}}
}

// FindItem implements plan.Store.
func (s *Store) FindItem(ctx context.Context, g access.Grant[access.ReadItem], i id.Item) (plan.Item, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Item{}, err
	}
	found, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return plan.Item{}, err
	}
	u.logItem(g.Reaches(), &found, open)
	return found, nil
}

// item reads one item within reaches: first the walls of its plan, then the item through them.
func (u *unit) item(ctx context.Context, i id.Item, reaches []access.Reach, lock string) (plan.Item, openings, error) {
	var child id.Person
	in, open, err := u.openAt(ctx, i)
	if err != nil {
		return plan.Item{}, open, err
	}
	var found plan.Item
	err = u.pipeline(ctx, step{
		sql: `SELECT ` + itemColumns + `, (SELECT a.staff_name FROM person a WHERE a.id = i.author_id), p.child_id
		      FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.id = $2 AND i.plan_id = $1 AND ` + itemScope(reaches, "$1") + lock,
		args: []any{in, i},
		row:  func(r pgx.Rows) error { return r.Scan(append(itemTargets(&found), &found.AuthorName, &child)...) },
	})
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child, u.log.plan = child, found.Plan
	}
	return found, open, err
}

// openAt opens the walls of the plan that an item is in, once for a request that reads the item and then changes it.
func (u *unit) openAt(ctx context.Context, i id.Item) (id.Plan, openings, error) {
	if u.at.item == i && !i.IsZero() {
		return u.at.plan, u.at.open, nil
	}
	var p id.Plan
	var open openings
	err := u.pipeline(ctx, step{
		sql:  "SELECT plan_id, " + openColumns + " FROM app_open_plan(NULL, $1)",
		args: []any{i},
		row:  func(r pgx.Rows) error { return r.Scan(append([]any{&p}, open.targets()...)...) },
	})
	u.at.item, u.at.plan, u.at.open = i, p, open
	return p, open, err
}

// ChangeItem implements plan.Store.
func (s *Store) ChangeItem(ctx context.Context, g access.Grant[access.EditItem], i id.Item, do func(*plan.Item) error) (plan.Item, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Item{}, err
	}
	item, _, err := u.item(ctx, i, g.Reaches(), " AND i.owner_unit_id = app_unit() FOR UPDATE OF i")
	if err != nil {
		return plan.Item{}, err
	}
	if err := do(&item); err != nil {
		return plan.Item{}, err
	}
	w := item.Words
	return item, u.pipeline(ctx, dropConfirmations(i), step{
		sql: `UPDATE item SET category = $2, visibility = $3, title = $4, body = $5, horizon = $6, goal_id = $7, outside_actor = $8,
		        contact_name = $9, starts_on = $10, ends_on = $11, status = $12, version = $13 WHERE id = $1 AND version = $13 - 1`,
		args: []any{
			i, item.Category, item.Visibility, w.Title, w.Body, w.Horizon, w.Goal, w.OutsideActor, w.ContactName, w.StartsOn, w.EndsOn,
			w.Status, item.Version,
		},
		affected: unmoved,
	}, dropConfirmations(i))
}
