package store

import (
	"context"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// itemColumns: of a child's words it is shown who wrote them down (R8); no other item is shown with its author's name.
const itemColumns = `i.id, i.plan_id, i.kind, i.owner_unit_id, i.category, i.visibility, i.title, i.body, i.horizon, i.goal_id,
  i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form, i.area, i.sort, i.spoken_by,
  i.catalogue_id, (SELECT c.name FROM intervention_catalogue c WHERE c.id = i.catalogue_id), i.author_id, i.author_kind, i.created_on, i.version, ` + fileColumn + `,
  i.owner_unit_id = ` + ownUnits + `,
  CASE WHEN i.kind = 'child-view' THEN (SELECT a.staff_name FROM staff a WHERE a.id = i.author_id) END,
  i.kind = 'child-view' AND app_is_kept(i.id), ` + placelessItem + `, ` + objectionsColumn

func wordTargets(w *plan.Words) []any {
	return []any{
		asText(&w.Title), asText(&w.Body), asEnum(&w.Horizon), asID(&w.Goal), asText(&w.OutsideActor), asText(&w.ContactName),
		asDay(&w.StartsOn), asDay(&w.EndsOn),
		asEnum(&w.Status), asEnum(&w.Form), asEnum(&w.Area), asEnum(&w.Sort), asText(&w.SpokenBy), asID(&w.Catalogue.Entry), asText(&w.Catalogue.Name),
	}
}

func itemTargets(i *plan.Item) []any {
	t := append([]any{asID(&i.ID), asID(&i.Plan), asEnum(&i.Kind), asID(&i.Owner), asEnum(&i.Category), asEnum(&i.Visibility)}, wordTargets(&i.Words)...)
	return append(t, asID(&i.Author), asEnum(&i.AuthorKind), asDay(&i.CreatedOn), &i.Version, fileTarget{&i.File}, &i.Owned, asText(&i.AuthorName), &i.Kept, &i.Placeless,
		objectionsTarget{&i.ID, &i.Objections})
}

// itemsStep reads the items of a plan within reach. Minutes of its meetings are read with the meeting (minute.go).
func itemsStep(m access.Grant[access.ReadItem], p id.Plan, into *[]plan.Item) step {
	var i plan.Item
	targets := itemTargets(&i)
	return step{
		sql: `SELECT ` + itemColumns + ` FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.plan_id = $1 AND i.kind <> 'minute' AND ` + itemScope(m.Reaches(), "$1") + ` ORDER BY i.created_on, i.id`,
		args: []any{p},
		row: func(r pgx.Rows) error {
			err := r.Scan(targets...)
			i.HidePlace()
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
			u.log.opened(i.ID.UUID(), r)
			return
		}
		if isReleased && !i.Owned {
			u.log.openedOn(i.ID.UUID(), r, open.ground(i))
			return
		}
	}
}

const itemInsert = `INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, title, body, horizon, goal_id, outside_actor,
  contact_name, starts_on, ends_on, status, form, area, sort, spoken_by, catalogue_id, author_id, author_kind, created_on) VALUES `

const itemInsertColumns = 23

// insertItems stores all items in one statement, so that a plan with many costs no more than one with few.
func insertItems(items []plan.Item) step {
	var sql strings.Builder
	sql.WriteString(itemInsert)
	args := make([]any, 0, len(items)*itemInsertColumns)
	for n, i := range items {
		sql.WriteString(tuple(n, itemInsertColumns))
		w := i.Words
		args = append(args, i.ID, i.Plan, i.Kind, i.Owner, i.Category, i.Visibility, w.Title, w.Body, w.Horizon, w.Goal, w.OutsideActor,
			w.ContactName, w.StartsOn, w.EndsOn, w.Status, w.Form, w.Area, w.Sort, w.SpokenBy, w.Catalogue.Entry, i.Author, i.AuthorKind, i.CreatedOn)
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

// AddComment implements plan.Store.
func (s *Store) AddComment(ctx context.Context, g access.Grant[access.AddComment], i plan.Item) error {
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
	u.log.opened(i.ID.UUID(), g.Reaches()[0])
	steps := []step{insertItems([]plan.Item{i})}
	if i.Kind == plan.AttachmentKind {
		steps = append(steps, insertFile(i))
	}
	if i.Ask.KeepFromGuardians {
		steps = append(steps, askStep(i))
	}
	if i.Kind != plan.CommentKind { // what is said about the plan does not change what was confirmed
		steps = append(steps, dropConfirmations(i.ID))
	}
	return u.pipeline(ctx, steps...)
}

func dropConfirmations(i id.Item) step {
	return step{sql: "SELECT app_drop_confirmations($1)", args: []any{i}}
}

// FindItem implements plan.Store. The walls of the item's plan are opened first, and the item is read through them.
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
	return found, u.hideAim(ctx, g, &found)
}

// item reads one item within reaches: first the walls of its plan are opened, then it is read through them.
func (u *unit) item(ctx context.Context, i id.Item, reaches []access.Reach, lock string) (plan.Item, openings, error) {
	var in id.Plan
	var open openings
	err := u.pipeline(ctx, step{
		sql:  "SELECT plan_id, " + openColumns + " FROM app_open_plan(NULL, $1)",
		args: []any{i},
		row:  func(r pgx.Rows) error { return r.Scan(append([]any{asID(&in)}, open.targets()...)...) },
	})
	if err != nil {
		return plan.Item{}, open, err
	}
	found, err := u.readItem(ctx, step{
		sql: `SELECT p.child_id, ` + itemColumns + ` FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.id = $2 AND i.plan_id = $1 AND ` + itemScope(reaches, "$1") + lock,
		args: []any{in, i},
	})
	return found, open, err
}

// readItem reads one item, and the child that it is about for the log.
func (u *unit) readItem(ctx context.Context, s step) (plan.Item, error) {
	var found plan.Item
	var child id.Person
	s.row = func(r pgx.Rows) error { return r.Scan(append([]any{asID(&child)}, itemTargets(&found)...)...) }
	err := u.pipeline(ctx, s)
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		found.HidePlace()
		u.log.child, u.log.plan = child, found.Plan
	}
	return found, err
}

// ChangeItem implements plan.Store. What the own unit holds lies behind no wall, so none is opened to find it.
func (s *Store) ChangeItem(ctx context.Context, g access.Grant[access.EditItem], i id.Item, do func(*plan.Item) error) (plan.Item, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Item{}, err
	}
	item, err := u.readItem(ctx, step{
		sql: `SELECT p.child_id, ` + itemColumns + ` FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.id = $1 AND i.owner_unit_id = app_unit() AND ` + itemScope(g.Reaches(), "i.plan_id") + ` FOR UPDATE OF i`,
		args: []any{i},
	})
	if err != nil {
		return plan.Item{}, err
	}
	category, visibility := item.Category, item.Visibility
	if err := do(&item); err != nil {
		return plan.Item{}, err
	}
	u.log.opened(i.UUID(), g.Reaches()[0])
	if item.Category != category || item.Visibility != visibility { // those who can see it no longer have seen it change, too
		u.afterwards(dropConfirmations(i))
	}
	u.afterwards(saveItem(item), dropConfirmations(i)) // the row is locked: it has this version until the commit
	return item, nil
}

func saveItem(item plan.Item) step {
	w := item.Words
	return step{
		sql: `UPDATE item SET category = $2, visibility = $3, title = $4, body = $5, horizon = $6, goal_id = $7, outside_actor = $8,
		        contact_name = $9, starts_on = $10, ends_on = $11, status = $12, catalogue_id = $14, area = $15, sort = $16, version = $13
		      WHERE id = $1 AND version = $13 - 1`,
		args: []any{
			item.ID, item.Category, item.Visibility, w.Title, w.Body, w.Horizon, w.Goal, w.OutsideActor, w.ContactName, w.StartsOn, w.EndsOn,
			w.Status, item.Version, w.Catalogue.Entry, w.Area, w.Sort,
		},
		affected: unmoved,
	}
}
