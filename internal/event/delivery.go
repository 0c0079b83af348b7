package event

import (
	"math/rand/v2"
	"strconv"
	"time"

	"samplan/internal/enum"
	"samplan/internal/id"
)

type deliverySet struct{}

// DeliveryState is where a delivery is.
type DeliveryState = enum.Value[deliverySet]

var (
	// DeliveryStates is the closed set.
	DeliveryStates = enum.Of[deliverySet]("waiting", "delivered", "dead")

	waiting   = DeliveryStates.Must("waiting")
	delivered = DeliveryStates.Must("delivered")
	dead      = DeliveryStates.Must("dead")
)

// Attempt is when a delivery was tried and what came of it: the status of the answer, or a word.
type Attempt struct {
	At      time.Time
	Outcome string
}

// Status is the status of the answer, or zero.
func (a Attempt) Status() int {
	n, err := strconv.Atoi(a.Outcome)
	if err != nil {
		return 0
	}
	return n
}

// Delivery is an event on its way to a webhook, or a test.
type Delivery struct {
	ID       id.Delivery
	Event    id.Event // zero: a test
	State    DeliveryState
	NextAt   time.Time
	Attempts []Attempt // the last ones
	Tries    int       // since it was asked for
}

const (
	mostTries  = 10
	firstPause = 30 * time.Second
	mostPause  = 6 * time.Hour
	mostAsked  = 24 * time.Hour // how long a receiver can make us wait
)

// keep notes what came of an attempt, and says what is next. 410 says that nobody is there any more; a test is tried once.
func (d *Delivery) keep(r Result, now time.Time) (isGone bool) {
	d.Tries++
	d.Attempts = append(d.Attempts, Attempt{now, r.Outcome()})
	switch {
	case r.Status >= 200 && r.Status < 300:
		d.State = delivered
	case r.Status == 410:
		d.State, isGone = dead, true
	case d.Tries >= mostTries || d.Event.IsZero():
		d.State = dead
	default:
		d.NextAt = now.Add(max(pause(d.Tries, rand.Float64()), min(r.RetryAfter, mostAsked))) //nolint:gosec // G404: so that receivers that were away are not asked all at once
	}
	return isGone
}

// pause is how long to wait after so many tries: three times as long each time, and a fifth more or less (chance from 0 to 1).
func pause(tries int, chance float64) time.Duration {
	p := firstPause
	for range tries - 1 {
		p = min(3*p, mostPause)
	}
	return time.Duration(float64(p) * (0.8 + 0.4*chance))
}
