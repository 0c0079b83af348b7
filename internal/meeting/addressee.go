package meeting

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

// State is where an addressee of a call stands.
type State = enum.Value[stateSet]

var (
	// States is the closed set: drafted until the call is sent, waiting until it is answered.
	States = enum.Of[stateSet]("drafted", "waiting", "accepted", "declined", "passed-on")

	Drafted  = States.Must("drafted")
	Waiting  = States.Must("waiting")
	Accepted = States.Must("accepted")
	Declined = States.Must("declined")
	PassedOn = States.Must("passed-on") // to another unit of the same principal; the duty stays until that one has accepted
)

// Addressee is a unit that a call names.
type Addressee struct {
	ID           id.Addressee
	Unit         id.Unit
	Summons      Summons
	Contribution person.Text // what just this unit is asked to contribute
	State        State
	SeenOn       civil.Date
	Contact      id.Person   // who comes
	ContactName  person.Text // read with it
	Reason       person.Text // of a no, or of passing on
	AnsweredOn   civil.Date
	PassedFrom   id.Addressee
	Now          id.Unit // read with it: the unit, or who answers for it when it has closed; zero when nobody does
	Version      int
}

// Received is a call as one addressee gets it: what the leading unit disclosed by calling, and no more.
type Received struct {
	Addressee
	Words
	Plan       id.Plan
	Party      id.Party // the own unit's part in the plan
	Kind       string   // of the plan
	Child      id.Person
	Name       person.Name
	Protection person.Protection
	From       id.Unit
	SentOn     civil.Date
	AnswerBy   civil.Date
	PassedTo   id.Unit
	Meeting    Called // while the call waits or is accepted, once it is booked
}

// Called is when and how the meeting is that a call is to. Where it is, is told with the meeting.
type Called struct {
	ID       id.Meeting
	StartsAt time.Time
	EndsAt   time.Time
	Way      Way
}

// IsOverdue tells whether a call should have been answered: from then on it is the unit manager's to see to.
func (r Received) IsOverdue(today civil.Date) bool { return isOverdue(r.State, r.AnswerBy, today) }

// IsOverdue tells the same to the sender.
func (c Call) IsOverdue(a Addressee, today civil.Date) bool {
	return isOverdue(a.State, c.AnswerBy, today)
}

func isOverdue(s State, answerBy, today civil.Date) bool {
	return s == Waiting && today.After(answerBy)
}

// See notes that the call has come to hand. The first time counts.
func (a *Addressee) See(today civil.Date) {
	if a.SeenOn.IsZero() {
		a.SeenOn = today
		a.Version++
	}
}

// close notes the day of an answer; whoever answers has seen. The first time counts: who later says that somebody else comes
// had answered in time.
func (a *Addressee) close(today civil.Date) {
	if a.SeenOn.IsZero() {
		a.SeenOn = today
	}
	if a.AnsweredOn.IsZero() {
		a.AnsweredOn = today
	}
	a.Version++
}

// Answer is what a unit answers to a call.
type Answer struct {
	Accept  bool
	Contact id.Person
	Reason  person.Text
}

// Take records the answer. A unit that is called and declines says why (R4). One that has accepted may name somebody else
// who comes, and nothing but that.
func (a *Addressee) Take(n Answer, today civil.Date) error {
	switch {
	case a.State != Waiting && (a.State != Accepted || !n.Accept):
		return fault.New(fault.CodeAnswered)
	case !n.Accept && a.Summons == isCalled && n.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	a.State, a.Contact, a.Reason = Declined, id.Person{}, n.Reason
	if n.Accept {
		a.State, a.Contact = Accepted, n.Contact
	}
	a.close(today)
	return nil
}

// PassOn makes the addressee of another unit of the same principal, and notes that this one has passed the call on. Who got
// it from somebody does not give it back: it declines.
func (a *Addressee) PassOn(to id.Unit, reason person.Text, today civil.Date) (Addressee, error) {
	switch {
	case a.State != Waiting:
		return Addressee{}, fault.New(fault.CodeAnswered)
	case to == a.Unit:
		return Addressee{}, fault.At(fault.CodeNotAUnit, "/unitId", "own")
	}
	a.State, a.Reason = PassedOn, reason
	a.close(today)
	return Addressee{
		ID: id.NewAddressee(), Unit: to, Summons: a.Summons, Contribution: a.Contribution, State: Waiting, PassedFrom: a.ID, Version: 1,
	}, nil
}

// Tag names this version of the received call, and of when its meeting is.
func (r Received) Tag() string {
	tag := strconv.Itoa(r.Version)
	if m := r.Meeting; !m.ID.IsZero() {
		tag += "-" + strconv.FormatInt(m.StartsAt.Unix(), 36) + "-" + strconv.FormatInt(m.EndsAt.Unix(), 36) + "-" + m.Way.String()
	}
	return tag
}
