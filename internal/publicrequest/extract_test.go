package publicrequest

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
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
