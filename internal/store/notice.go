package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/notice"
	"samplan/internal/page"
)

const noticeColumns = "n.id, n.kind, n.deadline, n.about, n.since, " + isRead

func noticeTargets(n *notice.Notification) []any {
	return []any{asID(&n.ID), asEnum(&n.Kind), asEnum(&n.Deadline), asID(&n.About), asDay(&n.Since), &n.Read}
}

// noticeArgs are $1 to $4 of notifications.
func noticeArgs(r notice.Rights) []any {
	plans, kinds, since := make([]string, len(r.Broken)), make([]string, len(r.Broken)), make([]string, len(r.Broken))
	for n, b := range r.Broken {
		plans[n], kinds[n], since[n] = b.Plan.String(), b.Kind.String(), b.Since.String()
	}
	return []any{r.LateCalls, plans, kinds, since}
}

// ListNotifications implements notice.Store.
func (s *Store) ListNotifications(
	ctx context.Context, g access.Grant[access.ReadNotification], r notice.Rights, pg page.Page,
) ([]notice.Notification, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []notice.Notification
	total, l := 0, listing{columns: noticeColumns, from: notifications(r), order: "n.since DESC, n.id", args: noticeArgs(r)}
	err = u.listOnce(ctx, l, pg, &total, func(row pgx.Rows) error {
		var n notice.Notification
		err := row.Scan(append([]any{&total}, noticeTargets(&n)...)...)
		rows = append(rows, n)
		u.log.opened(n.About.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// MarkNotification implements notice.Store.
func (s *Store) MarkNotification(
	ctx context.Context, g access.Grant[access.ReadNotification], r notice.Rights, of id.Notification,
) (notice.Notification, error) {
	u, err := within(ctx, g)
	if err != nil {
		return notice.Notification{}, err
	}
	var n notice.Notification
	err = u.pipeline(ctx, step{
		sql: "SELECT " + noticeColumns + " FROM " + notifications(r) + " WHERE n.id = $5", args: append(noticeArgs(r), of),
		row: func(row pgx.Rows) error { return row.Scan(noticeTargets(&n)...) },
	})
	if err == nil && n.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return n, err
	}
	n.Read = true
	u.log.opened(n.About.UUID(), g.Reaches()[0])
	return n, u.pipeline(ctx, step{
		sql:  "INSERT INTO notification_mark (person_id, notification_id, read_at) VALUES (app_person(), $1, $2) ON CONFLICT DO NOTHING",
		args: []any{n.ID, u.request.Now},
	})
}

// UnreadNotifications implements notice.Store.
func (s *Store) UnreadNotifications(ctx context.Context, g access.Grant[access.ReadNotification], r notice.Rights) ([]id.Notification, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var all []id.Notification
	err = u.pipeline(ctx, step{
		sql: "SELECT n.id FROM " + notifications(r) + " WHERE NOT " + isRead + " ORDER BY n.id", args: noticeArgs(r),
		row: func(row pgx.Rows) error {
			var n id.Notification
			err := row.Scan(asID(&n))
			all = append(all, n)
			return err
		},
	})
	return all, err
}
