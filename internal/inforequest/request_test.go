package inforequest

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/questionnaire"
)

var (
	today       = civil.MustParse("2026-03-02")
	lena, mikko = id.NewPerson(), id.NewPerson()
	said        = person.NewText("ask another")
	none        = person.Text{}
)

// sent is a request with one question that must be answered and one that need not.
func sent() Request {
	r := Request{ID: id.NewInformationRequest(), State: Sent, DueOn: today, Version: 1}
	r.Questionnaire.Content.Fields = []questionnaire.Field{
		{Code: "attends", Kind: questionnaire.YesNo, IsRequired: true}, {Code: "words", Kind: questionnaire.Text},
	}
	return r
}

func assigned() Request {
	r := sent()
	r.Handling = Handling{Owner: lena, Version: 1}
	return r
}

func wants(t *testing.T, name string, err error, code fault.Code, pointer string) {
	t.Helper()
	if code == (fault.Code{}) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return
	}
	f := fault.Of(err)
	if err == nil || f.Code != code || pointer != "" && (len(f.Fields) != 1 || f.Fields[0].Pointer != pointer) {
		t.Errorf("%s: want %s at %q, got %v", name, code, pointer, err)
	}
}

// TestR51OverIsOver: what has ended in one way ends in no other, and nothing is done with it any more.
func TestR51OverIsOver(t *testing.T) {
	t.Parallel()
	for state, code := range map[State]fault.Code{Answered: fault.CodeAnswered, Declined: fault.CodeAnswered, Withdrawn: fault.CodeWithdrawn} {
		for name, do := range map[string]func(*Request) error{
			"assign":   func(r *Request) error { return r.Assign(Assignment{Owner: lena}, today) },
			"write":    func(r *Request) error { return r.Write(nil, none) },
			"refuse":   func(r *Request) error { return r.Refuse(notKnown, none, today) },
			"withdraw": func(r *Request) error { return r.Withdraw(today) },
			"answer":   func(r *Request) error { _, err := r.Answer(Basis{}, Wall{IsOpen: true}, nil, today); return err },
		} {
			r := assigned()
			r.State = state
			before := r.Tag()
			wants(t, state.String()+", "+name, do(&r), code, "")
			if r.State != state || r.Tag() != before {
				t.Errorf("%s, %s: refused, yet changed", state, name)
			}
		}
	}
}

func TestR51Assign(t *testing.T) {
	t.Parallel()
	day := today.AddDays
	for _, c := range []struct {
		name    string
		a       Assignment
		code    fault.Code
		pointer string
	}{
		{"a task owner", Assignment{Owner: lena}, fault.Code{}, ""},
		{"with a substitute in the summer", Assignment{lena, mikko, day(100), day(130)}, fault.Code{}, ""},
		{"away for a day, today", Assignment{lena, mikko, today, today}, fault.Code{}, ""},
		{"a substitute without days", Assignment{Owner: lena, Substitute: mikko}, fault.CodeInvalid, "/substituteId"},
		{"days without a substitute", Assignment{Owner: lena, AwayFrom: day(1), AwayTo: day(2)}, fault.CodeInvalid, "/substituteId"},
		{"in for oneself", Assignment{lena, lena, day(1), day(2)}, fault.CodeInvalid, "/substituteId"},
		{"back before one goes", Assignment{lena, mikko, day(2), day(1)}, fault.CodeDates, "/awayTo"},
		{"back already", Assignment{lena, mikko, day(-9), day(-1)}, fault.CodeDates, "/awayTo"},
		{"nobody knows from when", Assignment{lena, mikko, civil.Date{}, day(1)}, fault.CodeDates, "/awayTo"},
	} {
		r := sent()
		err := r.Assign(c.a, today)
		wants(t, c.name, err, c.code, c.pointer)
		if (err == nil) != (r.Handling.Version == 1 && r.Handling.Owner == c.a.Owner && r.Handling.Substitute == c.a.Substitute) {
			t.Errorf("%s: %+v", c.name, r.Handling)
		}
	}
}

func TestR51WriteNeedsATaskOwner(t *testing.T) {
	t.Parallel()
	r := sent()
	wants(t, "nobody's task", r.Write([]Answer{{"words", []string{"a"}}}, said), fault.CodeNoTaskOwner, "")
	r = assigned()
	wants(t, "half", r.Write([]Answer{{"words", []string{"a"}}}, said), fault.Code{}, "")
	if len(r.Handling.Draft) != 1 || !r.Handling.Note.Equal(said) || r.State != Sent || len(r.Answers) != 0 {
		t.Errorf("%+v", r)
	}
}

// TestR51RefuseTellsNoMore: that a child is not known is said without a word (R25); another reason is given.
func TestR51RefuseTellsNoMore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		why     Decline
		text    person.Text
		code    fault.Code
		pointer string
	}{
		{"not known", notKnown, none, fault.Code{}, ""},
		{"not known, and more", notKnown, said, fault.CodeInvalid, "/text"},
		{"the wrong unit", Declines.Must("wrong-unit"), said, fault.Code{}, ""},
		{"no ground", Declines.Must("no-ground"), none, fault.Code{}, ""},
		{"another reason", otherReason, said, fault.Code{}, ""},
		{"another reason that is not told", otherReason, none, fault.CodeReasonRequired, "/text"},
	} {
		r := assigned()
		err := r.Refuse(c.why, c.text, today)
		wants(t, c.name, err, c.code, c.pointer)
		if (err == nil) != (r.State == Declined && r.Decline == c.why && r.EndedOn == today) {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

func TestR51AnswerIsWholeAndOpen(t *testing.T) {
	t.Parallel()
	whole, half := []Answer{{"attends", []string{"no"}}}, []Answer{{"words", []string{"a"}}}
	for _, c := range []struct {
		name  string
		draft []Answer
		wall  Wall
		code  fault.Code
	}{
		{"whole, and open", whole, Wall{IsOpen: true}, fault.Code{}},
		{"half", half, Wall{IsOpen: true}, fault.CodeNotWhole},
		{"nothing", nil, Wall{IsOpen: true}, fault.CodeNotWhole},
		{"nothing opens the wall back", whole, Wall{}, fault.CodeNothingOpens},
	} {
		r := assigned()
		r.Handling.Draft = c.draft
		_, err := r.Answer(Basis{}, c.wall, nil, today)
		wants(t, c.name, err, c.code, "")
		if (err == nil) != (r.State == Answered && len(r.Answers) == len(c.draft)) || err != nil && len(r.Answers) != 0 {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
	r := assigned()
	r.Handling.Draft = whole
	_, err := r.Answer(Basis{Ground: access.GeneralClause}, Wall{IsOpen: true}, nil, today)
	wants(t, "a ground without a reason", err, fault.CodeReasonRequired, "/groundReason")
}

func TestR51Overdue(t *testing.T) {
	t.Parallel()
	r := sent()
	if r.IsOverdue(today) || !r.IsOverdue(today.AddDays(1)) {
		t.Error("it is late from the day after")
	}
	if r.State = Answered; r.IsOverdue(today.AddDays(1)) {
		t.Error("what is answered is not late")
	}
}
