//go:build !release

package bench

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
)

const insertItems = `INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, title, body, horizon, contact_name, status,
  author_id, author_kind, created_on)
  SELECT x.id, $1, x.kind, $2, x.category, x.visibility, x.title, x.body, x.horizon, x.contact, x.status, $3, 'staff', $4
  FROM unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
    x (id, kind, category, visibility, title, body, horizon, contact, status)`

// createPlan looks at the child's case, then stores a plan with its first party and its items: two round trips.
func (f *floor) createPlan(r *http.Request, conn *pgxpool.Conn, c caller) (reply, error) {
	var in wire.NewPlan
	if err := body(r, &in); err != nil {
		return reply{}, err
	}
	today := civil.Of(time.Now()).UTC()
	p := planRow{
		id: uuid.Must(uuid.NewV7()), child: in.ChildId, lead: c.unit, kind: string(in.Kind), status: "noted", basis: "sol-2025-400-10-8",
		created: today, version: 1,
	}
	own := wire.Party{Id: uuid.Must(uuid.NewV7()), Unit: f.units[c.unit].ref, Mode: "called", State: "accepted", Own: true, AddedOn: *dayOf(&today), AnsweredOn: dayOf(&today)}
	b := &pgx.Batch{}
	b.Queue("begin")
	b.Queue(`SELECT f.given_name || ' ' || f.family_name, (SELECT k.staff_name FROM person k WHERE k.id = $3) FROM case_file f
	  WHERE f.child_id = $1 AND f.unit_id = $2 AND f.valid @> current_date`, p.child, c.unit, c.person).
		QueryRow(func(row pgx.Row) error { return row.Scan(&p.childName, &own.ContactName) })
	if err := conn.SendBatch(r.Context(), b).Close(); err != nil {
		return reply{}, fmt.Errorf("read case: %w", err)
	}
	b = &pgx.Batch{}
	b.Queue(`INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, created_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		p.id, p.child, p.kind, p.status, p.basis, p.lead, today, time.Now())
	b.Queue(`INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, contact_id, added_on, answered_on)
	  VALUES ($1, $2, $3, $3, 'called', 'accepted', $4, $5, $5)`, own.Id, p.id, c.unit, c.person, today)
	items := f.newItems(in, p.id, c, today)
	objects := []uuid.UUID{p.id, own.Id}
	queueItems(b, p.id, c, today, items)
	for n := range items {
		objects = append(objects, items[n].id)
	}
	if err := end(r.Context(), conn, "CreatePlan", c, p.child, p.id, objects, b); err != nil {
		return reply{}, fmt.Errorf("create plan: %w", err)
	}
	return reply{http.StatusCreated, quoted(1), f.plan(&p, []wire.Party{own}, items, c)}, nil
}

func queueItems(b *pgx.Batch, plan uuid.UUID, c caller, today time.Time, items []itemRow) {
	ids := make([]uuid.UUID, len(items))
	var columns [8][]*string
	for n := range items {
		i := &items[n]
		ids[n] = i.id
		for k, v := range []*string{&i.kind, &i.category, &i.visibility, i.title, i.text, i.horizon, i.contact, i.status} {
			columns[k] = append(columns[k], v)
		}
	}
	args := []any{plan, c.unit, c.person, today, ids}
	for _, column := range columns {
		args = append(args, column)
	}
	b.Queue(insertItems, args...)
}

func (f *floor) newItems(in wire.NewPlan, plan uuid.UUID, c caller, today time.Time) []itemRow {
	var items []itemRow
	add := func(kind, category string, visibility *wire.VisibilityChoice) *itemRow {
		items = append(items, itemRow{
			id: uuid.Must(uuid.NewV7()), plan: plan, owner: c.unit, kind: kind, category: category, visibility: "unit", created: today, version: 1,
		})
		i := &items[len(items)-1]
		if visibility != nil {
			i.visibility = string(*visibility)
		}
		return i
	}
	for _, g := range in.Goals {
		i := add("goal", "goals", g.Visibility)
		i.text, i.horizon = &g.Text, new(string(g.Horizon))
	}
	for _, v := range in.Interventions {
		i := add("intervention", "interventions", v.Visibility)
		i.title, i.text, i.contact, i.status = &v.Title, v.Text, v.ContactName, new("planned")
	}
	return items
}

var errVersion = errors.New("another version")

const updateItem = `UPDATE item SET category = $2, visibility = $3, title = $4, body = $5, goal_id = $6, outside_actor = $7, contact_name = $8,
  starts_on = $9, ends_on = $10, status = $11, version = version + 1 WHERE id = $1`

// changeIntervention locks, compares the version and changes, in two round trips.
func (f *floor) changeIntervention(r *http.Request, conn *pgxpool.Conn, c caller) (reply, error) {
	id, err := uuid.Parse(r.PathValue("id"))
	if err != nil {
		return reply{}, fmt.Errorf("read id: %w", err)
	}
	var in wire.ChangeIntervention
	if err := body(r, &in); err != nil {
		return reply{}, err
	}
	var i itemRow
	b := &pgx.Batch{}
	b.Queue("begin")
	b.Queue(itemSelect+"i.id = $1 FOR UPDATE OF i", id).Query(func(rows pgx.Rows) (err error) {
		i, err = pgx.CollectExactlyOneRow(rows, scanItem)
		return err
	})
	if err := conn.SendBatch(r.Context(), b).Close(); err != nil {
		return reply{}, fmt.Errorf("read intervention: %w", err)
	}
	if r.Header.Get("If-Match") != quoted(i.version) {
		return reply{}, errVersion
	}
	i.title, i.text, i.goal, i.outside, i.contact = &in.Title, in.Text, in.GoalId, in.OutsideActor, in.ContactName
	i.category, i.visibility, i.status = string(in.Category), string(in.Visibility), new(string(in.Status))
	i.starts, i.ends, i.version = timeOf(in.StartsOn), timeOf(in.EndsOn), i.version+1
	b = &pgx.Batch{}
	b.Queue(updateItem, id, i.category, i.visibility, i.title, i.text, i.goal, i.outside, i.contact, i.starts, i.ends, i.status).
		Exec(func(t pgconn.CommandTag) error { return one(t) })
	if err := end(r.Context(), conn, "ChangeIntervention", c, uuid.Nil, i.plan, []uuid.UUID{id}, b); err != nil {
		return reply{}, fmt.Errorf("change intervention: %w", err)
	}
	return reply{http.StatusOK, quoted(i.version), f.intervention(&i, c)}, nil
}
