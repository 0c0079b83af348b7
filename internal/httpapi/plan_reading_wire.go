package httpapi

import (
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// myReading shows the family its own; which versions have been dispatched is not for it to know.
func myReading(v plan.Reading) wire.MyReading { return wire.MyReading{ConfirmedOn: day(v.ConfirmedOn)} }

func familyReading(v plan.Reading) wire.Reading {
	return wire.Reading{
		PersonId: v.Person.UUID(), Name: optional(fullName(v.Name.Given, v.Name.Family)), ConfirmedOn: day(v.ConfirmedOn), Version: optional(v.Number),
	}
}
