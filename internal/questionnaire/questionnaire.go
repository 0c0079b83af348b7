package questionnaire

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type stateSet struct{}

// State is where a version stands.
//
//	draft → published → retired
type State = enum.Value[stateSet]

var (
	// States are in order.
	States = enum.Of[stateSet]("draft", "published", "retired")

	Draft     = States.Must("draft")
	Published = States.Must("published")
	Retired   = States.Must("retired")
)

// Content is what a version says.
type Content struct {
	Languages []string
	Category  Category
	Titles    Words
	Fields    []Field
}

// Questionnaire is one version.
type Questionnaire struct {
	ID        id.Questionnaire
	Principal id.Principal
	Code      string
	Number    int
	State     State
	Content   Content
	Published civil.Date
	Retired   civil.Date
	Version   int
}

// New drafts the version after the last one of its code.
func New(code string, c Content, last int) (Questionnaire, error) {
	return Questionnaire{ID: id.NewQuestionnaire(), Code: code, Number: last + 1, State: Draft, Content: c, Version: 1}, c.check()
}

// Change replaces what a draft says.
func (q *Questionnaire) Change(c Content) error {
	if q.State != Draft {
		return fault.New(fault.CodeNotADraft)
	}
	q.Content = c
	q.Version++
	return c.check()
}

// Publish puts a draft to use. That it retires the version before it is the store's to do.
func (q *Questionnaire) Publish(today civil.Date) error {
	if q.State != Draft {
		return fault.New(fault.CodeNotADraft)
	}
	q.State, q.Published = Published, today
	q.Version++
	return nil
}

// Retire takes a published version out of use.
func (q *Questionnaire) Retire(today civil.Date) error {
	if q.State != Published {
		return fault.New(fault.CodeNotPublished)
	}
	q.State, q.Retired = Retired, today
	q.Version++
	return nil
}

// Tag names this state of the version.
func (q *Questionnaire) Tag() string { return strconv.Itoa(q.Version) }
