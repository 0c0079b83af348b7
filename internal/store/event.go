package store

import (
	"cmp"
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/event"
	"samplan/internal/id"
)

// told is an event with its place in the order of all.
type told struct {
	event.Event
	position uint64
	reach    string
}

// ListEvents implements event.Store.
func (s *Store) ListEvents(ctx context.Context, g access.Grant[access.ReadEvent], after event.Cursor, limit int) (event.Feed, error) {
	u, err := within(ctx, g)
	if err != nil {
		return event.Feed{}, err
	}
	var key event.Key
	err = u.pipeline(ctx, step{
		sql: "SELECT c.cursor_key FROM client c WHERE c.id = app_system()",
		row: func(r pgx.Rows) error { return r.Scan((*[16]byte)(&key)) },
	})
	if err != nil {
		return event.Feed{}, err
	}
	from, err := key.Position(after)
	if err != nil {
		return event.Feed{}, err
	}
	units, err := u.subscribed(ctx)
	if err != nil {
		return event.Feed{}, err
	}
	all, err := u.eventsAs(ctx, units, eventsFor(g.Reaches(), "e.position > $1"), from, limit)
	if err != nil {
		return event.Feed{}, err
	}
	f := event.Feed{Cursor: after}
	for _, e := range all {
		f.Events, f.Cursor = append(f.Events, e.Event), key.Cursor(e.position)
		u.log.opened(e.About.UUID(), access.ReachNamed(e.reach))
	}
	return f, nil
}

// subscribed puts the events that are committed in their order, and gives the units as which the client is told of them.
func (u *unit) subscribed(ctx context.Context) (units []id.Unit, err error) {
	err = u.pipeline(ctx, step{sql: "SELECT app_place_events()"}, step{
		sql: "SELECT unit_id FROM app_subscribed_units()",
		row: func(r pgx.Rows) error {
			var one id.Unit
			err := r.Scan(asID(&one))
			units = append(units, one)
			return err
		},
	})
	return units, err
}

// eventsAs looks as each of the units, and gives what any of them sees, once and in order.
func (u *unit) eventsAs(ctx context.Context, units []id.Unit, sql string, which any, limit int) ([]told, error) {
	var all []told
	var steps []step
	for _, unit := range units {
		steps = append(steps, step{sql: "SELECT app_look_as($1)", args: []any{unit}}, step{
			sql: sql, args: []any{which, limit},
			row: func(r pgx.Rows) error {
				var e told
				err := r.Scan(&e.position, asID(&e.ID), asEnum(&e.Kind), asID(&e.About), &e.At, &e.reach)
				all = append(all, e)
				return err
			},
		})
	}
	if len(steps) == 0 {
		return nil, nil
	}
	err := u.pipeline(ctx, append(steps, step{sql: "SELECT app_look_as(NULL)"})...)
	slices.SortFunc(all, func(a, b told) int { return cmp.Compare(a.position, b.position) })
	all = slices.CompactFunc(all, func(a, b told) bool { return a.position == b.position })
	return all[:min(limit, len(all))], err
}
