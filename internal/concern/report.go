package concern

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type decisionSet struct{}

// Decision is whether an investigation was opened (SoL 20:2).
type Decision = enum.Value[decisionSet]

// Decisions are opened and not opened.
var Decisions = enum.Of[decisionSet]("opened", "not-opened")

// Report is a concern report as one of its two units sees it.
type Report struct {
	ID         id.Concern
	Child      id.Person
	Name       person.Name // as the sender knows it
	BirthDate  civil.Date
	Protection person.Protection
	From, To   id.Unit
	Author     id.Person
	AuthorName string
	Text       person.Text
	ReportedOn civil.Date
	SentOn     civil.Date
	CreatedAt  time.Time
	ReceivedOn civil.Date
	Decision   Decision
	DecidedOn  civil.Date
	Message    person.Text
	FeedbackOn civil.Date
	Version    int
	Handling   Handling // the receiver's own; zero for the sender
	Terms      Terms
}

// Handling is what the receiver does with a report.
type Handling struct {
	Handler     id.Person
	HandlerName string
	AssessedOn  civil.Date // the protective assessment
	Version     int        // 0 until somebody handles it
}

// Terms are the days that the receiving board has set.
type Terms struct{ Assess, Decide, Feedback int }

// Draft is a report before it is sent.
type Draft struct {
	To         id.Unit
	Text       person.Text
	ReportedOn civil.Date
}

// Sender is who reports, for which unit.
type Sender struct {
	Person id.Person
	Unit   id.Unit
}

// New makes the report about a child of the sender's own unit.
func New(c person.Child, d Draft, by Sender, today civil.Date, now time.Time) (Report, error) {
	switch {
	case d.To == by.Unit:
		return Report{}, fault.At(fault.CodeInvalid, "/toUnitId", "own-unit")
	case d.Text.IsZero():
		return Report{}, fault.At(fault.CodeInvalid, "/text", "required")
	case d.ReportedOn.IsZero():
		return Report{}, fault.At(fault.CodeInvalid, "/reportedOn", "required")
	case d.ReportedOn.After(today):
		return Report{}, fault.At(fault.CodeDates, "/reportedOn", "future")
	}
	return Report{
		ID: id.NewConcern(), Child: c.ID, Name: c.Name, BirthDate: c.BirthDate, From: by.Unit, To: d.To, Author: by.Person,
		Text: d.Text, ReportedOn: d.ReportedOn, SentOn: today, CreatedAt: now, Version: 1,
	}, nil
}

// AssessBy is the last day for the protective assessment (SoL 20:1).
func (r *Report) AssessBy() civil.Date { return r.SentOn.AddDays(r.Terms.Assess) }

// DecideBy is the last day for the decision whether to open an investigation (SoL 20:2).
func (r *Report) DecideBy() civil.Date { return r.SentOn.AddDays(r.Terms.Decide) }

// FeedbackBy is the last day for telling the reporter, counted from the decision (SoL 19:6); none before it.
func (r *Report) FeedbackBy() civil.Date {
	if r.DecidedOn.IsZero() {
		return civil.Date{}
	}
	return r.DecidedOn.AddDays(r.Terms.Feedback)
}

// Tag names this version of what the reader sees. What only the receiver sees does not move the sender's.
func (r *Report) Tag() string {
	if r.Handling.Version == 0 {
		return strconv.Itoa(r.Version)
	}
	return strconv.Itoa(r.Version) + "-" + strconv.Itoa(r.Handling.Version)
}
