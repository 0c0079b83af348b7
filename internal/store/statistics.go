package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/statistics"
)

// unknown stands where an event has nothing to say.
const unknown = "unknown"

// CountEvents implements statistics.Store.
func (s *Store) CountEvents(ctx context.Context, g access.Grant[access.ReadStatistics]) ([]statistics.Count, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var all []statistics.Count
	err = u.pipeline(ctx, step{
		sql: `SELECT c.term, c.fewest, c.kind, coalesce(c.municipality, $1), c.service, c.age, c.sex, coalesce(c.entry, $1), coalesce(c.answer, ''), c.days, c.times
		      FROM app_statistics_counts() c WHERE ` + statisticsScope(g.Reaches()), args: []any{unknown},
		row: func(r pgx.Rows) error {
			var c statistics.Count
			var at [5]string
			err := r.Scan(&c.Term, &c.Fewest, &c.Event, &at[0], &at[1], &at[2], &at[3], &at[4], &c.Answer, &c.Days, &c.Times)
			c.At = map[statistics.Dimension]string{
				statistics.ByMunicipality: at[0], statistics.ByService: at[1], statistics.ByAge: at[2], statistics.BySex: at[3], statistics.ByEntry: at[4],
			}
			all = append(all, c)
			return err
		},
	})
	return all, err
}

// statisticsScope chooses counts within the reaches of a grant: those that the database gives are the own principal's.
func statisticsScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnPrincipal {
			return "true"
		}
		return "false"
	})
}
