package httpapi

import (
	openapitypes "github.com/oapi-codegen/runtime/types"

	"samplan/internal/civil"
)

type wireID = openapitypes.UUID

// day gives a calendar day the shape of the wire.
func day(d civil.Date) openapitypes.Date { return openapitypes.Date{Time: d.UTC()} }

// optionalDay gives nil for no day.
func optionalDay(d civil.Date) *openapitypes.Date {
	if d.IsZero() {
		return nil
	}
	w := day(d)
	return &w
}

// civilDay reads a calendar day from the wire; nil is no day.
func civilDay(d *openapitypes.Date) civil.Date {
	if d == nil {
		return civil.Date{}
	}
	return civil.FromUTC(d.Time)
}
