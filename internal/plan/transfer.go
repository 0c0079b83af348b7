package plan

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type transferSet struct{}

// TransferState is where stands what one party asks another to take over.
type TransferState = enum.Value[transferSet]

var (
	// TransferStates are waiting, how it was answered, and taken back by the one who asked.
	TransferStates = enum.Of[transferSet]("waiting", "accepted", "declined", "withdrawn")

	transferWaits     = TransferStates.Must("waiting")
	TransferAccepted  = TransferStates.Must("accepted")
	transferDeclined  = TransferStates.Must("declined")
	transferWithdrawn = TransferStates.Must("withdrawn")
)

// Transfer is a question between two parties of a plan: whether the one takes over what the other has. Until it is accepted
// nothing changes hands.
type Transfer struct {
	Plan       id.Plan
	Child      id.Person
	Name       ChildName
	Party      id.Party // that is asked
	From, To   id.Unit
	State      TransferState
	By         id.Person
	OfferedOn  civil.Date
	AnsweredOn civil.Date
	Reason     person.Text // why it was declined
	CreatedAt  time.Time
	Version    int
}

// Tag names this version of the question.
func (t Transfer) Tag() string { return strconv.Itoa(t.Version) }

// Take records the answer. Who declines says why.
func (t *Transfer) Take(a Answer, today civil.Date) error {
	if err := a.fits(t.State == transferWaits); err != nil {
		return err
	}
	t.State = transferDeclined
	if a.Accept {
		t.State = TransferAccepted
	}
	t.Reason = a.Reason
	t.ends(today)
	return nil
}

// Withdraw takes the question back.
func (t *Transfer) Withdraw(today civil.Date) error {
	if t.State != transferWaits {
		return fault.New(fault.CodeAnswered)
	}
	t.State = transferWithdrawn
	t.ends(today)
	return nil
}

func (t *Transfer) ends(today civil.Date) {
	t.AnsweredOn = today
	t.Version++
}
