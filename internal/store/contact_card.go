package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/card"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	// Who owns a card is told to the own unit alone.
	cardColumns = `c.id, c.unit_id, c.number, c.purpose, c.phone, c.hours, c.languages,
	  CASE WHEN c.unit_id = app_unit() THEN c.owner_id END,
	  coalesce(CASE WHEN c.unit_id = app_unit() THEN (SELECT k.staff_name FROM person k WHERE k.id = c.owner_id) END, ''),
	  c.published_on, c.confirmed_on, c.remind_from, c.valid_until, NOT ` + lastCard + `, c.version`
	// lastCard: the one of the unit's cards (alias c) that counts.
	lastCard = `NOT EXISTS (SELECT FROM contact_card n WHERE n.unit_id = c.unit_id AND n.number > c.number)`
)

func cardTargets(c *card.Card) []any {
	return []any{
		asID(&c.ID), asID(&c.Unit), &c.Number, &c.Words.Purpose, &c.Words.Phone, &c.Words.Hours, &c.Words.Languages, asID(&c.Owner), &c.OwnerName,
		asDay(&c.Published), asDay(&c.Confirmed), asDay(&c.RemindFrom), asDay(&c.ValidUntil), &c.IsReplaced, &c.Version,
	}
}

// cardScope chooses contact cards (alias c) within the reaches of a grant.
func cardScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.Directory:
			return "true"
		case access.OwnUnit:
			return "c.unit_id = app_unit()"
		case access.Self:
			return "c.unit_id = app_unit() AND app_person() = " + onDuty("c.owner_id")
		}
		return "false"
	})
}

// ListCards implements card.Store.
func (s *Store) ListCards(ctx context.Context, g access.Grant[access.ReadCard], pg page.Page) ([]card.Card, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.cards(ctx, g.Reaches()[0], pg, listing{
		from:  "contact_card c JOIN unit u ON u.id = c.unit_id " + placedToday + " WHERE " + lastCard + " AND " + cardScope(g.Reaches()),
		order: "u.name, c.id",
	})
}

// ListUnitCards implements card.Store.
func (s *Store) ListUnitCards(ctx context.Context, g access.Grant[access.ReadCard], of id.Unit, pg page.Page) ([]card.Card, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, step{sql: "SELECT n.id FROM unit n WHERE n.id = $1", args: []any{of}, affected: found}); err != nil {
		return nil, 0, err
	}
	return u.cards(ctx, g.Reaches()[0], pg, listing{
		from: "contact_card c WHERE c.unit_id = $1 AND " + cardScope(g.Reaches()), order: "c.number DESC", args: []any{of},
	})
}

// ListPlanCards implements card.Store. Which parties there are to see depends on the plan's walls, so those are opened first.
func (s *Store) ListPlanCards(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]card.Card, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, step{sql: "SELECT plan_id FROM app_open_plan($1, NULL)", args: []any{p}}); err != nil {
		return nil, 0, err
	}
	return u.cards(ctx, g.Reaches()[0], pg, listing{
		from: `party y JOIN contact_card c ON c.unit_id = y.unit_id JOIN unit u ON u.id = c.unit_id
		  WHERE y.plan_id = $1 AND y.state = 'accepted' AND ` + lastCard + ` AND (` + partyScope(g.Reaches()) + `)`,
		order: "u.name, c.id", args: []any{p},
	})
}

func (u *unit) cards(ctx context.Context, r access.Reach, pg page.Page, l listing) ([]card.Card, int, error) {
	var rows []card.Card
	l.columns = cardColumns
	total, err := u.list(ctx, l, pg, func(row pgx.Rows) error {
		var c card.Card
		err := row.Scan(cardTargets(&c)...)
		rows = append(rows, c)
		u.log.opened(c.ID.UUID(), r)
		return err
	})
	return rows, total, err
}

// FindCard implements card.Store.
func (s *Store) FindCard(ctx context.Context, g access.Grant[access.ReadCard], c id.ContactCard) (card.Card, error) {
	u, err := within(ctx, g)
	if err != nil {
		return card.Card{}, err
	}
	return u.card(ctx, g.Reaches(), "c.id = $1", c)
}

// card reads at most one card in reach.
func (u *unit) card(ctx context.Context, reaches []access.Reach, where string, args ...any) (card.Card, error) {
	var c card.Card
	err := u.pipeline(ctx, step{
		sql: "SELECT " + cardColumns + " FROM contact_card c WHERE " + cardScope(reaches) + " AND " + where, args: args,
		row: func(r pgx.Rows) error { return r.Scan(cardTargets(&c)...) },
	})
	if err == nil && c.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(c.ID.UUID(), reaches[0])
	}
	return c, err
}

// PublishCard implements card.Store. Of two that publish at once the table itself keeps one.
func (s *Store) PublishCard(ctx context.Context, g access.Grant[access.KeepCard], do func(card.Card) (card.Card, error)) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	last, err := u.card(ctx, g.Reaches(), "c.unit_id = app_unit() AND "+lastCard)
	if err != nil && (!fault.Is(err, fault.NotFound) || !g.Has(access.OwnUnit)) {
		return err
	}
	c, err := do(last)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql: `INSERT INTO contact_card (id, unit_id, number, purpose, phone, hours, languages, owner_id, published_by, published_on,
		        confirmed_by, confirmed_on, remind_from, valid_until, version)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app_person(), $9, app_person(), $10, $11, $12, $13)`,
		args: []any{
			c.ID, c.Unit, c.Number, c.Words.Purpose, c.Words.Phone, c.Words.Hours, c.Words.Languages, c.Owner, c.Published, c.Confirmed,
			c.RemindFrom, c.ValidUntil, c.Version,
		},
	})
}

// ConfirmCard implements card.Store.
func (s *Store) ConfirmCard(ctx context.Context, g access.Grant[access.KeepCard], of id.ContactCard, do func(*card.Card) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	c, err := u.card(ctx, g.Reaches(), "c.id = $1 FOR UPDATE OF c", of)
	if err != nil {
		return err
	}
	if err := do(&c); err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql: `UPDATE contact_card SET confirmed_by = app_person(), confirmed_on = $2, remind_from = $3, valid_until = $4, version = $5
		      WHERE id = $1 AND version = $5 - 1`,
		args: []any{c.ID, c.Confirmed, c.RemindFrom, c.ValidUntil, c.Version}, affected: unmoved,
	})
}
