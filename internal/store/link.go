package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// linkReviews are those that count: a link that was to a plan under LSS may be to another one now.
const linkReviews = "link_review v JOIN item i ON i.id = v.item_id WHERE i.sort = 'lss-plan' AND "

// FindLinkReview implements plan.Store. The fence shows it to the unit that holds the link.
func (s *Store) FindLinkReview(ctx context.Context, g access.Grant[access.ReadItem], i id.Item) (plan.LinkReview, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.LinkReview{}, err
	}
	r := plan.LinkReview{Item: i}
	return r, u.pipeline(ctx, step{
		sql: "SELECT v.reviewed_on, v.remind_from, v.review_by FROM " + linkReviews + "v.item_id = $1", args: []any{i},
		row: func(row pgx.Rows) error { return row.Scan(asDay(&r.ReviewedOn), asDay(&r.RemindFrom), asDay(&r.By)) },
	})
}

// SetLinkReview implements plan.Store.
func (s *Store) SetLinkReview(ctx context.Context, g access.Grant[access.EditItem], r plan.LinkReview) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	steps := []step{{
		sql:  `SELECT i.id FROM item i JOIN plan p ON p.id = i.plan_id WHERE i.id = $1 AND i.owner_unit_id = app_unit() AND ` + planScope(g.Reaches()),
		args: []any{r.Item}, affected: found,
	}}
	if !r.IsZero() {
		steps = append(steps, step{
			sql: `INSERT INTO link_review (item_id, reviewed_on, remind_from, review_by) VALUES ($1, $2, $3, $4)
			      ON CONFLICT (item_id) DO UPDATE SET reviewed_on = excluded.reviewed_on, remind_from = excluded.remind_from, review_by = excluded.review_by`,
			args: []any{r.Item, r.ReviewedOn, r.RemindFrom, r.By},
		})
	}
	u.log.opened(r.Item.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, steps...)
}
