package worlds

import "fmt"

// ofSentCalls: the leading unit knows the calls it has drafted and sent, with every answer; and of its plans whether a
// consent to them is in force, without which it sends none.
func (k *known) ofSentCalls() {
	for i := range k.Calls {
		if c := k.Calls[i]; k.SeesSentCall(k.Reader, c) {
			k.add("sent call", c)
		}
	}
}

// ofReceivedCalls: an addressee knows what all are told and what it is asked; of the others that alone to whom it has
// passed the call on.
func (k *known) ofReceivedCalls() {
	for i := range k.Calls {
		c := k.Calls[i]
		for _, a := range c.Addressees {
			if !k.SeesReceivedCall(k.Reader, c, a) {
				continue
			}
			p, to := k.Plan(c.Plan), ""
			for _, next := range c.Addressees {
				if next.PassedFrom == a.ID {
					to += next.Unit + " "
				}
			}
			k.add("received call", a, to, k.calledTo(c, a), c.Words, c.Way, c.Sent, c.AnswerBy, p.ID, p.Child, p.Kind, c.Unit, k.caseOf(c.Unit, p.Child), k.Human(p.Child).Protection)
			k.ofOwnPart(p)
		}
	}
}

// calledTo gives when and how the meeting is that an addressee is called to, while the call waits or is accepted.
func (k *known) calledTo(c Call, a Addressee) string {
	last := ""
	for i := range k.Meetings {
		if m := k.Meetings[i]; m.Call == c.ID && m.State != "cancelled" && (a.State == "waiting" || a.State == "accepted") {
			last = max(last, fmt.Sprintf("%03d %s %s", 100+m.Days, m.ID, m.Way))
		}
	}
	return last
}

// ofOwnPart: who answers a call answers for the own unit's part in the plan, if there is one.
func (k *known) ofOwnPart(p Plan) {
	for _, y := range k.Parties {
		if y.Plan == p.ID && y.Unit == k.Unit {
			k.add("own part", y.State, y.Mode)
		}
	}
}
