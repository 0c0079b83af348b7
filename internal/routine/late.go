package routine

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
)

// LateCalls gives the latest day of a call that should have been answered by today, by the version of the own unit's
// principal (R45). As Own.
func (s *Service) LateCalls(ctx context.Context, a access.Actor) (civil.Date, error) {
	v, err := s.Own(ctx, a)
	if err != nil {
		return civil.Date{}, err
	}
	from := a.Today()
	for !v.Profile.Due(ReplyToCall, from).Before(a.Today()) { // an earlier day is never due later
		from = from.AddDays(-1)
	}
	return from, nil
}
