package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/care"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// inDanger notes in the log what an emergency is about. The reason stays where it was written: a log has no content.
func (u *unit) inDanger(child id.Person, d care.Danger) {
	u.log.child, u.log.purpose = child, "emergency access, danger to "+d.String()
}

// AskEmergency implements care.Store. A number that nobody knows is asked for all the same, and nobody holds anything.
func (s *Store) AskEmergency(ctx context.Context, g access.Grant[access.AskEmergency], i care.Inquiry, about person.Identifier) (care.Inquiry, error) {
	u, err := within(ctx, g)
	if err != nil {
		return care.Inquiry{}, err
	}
	err = u.pipeline(ctx, step{
		sql:  "SELECT app_emergency_child($1, $2)",
		args: []any{about.Type(), about.Reveal()},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&i.Child)) },
	})
	if err != nil {
		return care.Inquiry{}, err
	}
	u.inDanger(i.Child, i.Danger)
	reach := g.Reaches()[0]
	u.log.opened(i.ID.UUID(), reach)
	err = u.pipeline(ctx, step{
		sql: `INSERT INTO emergency_inquiry (id, child_id, person_id, assignment_id, unit_id, danger, reason, asked_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		args: []any{i.ID, i.Child, i.Person, i.Assignment, i.Unit, i.Danger, i.Reason, i.AskedAt},
	}, holdersStep(i.ID, &i.Holders))
	for _, h := range i.Holders {
		u.log.opened(h.Unit.UUID(), reach)
	}
	return i, err
}

func holdersStep(i id.EmergencyInquiry, into *[]care.Holder) step {
	return step{
		sql:  "SELECT unit_id, secrecy_class, is_blocked, review_days FROM app_emergency_holders($1)",
		args: []any{i},
		row: func(r pgx.Rows) error {
			var h care.Holder
			var class string
			err := r.Scan(asID(&h.Unit), &class, &h.IsBlocked, &h.ReviewDays)
			h.Class = access.ClassNamed(class)
			*into = append(*into, h)
			return err
		},
	}
}

// OpenEmergency implements care.Store.
func (s *Store) OpenEmergency(
	ctx context.Context, g access.Grant[access.OpenEmergency], of id.EmergencyInquiry, do func(care.Inquiry) (care.Access, error),
) (care.Access, error) {
	u, err := within(ctx, g)
	if err != nil {
		return care.Access{}, err
	}
	var i care.Inquiry
	err = u.pipeline(ctx, step{
		sql: `SELECT e.id, e.child_id, e.person_id, e.assignment_id, e.unit_id, e.danger, e.reason, e.asked_at
		      FROM emergency_inquiry e WHERE e.id = $1 AND ` + emergencyScope(g.Reaches(), "$2"),
		args: []any{of, u.actor.Assignment()},
		row: func(r pgx.Rows) error {
			return r.Scan(asID(&i.ID), asID(&i.Child), asID(&i.Person), asID(&i.Assignment), asID(&i.Unit), asEnum(&i.Danger), &i.Reason, &i.AskedAt)
		},
	}, holdersStep(of, &i.Holders))
	if err == nil && i.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return care.Access{}, err
	}
	e, err := do(i)
	if err != nil {
		return care.Access{}, err
	}
	u.inDanger(e.Child, e.Danger)
	u.log.opened(e.ID.UUID(), g.Reaches()[0])
	return e, u.pipeline(ctx, step{
		sql: `INSERT INTO emergency_access (id, inquiry_id, child_id, person_id, assignment_id, unit_id, holder_unit_id, danger, reason,
		        opened_at, opens_until, review_due_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		args: []any{
			e.ID, e.Inquiry, e.Child, e.Person, e.Assignment, e.Unit, e.Holder, e.Danger, e.Reason, e.OpenedAt, e.OpensUntil, e.ReviewDueOn,
		},
	})
}

// ListEmergencyItems implements care.Store. Each item is logged with the opening as what opened it.
func (s *Store) ListEmergencyItems(
	ctx context.Context, g access.Grant[access.ReadEmergency], of id.EmergencyAccess, now time.Time, may func(care.Access) error, pg page.Page,
) ([]care.Item, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	e, err := u.openedByActor(ctx, g.Reaches(), of)
	if err != nil {
		return nil, 0, err
	}
	if err := may(e); err != nil {
		return nil, 0, err
	}
	reach := g.Reaches()[0]
	u.inDanger(e.Child, e.Danger)
	u.log.opened(e.ID.UUID(), reach)
	var items []care.Item
	l := listing{
		columns: `i.id, i.owner_unit_id, i.kind, i.category, i.visibility, i.title, i.body, coalesce(i.horizon, ''), coalesce(i.status, ''),
		  coalesce(i.form, ''), i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.created_on, (SELECT ` + gatheredInDanger + ` FROM app_emergency_objections($1, $2, $3) o WHERE o.item_id = i.id)`,
		from: "app_emergency_items($1, $2, $3) i", order: "i.created_on DESC, i.id DESC", args: []any{of, u.actor.Assignment(), now},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		i, err := scanEmergencyItem(r)
		items = append(items, i)
		u.log.openedOn(i.ID.UUID(), reach, e.ID.UUID())
		return err
	})
	return items, total, err
}

func scanEmergencyItem(r pgx.Rows) (care.Item, error) {
	var i care.Item
	return i, r.Scan(asID(&i.ID), asID(&i.Owner), &i.Kind, &i.Category, &i.Visibility, &i.Title, &i.Body, &i.Horizon, &i.Status, &i.Form,
		&i.OutsideActor, &i.ContactName, asDay(&i.StartsOn), asDay(&i.EndsOn), asDay(&i.CreatedOn), objectionsTarget{&i.ID, &i.Objections})
}

// openedByActor reads an opening of the actor's own, under this assignment.
func (u *unit) openedByActor(ctx context.Context, reaches []access.Reach, of id.EmergencyAccess) (care.Access, error) {
	var e care.Access
	var class string
	err := u.pipeline(ctx, step{
		sql: `SELECT e.id, e.child_id, e.holder_unit_id, n.secrecy_class, e.danger, e.opened_at, e.opens_until
		      FROM emergency_access e JOIN unit n ON n.id = e.holder_unit_id WHERE e.id = $1 AND ` + emergencyScope(reaches, "$2"),
		args: []any{of, u.actor.Assignment()},
		row: func(r pgx.Rows) error {
			return r.Scan(asID(&e.ID), asID(&e.Child), asID(&e.Holder), &class, asEnum(&e.Danger), &e.OpenedAt, &e.OpensUntil)
		},
	})
	e.HolderClass = access.ClassNamed(class)
	if err == nil && e.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return e, err
}
