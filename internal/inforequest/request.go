package inforequest

import (
	"strconv"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/questionnaire"
	"samplan/internal/routine"
)

type (
	stateSet   struct{}
	declineSet struct{}
)

// State is where a request stands.
//
//	sent → answered, declined, withdrawn
type State = enum.Value[stateSet]

// Decline is why the receiver does not answer.
type Decline = enum.Value[declineSet]

var (
	// States are in order.
	States = enum.Of[stateSet]("sent", "answered", "declined", "withdrawn")

	Sent      = States.Must("sent")
	Answered  = States.Must("answered")
	Declined  = States.Must("declined")
	Withdrawn = States.Must("withdrawn")

	// Declines are: the child is not known there, the wrong unit was asked, nothing opens the wall for an answer, another reason.
	Declines = enum.Of[declineSet]("not-known", "wrong-unit", "no-ground", "other")

	otherReason = Declines.Must("other")
	notKnown    = Declines.Must("not-known")
)

// Request is one, as one reader sees it.
type Request struct {
	ID            id.InformationRequest
	Child         id.Person
	Name          person.Name // as the asker knows the child
	BirthDate     civil.Date
	Protection    person.Protection
	From, To      id.Unit
	Questionnaire questionnaire.Questionnaire
	Author        id.Person
	AuthorName    string
	Text          person.Text
	SentOn        civil.Date
	RemindFrom    civil.Date
	DueOn         civil.Date
	CreatedAt     time.Time
	State         State
	EndedOn       civil.Date
	Answers       []Answer
	Decline       Decline
	Reason        person.Text
	Version       int
	Handling      Handling // the receiver's own; zero for the asker
	Routine       Routine  // the receiver's own; zero for the asker
}

// Draft is a request before it is sent.
type Draft struct {
	To            id.Unit
	Questionnaire id.Questionnaire
	Text          person.Text
	Basis
}

// Basis is the legal ground that one names when no consent opens the wall.
type Basis struct {
	Ground access.Ground
	Reason person.Text
}

// Opened is by what a wall is open: a consent, or a ground with its paragraph; neither within one secrecy domain.
type Opened struct {
	Consent   id.Consent
	Ground    access.Ground
	Paragraph string
	Reason    person.Text
}

// Wall is what is known of the wall that one's information is to go through.
type Wall struct {
	IsOpen          bool // own domain, or a consent in force
	Consent         id.Consent
	Giver, Receiver access.Side
}

// Sending is what a request is sent on, of what the asker may know.
type Sending struct {
	Child         person.Child
	Questionnaire questionnaire.Questionnaire // zero: none of the own principal's
	CardUntil     civil.Date                  // zero: the receiver has no contact card
	Wall          Wall
	Profile       routine.Profile
}

// New makes the request that a draft asks for. What the caller may know of the receiver as such goes before what depends on the child.
func New(d Draft, s Sending, policy *access.Matrix, by access.Actor, now time.Time) (Request, Opened, error) {
	today := by.Today()
	switch {
	case s.Wall.Receiver.Unit.IsZero() || s.Wall.Receiver.Unit == s.Wall.Giver.Unit:
		return Request{}, Opened{}, fault.At(fault.CodeNotAUnit, "/toUnitId", "unknown")
	case s.Questionnaire.State != questionnaire.Published:
		return Request{}, Opened{}, fault.At(fault.CodeInvalid, "/questionnaireId", "unknown")
	case s.CardUntil.IsZero():
		return Request{}, Opened{}, fault.New(fault.CodeNoCard)
	case today.After(s.CardUntil):
		return Request{}, Opened{}, fault.New(fault.CodeCardOutdated)
	}
	opened, err := d.open(s.Wall, s.Child.BirthDate, policy, today)
	if err != nil {
		return Request{}, Opened{}, err
	}
	due := s.Profile.Due(routine.InformationAnswer, today)
	return Request{
		ID: id.NewInformationRequest(), Child: s.Child.ID, Name: s.Child.Name, BirthDate: s.Child.BirthDate, From: s.Wall.Giver.Unit, To: d.To,
		Questionnaire: s.Questionnaire, Author: by.Person(), Text: d.Text, SentOn: today, DueOn: due,
		RemindFrom: latest(today, s.Profile.SoonFrom(routine.InformationAnswer, due)), CreatedAt: now, State: Sent, Version: 1,
	}, opened, nil
}

func latest(a, b civil.Date) civil.Date {
	if b.Before(a) {
		return a
	}
	return b
}

// open says by what the wall is open, or that nothing opens it: the same words whoever knows the child.
func (b Basis) open(w Wall, birth civil.Date, policy *access.Matrix, today civil.Date) (Opened, error) {
	switch {
	case b.Ground == access.Ground{} && w.IsOpen:
		return Opened{Consent: w.Consent}, nil
	case b.Ground == access.Ground{}:
		return Opened{}, fault.New(fault.CodeNothingOpens)
	case b.Reason.IsZero():
		return Opened{}, fault.At(fault.CodeReasonRequired, "/groundReason", "required")
	}
	law, err := policy.Lawful(b.Ground, w.Giver, w.Receiver, birth, today, today)
	return Opened{Ground: b.Ground, Paragraph: law, Reason: b.Reason}, err
}

// IsOverdue tells whether it should have been answered.
func (r *Request) IsOverdue(today civil.Date) bool { return r.State == Sent && today.After(r.DueOn) }

// fitsEnd asks that it still waits.
func (r *Request) fitsEnd() error {
	switch r.State {
	case Withdrawn:
		return fault.New(fault.CodeWithdrawn)
	case Answered, Declined:
		return fault.New(fault.CodeAnswered)
	}
	return nil
}

func (r *Request) end(s State, today civil.Date) {
	r.State, r.EndedOn = s, today
	r.Version++
}

// Withdraw takes it back.
func (r *Request) Withdraw(today civil.Date) error {
	if err := r.fitsEnd(); err != nil {
		return err
	}
	r.end(Withdrawn, today)
	return nil
}

// Refuse declines it. That the child is not known is said without a word more (R25).
func (r *Request) Refuse(d Decline, reason person.Text, today civil.Date) error {
	if err := r.fitsEnd(); err != nil {
		return err
	}
	switch {
	case d == otherReason && reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/text", "required")
	case d == notKnown && !reason.IsZero():
		return fault.At(fault.CodeInvalid, "/text", "not-known")
	}
	r.Decline, r.Reason = d, reason
	r.end(Declined, today)
	return nil
}

// Answer sends what was drafted, when it is whole and the wall to the asker is open.
func (r *Request) Answer(b Basis, w Wall, policy *access.Matrix, today civil.Date) (Opened, error) {
	if err := r.fitsEnd(); err != nil {
		return Opened{}, err
	}
	if err := whole(r.Questionnaire.Content.Fields, r.Handling.Draft); err != nil {
		return Opened{}, err
	}
	opened, err := b.open(w, r.BirthDate, policy, today)
	if err != nil {
		return Opened{}, err
	}
	r.Answers = r.Handling.Draft
	r.end(Answered, today)
	return opened, nil
}

// Tag names this version of what the reader sees.
func (r *Request) Tag() string {
	tag := strconv.Itoa(r.Version)
	if r.Handling.Version > 0 {
		tag += "-" + strconv.Itoa(r.Handling.Version)
	}
	if r.Routine.Number > 0 {
		tag += "-routine-" + strconv.Itoa(r.Routine.Number)
	}
	return tag
}
