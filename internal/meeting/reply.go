package meeting

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type replySet struct{}

// Replies are what somebody of the family may answer to a meeting: comes, cannot, or proposes something else.
var (
	Replies = enum.Of[replySet]("comes", "cannot", "proposes")

	proposes = Replies.Must("proposes")
)

// Reply is what somebody of the family has answered to a meeting: for that person and the leading unit.
type Reply struct {
	Meeting id.Meeting
	Person  id.Person
	Reply   enum.Value[replySet]
	Words   person.Text
	On      civil.Date
}

// Reply notes what somebody of the family answers. Who proposes says what.
func (m *Meeting) Reply(r Reply) error {
	if err := m.open(); err != nil {
		return err
	}
	if r.Reply == proposes && r.Words.IsZero() {
		return fault.At(fault.CodeReasonRequired, "/text", "required")
	}
	m.Replies = []Reply{r}
	return nil
}
