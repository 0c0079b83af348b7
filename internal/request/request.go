package request

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type stateSet struct{}

// State is where a request stands.
//
//	received → assessing → planned, refused
//	received, assessing → withdrawn
type State = enum.Value[stateSet]

var (
	// States are in the order of the process.
	States = enum.Of[stateSet]("received", "assessing", "planned", "refused", "withdrawn")

	Received  = States.Must("received")
	Assessing = States.Must("assessing")
	Planned   = States.Must("planned")
	Refused   = States.Must("refused")
	Withdrawn = States.Must("withdrawn")
)

// Request is what somebody asks for, as one reader sees it.
type Request struct {
	ID          id.PlanRequest
	Person      id.Person // who asks
	Child       id.Person // the same, when it is about oneself
	Principal   id.Principal
	Unit        id.Unit
	Relation    person.RelationKind // of a guardian
	Name        person.Name         // the child's, as stated
	BirthDate   civil.Date
	OwnName     person.Name // the guardian's
	Words       Words
	Protection  person.Protection
	ReceivedOn  civil.Date
	DueOn       civil.Date
	CreatedAt   time.Time
	State       State
	AssessedOn  civil.Date
	AnsweredOn  civil.Date
	WithdrawnOn civil.Date
	RefusedBy   person.Text // in which role
	Reason      person.Text
	Plan        id.Plan // that it led to, when the reader may know it
	Version     int
	Handling    Handling // the unit's own; zero for the family
}

// Words are what the family writes.
type Words struct{ Why, Help, Participants person.Text }

// Handling is what the unit does with a request.
type Handling struct {
	Handler        id.Person
	HandlerName    string
	CustodyChecked bool
	Version        int // 0 until it is taken up
}

// Draft is a request before it is made.
type Draft struct {
	Principal id.Principal
	Name      person.Name
	BirthDate civil.Date
	Guardian  *Guardian // none when it is about oneself
	Words     Words
}

// Guardian is one who asks for a child.
type Guardian struct {
	Relation person.RelationKind
	Name     person.Name
	Child    person.Identifier
}

// Terms are what the principal's routine and organisation say on the day of a request.
type Terms struct {
	Unit                     id.Unit // that receives it
	ChildFrom, GuardianUntil int     // ages
	Due                      civil.Date
}

// New makes a request. Whom it is about and who asks is the store's to find out.
func New(d Draft, t Terms, today civil.Date, now time.Time) (Request, error) {
	r := Request{
		ID: id.NewPlanRequest(), Principal: d.Principal, Unit: t.Unit, Name: d.Name, BirthDate: d.BirthDate, Words: d.Words,
		ReceivedOn: today, DueOn: t.Due, CreatedAt: now, State: Received, Version: 1,
	}
	if d.BirthDate.After(today) {
		return Request{}, fault.At(fault.CodeDates, "/birthDate", "future")
	}
	if d.Guardian == nil {
		if today.Before(d.BirthDate.AddYears(t.ChildFrom)) {
			return Request{}, fault.At(fault.CodeInvalid, "/birthDate", "too-young")
		}
		return r, nil
	}
	switch {
	case !person.IsCustody(d.Guardian.Relation):
		return Request{}, fault.At(fault.CodeInvalid, "/asGuardian/relation", "no-custody")
	case !today.Before(d.BirthDate.AddYears(t.GuardianUntil)):
		return Request{}, fault.At(fault.CodeInvalid, "/birthDate", "of-age")
	}
	r.Relation, r.OwnName = d.Guardian.Relation, d.Guardian.Name
	return r, nil
}

// IsBy names who asks and for whom. Nobody is one's own guardian.
func (r *Request) IsBy(who, child id.Person) error {
	if !r.Relation.IsZero() && who == child {
		return fault.At(fault.CodeInvalid, "/asGuardian/identifier", "self")
	}
	r.Person, r.Child = who, child
	return nil
}

// IsOverdue tells whether it should have been answered.
func (r *Request) IsOverdue(today civil.Date) bool {
	return r.fitsAnswer() == nil && today.After(r.DueOn)
}

// fitsAnswer asks that it still waits.
func (r *Request) fitsAnswer() error {
	switch r.State {
	case Withdrawn:
		return fault.New(fault.CodeWithdrawn)
	case Planned, Refused:
		return fault.New(fault.CodeAnswered)
	}
	return nil
}

// Withdraw takes it back, for whatever reason the one who asked has. What has been answered stays answered.
func (r *Request) Withdraw(today civil.Date) error {
	if err := r.fitsAnswer(); err != nil {
		return err
	}
	r.State, r.WithdrawnOn = Withdrawn, today
	r.Version++
	return nil
}

// Tag names this version of what the reader sees. What only the unit sees does not move the family's.
func (r *Request) Tag() string {
	if r.Handling.Version == 0 {
		return strconv.Itoa(r.Version)
	}
	return strconv.Itoa(r.Version) + "-" + strconv.Itoa(r.Handling.Version)
}
