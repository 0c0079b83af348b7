package catalogue

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Draft is what an administrator asks to be added.
type Draft struct {
	Code, Name, NameEnglish          string
	Description, Situation, Evidence string
	AgeFrom, AgeTo                   *int
	ValidFrom, ValidTo               civil.Date
}

// Entry is one of the catalogue.
type Entry struct {
	ID        id.CatalogueEntry
	Principal id.Principal // zero: national
	Draft
	Version int
}

// Tag names this version of the entry.
func (e Entry) Tag() string { return strconv.Itoa(e.Version) }

// NewEntry makes an entry.
func NewEntry(d Draft) (Entry, error) {
	switch {
	case !d.ValidTo.IsZero() && d.ValidTo.Before(d.ValidFrom):
		return Entry{}, fault.At(fault.CodeDates, "/validTo", "before-start")
	case d.AgeFrom != nil && d.AgeTo != nil && *d.AgeTo < *d.AgeFrom:
		return Entry{}, fault.At(fault.CodeInvalid, "/ageTo", "before-start")
	}
	return Entry{ID: id.NewCatalogueEntry(), Draft: d, Version: 1}, nil
}

// End sets the last day on which it can be chosen, which is not in the past.
func (e *Entry) End(last, today civil.Date) error {
	switch {
	case !e.ValidTo.IsZero() && e.ValidTo.Before(today):
		return fault.New(fault.CodeEnded)
	case last.Before(today) || last.Before(e.ValidFrom):
		return fault.At(fault.CodeDates, "/endsOn", "out-of-order")
	}
	e.ValidTo = last
	e.Version++
	return nil
}
