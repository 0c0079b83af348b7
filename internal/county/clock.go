//go:build !release

package county

import (
	"time"

	"samplan/internal/civil"
)

func (o Options) clock() func() time.Time {
	if o.Now != nil {
		return o.Now
	}
	return clockFrom(o.Today)
}

// clockFrom gives a clock that begins on a day, at the present time of that day, and goes on from there. No day is now.
func clockFrom(day civil.Date) func() time.Time {
	if day.IsZero() {
		return time.Now
	}
	now := time.Now()
	shift := day.Start().Add(now.Sub(civil.Of(now).Start())).Sub(now)
	return func() time.Time { return time.Now().Add(shift) }
}
