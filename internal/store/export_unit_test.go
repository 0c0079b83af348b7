package store

import (
	"context"

	"samplan/internal/session"
)

// Backends opens transactions side by side, lets each take its GORM handle in turn, and tells for each on which server
// process GORM and pgx then run its statements.
func (s *Store) Backends(ctx context.Context, n int) (gorm, pgx []uint32, err error) {
	units := make([]*unit, n)
	for i := range units {
		if units[i], err = s.open(ctx, session.Request{}); err != nil {
			return nil, nil, err
		}
		defer units[i].close()
		units[i].data(ctx, s)
	}
	for _, u := range units {
		var pid uint32
		if err := u.data(ctx, s).Raw("SELECT pg_backend_pid()").Scan(&pid).Error; err != nil {
			return nil, nil, err
		}
		gorm, pgx = append(gorm, pid), append(pgx, u.pgx.PgConn().PID())
	}
	return gorm, pgx, nil
}
