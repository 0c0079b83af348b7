package deviation

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

type kindSet struct{}

// Kind is whether somebody only saw it, or it is filed.
type Kind = enum.Value[kindSet]

// Kinds is the closed set.
var (
	Kinds        = enum.Of[kindSet]("observed", "reported")
	KindObserved = Kinds.Must("observed")
	KindReported = Kinds.Must("reported")
)

// Facts are what everybody who sees a deviation sees of it.
type Facts struct {
	ID         id.Deviation
	Unit       id.Unit // that entered it
	Concerns   id.Unit // that did not do its part
	Kind       Kind
	Category   routine.Role // of the routine by which the unit worked then
	HappenedOn civil.Date
	EnteredOn  civil.Date
	Text       person.Text
	Contact    Contact
}

// Contact is what the managers of both units found when they spoke; the zero value says that they have not yet.
type Contact struct {
	On      civil.Date
	Manager string // of the own unit
	Other   person.Text
	Cause   person.Text
	Version int
}

// Deviation is a deviation as the unit that entered it sees it.
type Deviation struct {
	Facts
	Reporter     id.Person
	ReporterName string
	Child        id.Person // the unit's own link, for those who work with the child
	CreatedAt    time.Time
	WithdrawnOn  civil.Date
	Case         Case // in the group that it was filed with
	Version      int
}

// State is where it stands.
func (d *Deviation) State() State {
	switch {
	case !d.WithdrawnOn.IsZero():
		return Withdrawn
	case !d.Case.ID.IsZero():
		return d.Case.State
	case d.Kind == KindReported:
		return Reported
	}
	return Observed
}

// Tag names the state that the reader sees.
func (d *Deviation) Tag() string {
	return strconv.Itoa(d.Version) + "-" + strconv.Itoa(d.Case.Version) + d.Child.String()
}

// Draft is a deviation before it is entered.
type Draft struct {
	Kind       Kind
	Category   string
	Concerns   id.Unit
	HappenedOn civil.Date
	Text       person.Text
	Child      id.Person
	Suggestion id.Suggestion // of a meeting, that is taken up with it
}

// Terms are what a deviation is entered under.
type Terms struct {
	Unit    id.Unit
	Routine routine.Version
	Names   []person.Name // that the writer may know of
}

// New enters a deviation. Faults: identifying-text, dates-out-of-order, invalid values.
func New(d Draft, t Terms, today civil.Date, now time.Time) (Deviation, error) {
	category, ok := categoryOf(t.Routine, d.Category)
	switch {
	case !ok:
		return Deviation{}, fault.At(fault.CodeInvalid, "/category", "unknown")
	case d.Concerns == t.Unit:
		return Deviation{}, fault.At(fault.CodeInvalid, "/concernsUnitId", "own")
	case d.HappenedOn.After(today):
		return Deviation{}, fault.At(fault.CodeDates, "/happenedOn", "future")
	}
	if err := deidentify.Check(t.Names, today, deidentify.Part{Pointer: "/text", Text: d.Text}); err != nil {
		return Deviation{}, err
	}
	return Deviation{
		Facts: Facts{
			ID: id.NewDeviation(), Unit: t.Unit, Concerns: d.Concerns, Kind: d.Kind, Category: category, HappenedOn: d.HappenedOn, EnteredOn: today,
			Text: d.Text,
		},
		Child: d.Child, CreatedAt: now, Version: 1,
	}, nil
}

func categoryOf(v routine.Version, code string) (routine.Role, bool) {
	for _, c := range v.Profile.DeviationCategories {
		if c.Code == code {
			return c, true
		}
	}
	return routine.Role{}, false
}

// Meet records what the managers found. Until the group has taken it up they may find more. Faults: illegal-deviation-step,
// identifying-text, dates-out-of-order.
func (d *Deviation) Meet(c Contact, names []person.Name, today civil.Date) error {
	switch s := d.State(); {
	case s != Observed && s != Reported && s != Submitted && s != Returned:
		return fault.New(fault.CodeDeviationStep)
	case c.On.Before(d.HappenedOn):
		return fault.At(fault.CodeDates, "/contactedOn", "before")
	case c.On.After(today):
		return fault.At(fault.CodeDates, "/contactedOn", "future")
	}
	// The other manager is named on purpose; a child who is called the same is not meant.
	if err := deidentify.Check(nil, today, deidentify.Part{Pointer: "/otherManager", Text: c.Other}); err != nil {
		return err
	}
	if err := deidentify.Check(names, today, deidentify.Part{Pointer: "/cause", Text: c.Cause}); err != nil {
		return err
	}
	c.Version = d.Contact.Version + 1
	d.Contact, d.Kind = c, KindReported
	d.Version++
	return nil
}

// Withdraw takes it back. Fault: illegal-deviation-step.
func (d *Deviation) Withdraw(today civil.Date) error {
	if err := step(d.State(), Withdrawn); err != nil {
		return err
	}
	d.WithdrawnOn = today
	d.Version++
	return nil
}

// Submit files it with a group: for the first time, or again after the group sent it back. Fault: illegal-deviation-step.
func (d *Deviation) Submit(to Receiving, today civil.Date) error {
	if err := step(d.State(), Submitted); err != nil {
		return err
	}
	c := Case{ID: d.Case.ID, Deviation: d.ID, Group: to.Group, Origin: Filed, Level: Local, State: Submitted, ReceivedOn: today, DueOn: to.Due(today), Version: d.Case.Version + 1}
	if c.ID.IsZero() {
		c.ID = id.NewDeviationCase()
	}
	d.Case, d.Kind = c, KindReported
	d.Version++
	return nil
}
