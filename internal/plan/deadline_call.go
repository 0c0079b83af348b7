package plan

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// CallGrants are those by which calls are seen; the zero grant sees none.
type CallGrants struct {
	Sent     access.Grant[access.ReadCall]
	Received access.Grant[access.ReceiveCall]
}

func (s *Service) calls(a access.Actor) CallGrants {
	var g CallGrants
	g.Sent, _ = access.Allow[access.ReadCall](s.policy, a)        // without it nothing is seen of them,
	g.Received, _ = access.Allow[access.ReceiveCall](s.policy, a) // and so here
	return g
}

// CallCourse is what the deadlines of calls count from. A call that the own unit sends has one row of its own, and one for
// each unit that it went to; one that the own unit got has one row.
type CallCourse struct {
	Call      id.Call
	Addressee id.Addressee
	Sent      civil.Date
	AnswerBy  civil.Date // as it was set, and told, when the call was sent
	Answered  civil.Date
	Meeting   civil.Date // that it calls to, once it is booked
}

// deadlines: a call goes out in time for its meeting, and is answered in time. There is nothing to count to without a meeting,
// and nothing to answer before it is sent.
func (c CallCourse) deadlines(p *routine.Profile) []Deadline {
	var all []Deadline
	if !c.Meeting.IsZero() {
		all = append(all, Deadline{
			Kind: routine.CallBeforeMeeting, From: c.Meeting, Due: p.Due(routine.CallBeforeMeeting, c.Meeting), Done: c.Sent, Call: c.Call, Addressee: c.Addressee,
		})
	}
	if !c.AnswerBy.IsZero() {
		all = append(all, Deadline{
			Kind: routine.ReplyToCall, From: c.Sent, Due: c.AnswerBy, Done: c.Answered, Call: c.Call, Addressee: c.Addressee,
		})
	}
	return all
}
