package care

import (
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/workday"
)

type (
	dangerSet  struct{}
	verdictSet struct{}
)

// Danger is what is in danger.
type Danger = enum.Value[dangerSet]

// Verdict is what a review finds.
type Verdict = enum.Value[verdictSet]

var (
	// Dangers are those that the law names: life, health.
	Dangers = enum.Of[dangerSet]("life", "health")
	// Verdicts are justified and unjustified.
	Verdicts = enum.Of[verdictSet]("justified", "unjustified")
)

// openFor is how long an inquiry counts, and how long an opening is open.
const openFor = 15 * time.Minute

// Asker is who asks, under which assignment.
type Asker struct {
	Person     id.Person
	Assignment id.Assignment
	Unit       id.Unit
}

// askerOf gives the actor as an asker.
func askerOf(a access.Actor) Asker { return Asker{a.Person(), a.Assignment(), a.Unit()} }

// Holder is a care giver's unit that holds something about the child.
type Holder struct {
	Unit       id.Unit
	Class      access.Class
	IsBlocked  bool
	ReviewDays int // working days within which its principal wants a review
}

// Inquiry is the first step. Its child is nobody when nobody knows the number.
type Inquiry struct {
	ID id.EmergencyInquiry
	Asker
	Child   id.Person
	Danger  Danger
	Reason  person.Text
	AskedAt time.Time
	Holders []Holder
}

// Question is what is asked in the first step.
type Question struct {
	Identifier person.Identifier
	Danger     Danger
	Reason     person.Text
}

// ask makes an inquiry.
func ask(q Question, by Asker, now time.Time) (Inquiry, error) {
	if q.Danger.IsZero() {
		return Inquiry{}, fault.At(fault.CodeInvalid, "/danger", "required")
	}
	if q.Reason.IsZero() {
		return Inquiry{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	return Inquiry{ID: id.NewEmergencyInquiry(), Asker: by, Danger: q.Danger, Reason: q.Reason, AskedAt: moment(now)}, nil
}

// open makes the second step, at one of the holders. An inquiry that is over is not there any more.
func (i Inquiry) open(unit id.Unit, reason person.Text, now time.Time) (Access, error) {
	if now.Before(i.AskedAt) || !now.Before(i.AskedAt.Add(openFor)) {
		return Access{}, fault.New(fault.CodeNotFound)
	}
	if reason.IsZero() {
		return Access{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	for _, h := range i.Holders {
		if h.Unit == unit {
			now = moment(now)
			return Access{
				ID: id.NewEmergencyAccess(), Inquiry: i.ID, Asker: i.Asker, Child: i.Child, Holder: unit, HolderClass: h.Class, Danger: i.Danger,
				Reason: reason, OpenedAt: now, OpensUntil: now.Add(openFor), ReviewDueOn: workday.After(civil.Of(now), h.ReviewDays),
			}, nil
		}
	}
	return Access{}, fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
}

// Access is the second step: what one unit holds about a child, open to one person.
type Access struct {
	ID      id.EmergencyAccess
	Inquiry id.EmergencyInquiry
	Asker
	Name        person.Text // of who opened
	Child       id.Person   // nobody for readers who see no content; so is the reason
	Holder      id.Unit
	HolderClass access.Class
	Danger      Danger
	Reason      person.Text
	OpenedAt    time.Time
	OpensUntil  time.Time
	ReviewDueOn civil.Date
	Reviews     []Review
}

// isOpen tells whether it is still open.
func (a Access) isOpen(now time.Time) bool {
	return !now.Before(a.OpenedAt) && now.Before(a.OpensUntil)
}

// IsOverdue tells whether nobody has reviewed it in time.
func (a Access) IsOverdue(today civil.Date) bool {
	return len(a.Reviews) == 0 && today.After(a.ReviewDueOn)
}

// Review is what somebody else than the one who opened found.
type Review struct {
	ID         id.EmergencyReview
	Access     id.EmergencyAccess
	Person     id.Person
	Name       person.Text
	Unit       id.Unit
	Verdict    Verdict
	Note       person.Text // for the reviewer's unit alone
	ReviewedAt time.Time
}

// Finding is what is said in a review.
type Finding struct {
	Verdict Verdict
	Note    person.Text
}

// review makes a review. Nobody reviews what they have opened, whatever they act as.
func (a Access) review(f Finding, by access.Actor, now time.Time) (Review, error) {
	switch {
	case by.Person() == a.Person:
		return Review{}, fault.New(fault.CodeDenied)
	case f.Verdict.IsZero():
		return Review{}, fault.At(fault.CodeInvalid, "/verdict", "required")
	case f.Note.IsZero():
		return Review{}, fault.At(fault.CodeInvalid, "/note", "required")
	}
	return Review{
		ID: id.NewEmergencyReview(), Access: a.ID, Person: by.Person(), Name: person.NewText(by.Name()), Unit: by.Unit(), Verdict: f.Verdict,
		Note: f.Note, ReviewedAt: moment(now),
	}, nil
}

// moment is an instant as it is kept: to the microsecond, in UTC.
func moment(now time.Time) time.Time { return now.UTC().Truncate(time.Microsecond) }
