package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/page"
)

// endingSoon: recorded by the own unit, in force today, and within the days before its last one that the principal's routine has. Whether
// it is in force is dear to ask, so it is asked of those alone that end soon.
const endingSoon = `c.unit_id = app_unit() AND c.withdrawn_on IS NULL
  AND c.valid_to BETWEEN app_today() AND app_today() + (SELECT m.reminder_days FROM unit_term m WHERE m.unit_id = app_unit())
  AND EXISTS (SELECT FROM live_consent l WHERE l.id = c.id)`

// ListReminders implements consent.Store.
func (s *Store) ListReminders(ctx context.Context, g access.Grant[access.ReadConsent], pg page.Page) ([]consent.Reminder, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	where := " WHERE " + endingSoon + " AND " + consentWriteScope(onSide(g.Reaches(), true))
	var rows []consent.Reminder
	total, err := u.list(ctx, listing{
		columns: `c.id, c.child_id, f.given_name, f.family_name,
		  CASE WHEN f.id IS NULL THEN 'assumed-identity' ELSE coalesce(ch.protection, 'assumed-identity') END, c.kind, c.valid_to`,
		from: `consent c LEFT JOIN person ch ON ch.id = c.child_id
		  LEFT JOIN case_file f ON f.child_id = c.child_id AND f.unit_id = app_unit() AND f.valid @> app_today()` + where,
		order: "c.valid_to, c.id",
	}, pg, func(r pgx.Rows) error {
		var v consent.Reminder
		err := r.Scan(&v.Consent, &v.Child, &v.ChildName.Given, &v.ChildName.Family, &v.Protection, &v.Kind, &v.ValidTo)
		rows = append(rows, v)
		u.log.opened(v.Consent.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}
