package person

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type placeSet struct{}

// PlaceKind is what sort of place a word on a child's whereabouts is about.
type PlaceKind = enum.Value[placeSet]

// PlaceKinds is the closed set (R31): everything by which a child can be found.
var PlaceKinds = enum.Of[placeSet]("address", "phone", "school", "meeting-place", "travel", "municipality", "other")

// Whereabouts is where a child is or may be reached, as the own unit knows it. It lies in a compartment of its own: no
// plan, case or list holds it.
type Whereabouts struct {
	ID      id.Whereabouts
	Child   id.Person
	Kind    PlaceKind
	Text    Text
	Author  id.Person
	Span    Span
	Version int
}

// WhereaboutsDraft is what somebody writes down. To, when given, is its last day.
type WhereaboutsDraft struct {
	Kind PlaceKind
	Text Text
	To   civil.Date
}

// Place writes down where the child is, from today on.
func (c Child) Place(d WhereaboutsDraft, by id.Person, today civil.Date) (Whereabouts, error) {
	s := Span{today, d.To}
	switch {
	case d.Kind.IsZero():
		return Whereabouts{}, fault.At(fault.CodeInvalid, "/kind", ruleRequired)
	case d.Text.IsZero():
		return Whereabouts{}, fault.At(fault.CodeInvalid, "/text", ruleRequired)
	}
	if err := s.check(); err != nil {
		return Whereabouts{}, err
	}
	return Whereabouts{ID: id.NewWhereabouts(), Child: c.ID, Kind: d.Kind, Text: d.Text, Author: by, Span: s, Version: 1}, nil
}

// End ends it; last is its last day.
func (w *Whereabouts) End(last civil.Date) error {
	if err := w.Span.end(last); err != nil {
		return err
	}
	w.Version++
	return nil
}

// Tag names this version of the row.
func (w Whereabouts) Tag() string { return strconv.Itoa(w.Version) }
