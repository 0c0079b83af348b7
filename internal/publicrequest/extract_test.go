package publicrequest

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

func TestTheTermsOfExtractsAreWhole(t *testing.T) {
	t.Parallel()
	terms, err := ReadTerms()
	if err != nil {
		t.Fatal(err)
	}
	if terms.AnswerWithinMonths != 1 || terms.Paragraph == "" {
		t.Errorf("%+v", terms)
	}
	for _, c := range access.Classes {
		if p, ok := terms.PurposeOf(c.String()); !ok || p.Code == "" || p.Law == "" || p.Ground == "" {
			t.Errorf("%s: %+v", c, p)
		}
	}
	if _, ok := terms.PurposeOf("nothing"); ok {
		t.Error("a class that is none has a purpose")
	}
}

// TestAnExtractIsExtendedByTheRoutine: once, in time, with a reason, and by no more than the routine says.
func TestAnExtractIsExtendedByTheRoutine(t *testing.T) {
	t.Parallel()
	profile := func(length int) *routine.Profile {
		return &routine.Profile{Deadlines: map[string]routine.Deadline{"extract-extension": {Length: length, Unit: routine.Months, OnFreeDay: routine.Stays}}}
	}
	reason := person.NewText("many systems")
	asked := func() Request {
		return newExtract(Draft{Unit: id.NewUnit()}, Terms{AnswerWithinMonths: 1}, civil.MustParse("2020-12-31"))
	}
	for _, c := range []struct {
		name   string
		p      *routine.Profile
		change func(*Request)
		reason person.Text
		today  string
		code   fault.Code
		until  string
	}{
		{"on the last day", profile(2), nil, reason, "2021-01-31", fault.Code{}, "2021-03-31"},
		{"by as much as the routine says", profile(1), nil, reason, "2021-01-01", fault.Code{}, "2021-02-28"},
		{"a day too late", profile(2), nil, reason, "2021-02-01", fault.CodeTooLate, "2021-01-31"},
		{"by a routine from before", &routine.Profile{}, nil, reason, "2021-01-01", fault.CodeTooLate, "2021-01-31"},
		{"without a reason", profile(2), nil, person.Text{}, "2021-01-01", fault.CodeReasonRequired, "2021-01-31"},
		{"when it is decided", profile(2), func(r *Request) { r.State = Decided }, reason, "2021-01-01", fault.CodeAnswered, "2021-01-31"},
		{"twice", profile(2), func(r *Request) { r.Subject.Extension.On = today }, reason, "2021-01-01", fault.CodeDuplicate, "2021-01-31"},
		{"of a request for documents", profile(2), func(r *Request) { r.Subject.Child = id.Person{} }, reason, "2021-01-01", fault.CodeDenied, "2021-01-31"},
	} {
		r := asked()
		r.Subject.Child = karin
		if c.change != nil {
			c.change(&r)
		}
		before := r.Version
		err := r.Extend(c.reason, c.p, civil.MustParse(c.today))
		if c.code != (fault.Code{}) && (!fault.Has(err, c.code) || r.Version != before) || c.code == (fault.Code{}) && (err != nil || r.Version != before+1) {
			t.Errorf("%s: %v", c.name, err)
		}
		if r.Subject.AnswerBy.String() != c.until {
			t.Errorf("%s: until %s", c.name, r.Subject.AnswerBy)
		}
	}
}

// TestAnExtractIsDecidedWithoutARefusal: with something withheld, and with nothing at all, there is none to be told of.
func TestAnExtractIsDecidedWithoutARefusal(t *testing.T) {
	t.Parallel()
	asked := func(items ...Listed) Request {
		r := newExtract(Draft{Unit: id.NewUnit(), Child: id.NewPerson()}, Terms{AnswerWithinMonths: 1}, civil.MustParse("2021-01-31"))
		r.Listed = items
		return r
	}
	if got := asked(); got.Subject.AnswerBy != civil.MustParse("2021-02-28") || got.Subject.IsOwn || got.Text.IsZero() {
		t.Errorf("%+v", got)
	}
	refused := listed("Lo is here")
	refused.Assessment = Assessment{Outcome: Refused, Of: "1"}
	for _, items := range [][]Listed{nil, {refused}} {
		r := asked(items...)
		if err := r.Decide(why, karin, today); !fault.Has(err, fault.CodeInvalid) {
			t.Errorf("refused: %v", err)
		}
		if err := r.Decide(Refusal{}, karin, today); err != nil || r.State != Decided {
			t.Errorf("decided: %v", err)
		}
	}
}
