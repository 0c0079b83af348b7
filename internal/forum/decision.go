package forum

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type outcomeSet struct{}

// Outcome is what a group came to.
type Outcome = enum.Value[outcomeSet]

// Outcomes is the closed set: advice, another service takes it on, a coordinated plan is needed, nothing more.
var Outcomes = enum.Of[outcomeSet]("advice", "guided", "sip", "nothing-more")

// Decision is what came out of a case, and what is followed up; the zero value says that nothing has yet.
type Decision struct {
	Outcome         Outcome
	Text            person.Text
	On              civil.Date
	FollowUpOn      civil.Date
	Responsible     id.Member // who follows up
	ResponsibleName string
	ResponsibleUnit id.Unit
	FollowedUpOn    civil.Date
	FollowUp        person.Text // what had come of it
}

// DecisionDraft is a decision before it is written down.
type DecisionDraft struct {
	Outcome     Outcome
	Text        person.Text
	FollowUpOn  civil.Date
	Responsible id.Member
	Confirmed   []deidentify.Warning
}

// Decide writes down what the group came to; until it is followed up that may be written anew. isMember tells whether the one
// responsible sits there. Faults: illegal-forum-step, identifying-text, confirm-warnings, dates-out-of-order, invalid values.
func (c *Case) Decide(d DecisionDraft, isMember bool, k deidentify.Known, today civil.Date) error {
	switch {
	case !c.Decision.FollowedUpOn.IsZero():
		return fault.New(fault.CodeForumStep)
	case d.FollowUpOn.IsZero() != d.Responsible.IsZero():
		return fault.At(fault.CodeInvalid, "/responsibleId", "with-day")
	case !d.FollowUpOn.IsZero() && d.FollowUpOn.Before(today):
		return fault.At(fault.CodeDates, "/followUpOn", "past")
	case !d.FollowUpOn.IsZero() && !isMember:
		return fault.At(fault.CodeInvalid, "/responsibleId", "unknown")
	}
	w, err := c.passes(k, today, d.Confirmed, deidentify.Part{Pointer: "/text", Text: d.Text})
	if err != nil {
		return err
	}
	c.confirm(w)
	c.Decision = Decision{Outcome: d.Outcome, Text: d.Text, On: today, FollowUpOn: d.FollowUpOn, Responsible: d.Responsible}
	c.keepUntil(today, d.FollowUpOn)
	c.Version++
	return nil
}

// FollowUp writes down what had come of it, once. Faults: illegal-forum-step, identifying-text, confirm-warnings.
func (c *Case) FollowUp(text person.Text, confirmed []deidentify.Warning, k deidentify.Known, today civil.Date) error {
	if c.Decision.FollowUpOn.IsZero() || !c.Decision.FollowedUpOn.IsZero() {
		return fault.New(fault.CodeForumStep)
	}
	w, err := c.passes(k, today, confirmed, deidentify.Part{Pointer: "/text", Text: text})
	if err != nil {
		return err
	}
	c.confirm(w)
	c.Decision.FollowedUpOn, c.Decision.FollowUp = today, text
	c.keepUntil(today, today)
	c.Version++
	return nil
}

// confirm keeps which warnings somebody has thought about.
func (c *Case) confirm(w []deidentify.Warning) {
	for _, one := range w {
		has := false
		for _, other := range c.Confirmed {
			has = has || other == one
		}
		if !has {
			c.Confirmed = append(c.Confirmed, one)
		}
	}
}

// keepUntil lets the texts be kept for the group's days after the last of what happens.
func (c *Case) keepUntil(days ...civil.Date) {
	for _, d := range days {
		if last := d.AddDays(c.TextDays); !d.IsZero() && last.After(c.ExpiresOn) {
			c.ExpiresOn = last
		}
	}
}

// Contribution is what a member said, for which unit.
type Contribution struct {
	ID        id.Contribution
	Case      id.ForumCase
	Unit      id.Unit
	Person    id.Person
	Name      string
	On        civil.Date
	Text      person.Text
	CreatedAt time.Time
}

// ContributionDraft is what somebody says. Whoever keeps the minutes says for whom.
type ContributionDraft struct {
	For       id.Member // oneself when left out
	Text      person.Text
	Confirmed []deidentify.Warning
}

// Speak writes down what was said. Faults: identifying-text, confirm-warnings.
func (c *Case) Speak(d ContributionDraft, as Contribution, k deidentify.Known, today civil.Date, now time.Time) (Contribution, error) {
	w, err := c.passes(k, today, d.Confirmed, deidentify.Part{Pointer: "/text", Text: d.Text})
	if err != nil {
		return Contribution{}, err
	}
	c.confirm(w)
	c.Version++
	as.ID, as.Case, as.On, as.Text, as.CreatedAt = id.NewContribution(), c.ID, today, d.Text, now
	return as, nil
}

// Learning is what a group has learnt: of no case, for good.
type Learning struct {
	ID        id.Learning
	Group     id.Group
	On        civil.Date
	Text      person.Text
	Confirmed []deidentify.Warning
	CreatedAt time.Time
}

// Learn writes down what was learnt. Faults: identifying-text, confirm-warnings.
func Learn(g id.Group, text person.Text, confirmed []deidentify.Warning, k deidentify.Known, today civil.Date, now time.Time) (Learning, error) {
	w, err := deidentify.Gate(k, today, confirmed, deidentify.Part{Pointer: "/text", Text: text})
	return Learning{ID: id.NewLearning(), Group: g, On: today, Text: text, Confirmed: w, CreatedAt: now}, err
}
