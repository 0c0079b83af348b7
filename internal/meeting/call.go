package meeting

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
)

type (
	waySet     struct{}
	summonsSet struct{}
)

// Way is how a meeting is held.
type Way = enum.Value[waySet]

// Summons tells whether a unit is called (kallad: its principal is obliged) or invited (inbjuden).
type Summons = enum.Value[summonsSet]

var (
	// Ways are at a place, at a distance, and both.
	Ways = enum.Of[waySet]("place", "digital", "both")
	// Summonses are called and invited.
	Summonses = enum.Of[summonsSet]("called", "invited")

	isCalled = Summonses.Must("called")
)

// Frame is what a call needs to know of its plan, read with it.
type Frame struct {
	Plan       id.Plan
	Child      id.Person
	Lead       id.Unit
	IsOpen     bool       // the plan's process has not ended
	HasConsent bool       // a consent to the plan is in force, as the leading unit knows it
	KnowsPlace bool       // the actor may know where the child is
	AnswerBy   civil.Date // the last day for an answer to a call that is sent today, by the routine (R45); read for sending
}

// Words are what a call tells every addressee.
type Words struct {
	Purpose      person.Text
	Questions    []person.Text
	LongTermGoal person.Text
	Way          Way
}

// Draft is a call as its author wants it.
type Draft struct {
	Words
	Addressees []Invitee
}

// Invitee is a unit that a draft names, with what it is asked to contribute.
type Invitee struct {
	Unit         id.Unit
	Summons      Summons
	Contribution person.Text
}

// Call is a call to a meeting, as its sender knows it. Until it is sent nobody else does (R43).
type Call struct {
	ID   id.Call
	Plan id.Plan
	Words
	Author     id.Person
	CreatedAt  time.Time
	SentOn     civil.Date
	AnswerBy   civil.Date
	Version    int
	Addressees []Addressee
}

// NewCall makes the draft of a call.
func NewCall(f Frame, d Draft, author id.Person, now time.Time) (Call, error) {
	c := Call{ID: id.NewCall(), Plan: f.Plan, Author: author, CreatedAt: now}
	return c, c.Change(f, d)
}

// Change replaces what a draft says. What was sent stays as it is.
func (c *Call) Change(f Frame, d Draft) error {
	switch {
	case !f.IsOpen:
		return fault.New(fault.CodePlanClosed)
	case !c.SentOn.IsZero():
		return fault.New(fault.CodeCallSent)
	}
	if err := d.check(f.Lead); err != nil {
		return err
	}
	c.Words, c.Addressees = d.Words, nil
	for _, i := range d.Addressees {
		c.Addressees = append(c.Addressees, Addressee{
			ID: id.NewAddressee(), Unit: i.Unit, Summons: i.Summons, Contribution: i.Contribution, State: Drafted, Version: 1,
		})
	}
	c.Version++
	return nil
}

// check: each unit is named once, and the one that calls is not among them.
func (d Draft) check(lead id.Unit) error {
	seen := map[id.Unit]bool{}
	for n, i := range d.Addressees {
		pointer := fmt.Sprintf("/toUnits/%d/unitId", n)
		switch {
		case i.Unit == lead:
			return fault.At(fault.CodeNotAUnit, pointer, "own")
		case seen[i.Unit]:
			return fault.At(fault.CodeNotAUnit, pointer, "twice")
		}
		seen[i.Unit] = true
	}
	return nil
}

// Send sends the call to everybody it names. A unit that has closed since is answered for by its successor; one without is
// fault.CodeNotAUnit.
func (c *Call) Send(f Frame, today civil.Date) error {
	switch {
	case !f.IsOpen:
		return fault.New(fault.CodePlanClosed)
	case !c.SentOn.IsZero():
		return fault.New(fault.CodeCallSent)
	case !f.HasConsent:
		return fault.New(fault.CodeConsentNeeded)
	}
	for n := range c.Addressees {
		a := &c.Addressees[n]
		if a.Now.IsZero() || a.Now == f.Lead {
			return fault.New(fault.CodeNotAUnit)
		}
		a.Unit, a.State = a.Now, Waiting
		a.Version++
	}
	c.SentOn, c.AnswerBy = today, f.AnswerBy
	c.Version++
	return nil
}

// IsResponsible tells whether an addressee answers for the duty to come. One that passed the call on does until somebody
// it went to has accepted and said who comes; nobody named leaves it responsible (R44). Who is invited has no duty.
func (c Call) IsResponsible(a Addressee) bool {
	if a.Summons != isCalled || !a.PassedFrom.IsZero() {
		return a.Summons == isCalled && a.State == Accepted
	}
	return a.State == Accepted || !c.isTaken(a)
}

// OpenDuties names the principals that must take part, since the sender's has judged a plan to be needed, and of which nobody has
// accepted yet: also after a no, until somebody accepts or the principal's refusal ends the plan (R4, R5). of finds the principal
// of a unit.
func (c Call) OpenDuties(sender id.Unit, of func(id.Unit) org.Principal) []org.Principal {
	var open []org.Principal
	taken := map[id.Principal]bool{}
	for _, a := range c.Addressees {
		taken[of(a.Unit).ID] = taken[of(a.Unit).ID] || a.State == Accepted
	}
	for _, a := range c.Addressees {
		p := of(a.Unit)
		if a.Summons == isCalled && !c.SentOn.IsZero() && p.Owes(of(sender)) && !taken[p.ID] {
			taken[p.ID] = true // named once
			open = append(open, p)
		}
	}
	return open
}

// IsDuty tells the one who is called whether its principal must take part (R5).
func (r Received) IsDuty(of func(id.Unit) org.Principal) bool {
	return r.Summons == isCalled && of(r.Unit).Owes(of(r.From))
}

// isTaken tells whether somebody to whom an addressee's call was passed on has accepted.
func (c Call) isTaken(a Addressee) bool {
	return slices.ContainsFunc(c.Addressees, func(n Addressee) bool {
		return n.PassedFrom == a.ID && (n.State == Accepted || c.isTaken(n))
	})
}

// Tag names this version of the call and of every answer to it.
func (c Call) Tag() string {
	answers := 0
	for _, a := range c.Addressees {
		answers += a.Version
	}
	return strconv.Itoa(c.Version) + "-" + strconv.Itoa(answers)
}
