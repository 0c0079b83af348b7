package job

import (
	"time"

	"samplan/internal/civil"
)

// hour of the Swedish day from which people are told: one for everybody, when nobody is asleep and nobody has begun work.
const hour = 6

// DayOf gives the Swedish day of an instant, and whether it is time to tell.
func DayOf(now time.Time) (civil.Date, bool) {
	return civil.Of(now), now.In(civil.Zone()).Hour() >= hour
}
