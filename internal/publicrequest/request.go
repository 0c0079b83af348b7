package publicrequest

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	stateSet   struct{}
	outcomeSet struct{}
	cautionSet struct{}
)

// State is how far a request has come.
type State = enum.Value[stateSet]

// Outcome is what the harm test of an item came to.
type Outcome = enum.Value[outcomeSet]

// Caution is something that whoever tests an item must know.
type Caution = enum.Value[cautionSet]

var (
	// States: while it is open, items are listed and tested; what is decided is never changed.
	States = enum.Of[stateSet]("open", "decided")
	// Outcomes are out as it is, out with parts masked, and not.
	Outcomes = enum.Of[outcomeSet]("out", "masked", "refused")
	// Cautions: the child is protected (R31), the item is about others, too (R19), or is withheld from somebody of the family (R27).
	Cautions = enum.Of[cautionSet]("protected", "about-others", "withheld")

	Open    = States.Must("open")
	Decided = States.Must("decided")

	Out     = Outcomes.Must("out")
	Masked  = Outcomes.Must("masked")
	Refused = Outcomes.Must("refused")
)

// Request is what somebody asks for.
type Request struct {
	ID           id.PublicRequest
	Unit         id.Unit
	Text         person.Text // what is asked
	Requester    person.Text // how to reach whoever asks, if that was said
	ReceivedOn   civil.Date
	RegisteredBy id.Person
	Registrar    person.Text // read with it: the name
	CreatedAt    time.Time
	State        State
	Refusal      Refusal
	DecidedOn    civil.Date
	DecidedBy    id.Person
	Decider      person.Text // read with it: the name
	Version      int
	Subject      Subject
	Listed       []Listed // those that the reader may read
}

// Refusal is why something is not handed out, as whoever asked is told. It says nothing of whether there is anything.
type Refusal struct{ Paragraph, Reason person.Text }

// Listed is an item that is meant, with its harm test.
type Listed struct {
	Item     id.Item
	Tag      string // of the item as it is now
	Content  Content
	Cautions []Caution
	Assessment
	Given Content // once it is decided
}

// Assessment is the harm test of an item: the unit's own words.
type Assessment struct {
	Outcome     Outcome
	Paragraph   person.Text
	Reason      person.Text
	Reservation person.Text
	Masks       []person.Text
	Of          string // the item's tag then
	By          id.Person
	On          civil.Date
}

// Register makes a request. Whoever asks need not say who he is.
func Register(text, requester person.Text, received civil.Date, u id.Unit, by id.Person, today civil.Date) (Request, error) {
	if received.After(today) {
		return Request{}, fault.At(fault.CodeDates, "/receivedOn", "out-of-order")
	}
	return Request{
		ID: id.NewPublicRequest(), Unit: u, Text: text, Requester: requester, ReceivedOn: received, RegisteredBy: by, State: Open, Version: 1,
	}, nil
}

// Tag names this version of the request.
func (r Request) Tag() string { return strconv.Itoa(r.Version) }

// Assess tests an item for harm. Faults: already-answered, reason-required, invalid-value.
func (r Request) Assess(l Listed, a Assessment) (Assessment, error) {
	isWhy := !a.Paragraph.IsZero() && !a.Reason.IsZero()
	_, missing := l.Content.Mask(a.Masks)
	switch {
	case r.State != Open:
		return Assessment{}, fault.New(fault.CodeAnswered)
	case a.Outcome != Out && !isWhy:
		return Assessment{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	case (a.Outcome == Masked) != (len(a.Masks) > 0):
		return Assessment{}, fault.At(fault.CodeInvalid, "/maskedTexts", "masked-alone")
	case missing >= 0:
		return Assessment{}, fault.At(fault.CodeInvalid, "/maskedTexts/"+strconv.Itoa(missing), "not-found")
	case a.Outcome == Refused && !a.Reservation.IsZero():
		return Assessment{}, fault.At(fault.CodeInvalid, "/reservation", "refused")
	}
	a.Of = l.Tag
	return a, nil
}

// Decide settles what is handed out: each item is tested, and none has changed since. What does not leave whole takes a reason that
// whoever asked is told; an extract takes none, since it says the same whether there is more or not. Faults: already-answered,
// invalid-value at /items and /refusal, reason-required at /refusal.
func (r *Request) Decide(refusal Refusal, by id.Person, today civil.Date) error {
	if r.State != Open {
		return fault.New(fault.CodeAnswered)
	}
	isWhole := len(r.Listed) > 0
	for n := range r.Listed {
		l := &r.Listed[n]
		switch {
		case l.Outcome.IsZero():
			return fault.At(fault.CodeInvalid, "/items", "undecided")
		case l.Of != l.Tag:
			return fault.At(fault.CodeInvalid, "/items", "changed")
		}
		isWhole = isWhole && l.Outcome == Out
		l.Given = l.given()
	}
	switch {
	case r.IsExtract() && !refusal.Reason.IsZero():
		return fault.At(fault.CodeInvalid, "/refusal", "of-extract")
	case !r.IsExtract() && !isWhole && refusal.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/refusal", "required")
	}
	r.State, r.Refusal, r.DecidedBy, r.DecidedOn = Decided, refusal, by, today
	r.Version++
	return nil
}

// given is what leaves of an item; nothing of one that is refused or not tested.
func (l Listed) given() Content {
	if l.Outcome != Out && l.Outcome != Masked {
		return Content{}
	}
	left, _ := l.Content.Mask(l.Masks)
	return left
}

// Preview is what would leave as it is tested now, or has left.
func (l Listed) Preview(s State) Content {
	if s == Decided {
		return l.Given
	}
	return l.given()
}
