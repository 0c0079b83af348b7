package request

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Receiver is the unit that receives the requests of a principal.
type Receiver struct {
	Principal id.Principal
	Unit      id.Unit
}

// Choice says which unit does, from a day; of choices in force the one made last counts.
type Choice struct {
	ID        id.Receiver
	Unit      id.Unit
	ValidFrom civil.Date
	ChosenOn  civil.Date
	CreatedAt time.Time
}

func choose(u id.Unit, from, today civil.Date, now time.Time) (Choice, error) {
	if from.Before(today) {
		return Choice{}, fault.At(fault.CodeDates, "/validFrom", "past")
	}
	return Choice{ID: id.NewReceiver(), Unit: u, ValidFrom: from, ChosenOn: today, CreatedAt: now}, nil
}
