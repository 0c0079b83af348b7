package consent

import (
	"testing"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	away = person.NewText("away at sea; the child starts on Monday")
	none = person.Text{}
)

func TestRecord(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name    string
		consent Consent
		answer  Answer
		change  func(*Consent)
		code    fault.Code
		pointer string
	}{
		{"a guardian says yes", jointly(), Answer{amir, Given, none, unsigned}, nil, fault.Code{}, ""},
		{"a guardian says no", jointly(Given), Answer{eva, Refused, none, unsigned}, nil, fault.Code{}, ""},
		{"the child says yes on its last day", jointly(), Answer{lo, Given, none, unsigned}, func(c *Consent) { c.ValidTo = today }, fault.Code{}, ""},
		{"R14: one guardian is hindered beside another", jointly(Given), Answer{eva, Hindered, away, unsigned}, nil, fault.Code{}, ""},
		{"R14: hindered before the other has answered", jointly(), Answer{eva, Hindered, away, unsigned}, nil, fault.Code{}, ""},
		{"R14: hindered without a reason", jointly(Given), Answer{eva, Hindered, none, unsigned}, nil, fault.CodeReasonRequired, "/reason"},
		{"R14: both hindered", jointly(Hindered), Answer{eva, Hindered, away, unsigned}, nil, fault.CodeInvalid, "/answer"},
		{"R14: the only guardian hindered", jointly(), Answer{amir, Hindered, away, unsigned}, func(c *Consent) { c.Givers = []Giver{c.Givers[0], c.Givers[2]} }, fault.CodeInvalid, "/answer"},
		{"R14: the child is never hindered", jointly(Given, Given), Answer{lo, Hindered, away, unsigned}, nil, fault.CodeInvalid, "/answer"},
		{"pending is no answer", jointly(), Answer{amir, Pending, none, unsigned}, nil, fault.CodeInvalid, "/answer"},
		{"nothing is no answer", jointly(), Answer{amir, Choice{}, none, unsigned}, nil, fault.CodeInvalid, "/answer"},
		{"somebody who was not asked", jointly(), Answer{id.NewPerson(), Given, none, unsigned}, nil, fault.CodeInvalid, "/personId"},
		{"answered twice", jointly(Given), Answer{amir, Refused, none, unsigned}, nil, fault.CodeAnswered, ""},
		{"R17: after withdrawal", jointly(), Answer{amir, Given, none, unsigned}, func(c *Consent) { c.WithdrawnOn = today }, fault.CodeConsentEnded, ""},
		{"R18: after its last day", jointly(), Answer{amir, Given, none, unsigned}, func(c *Consent) { c.ValidTo = today.AddDays(-1) }, fault.CodeConsentEnded, ""},
		{"staff do not answer for one who signs in", jointly(), Answer{amir, Given, none, unsigned}, func(c *Consent) { c.Form = ByEID }, fault.CodeDenied, ""},
		{"a unit that has moved does not speak for its former domain", jointly(), Answer{amir, Given, none, unsigned}, func(c *Consent) { c.Scopes[0].From = health }, fault.CodeConsentDomain, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.change != nil {
				c.change(&c.consent)
			}
			err := c.consent.Record(c.answer, karin.Branch, today)
			said(t, err, c.code, c.pointer)
			checkAnswer(t, c.consent, c.answer, err)
		})
	}
}

// checkAnswer: what was taken is kept with its day, and a refused answer leaves everything as it was.
func checkAnswer(t *testing.T, c Consent, a Answer, err error) {
	t.Helper()
	g := c.Giver(a.Person)
	if err != nil {
		if c.Version != 1 || (g != nil && !g.AnsweredOn.IsZero()) {
			t.Errorf("refused, yet changed: version %d, %v", c.Version, g)
		}
		return
	}
	if g.Answer != a.Choice || !g.Reason.Equal(a.Reason) || g.AnsweredOn != today || c.Version != 2 {
		t.Errorf("want %v on %s in version 2, got %v in version %d", a, today, *g, c.Version)
	}
}

func TestTake(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name    string
		consent Consent
		answer  Answer
		form    Form
		code    fault.Code
		pointer string
	}{
		{"yes by e-identification", jointly(), Answer{amir, Given, none, unsigned}, ByEID, fault.Code{}, ""},
		{"no by e-identification", jointly(), Answer{lo, Refused, none, unsigned}, ByEID, fault.Code{}, ""},
		{"yes in person where staff may record it too", jointly(), Answer{amir, Given, none, unsigned}, Forms.Must("oral"), fault.Code{}, ""},
		{"nobody is hindered and answers", jointly(), Answer{amir, Hindered, away, unsigned}, ByEID, fault.CodeInvalid, "/answer"},
		{"answered twice", jointly(Refused), Answer{amir, Given, none, unsigned}, ByEID, fault.CodeAnswered, ""},
		{"somebody who was not asked", jointly(), Answer{id.NewPerson(), Given, none, unsigned}, ByEID, fault.CodeInvalid, "/personId"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.consent.Form = c.form
			err := c.consent.Take(c.answer, today)
			said(t, err, c.code, c.pointer)
			checkAnswer(t, c.consent, c.answer, err)
		})
	}
}

func TestWithdraw(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name    string
		consent Consent
		by      id.Person
		change  func(*Consent)
		code    fault.Code
		pointer string
	}{
		{"R17: one of two who gave", jointly(Given, Given, Given), eva, nil, fault.Code{}, ""},
		{"R17: the child", jointly(Given, Given, Given), lo, nil, fault.Code{}, ""},
		{"R17: one who has not answered", jointly(), amir, nil, fault.Code{}, ""},
		{"R17: whatever the form", jointly(Given), amir, func(c *Consent) { c.Form = ByEID }, fault.Code{}, ""},
		{"R17: on its last day", jointly(Given), amir, func(c *Consent) { c.ValidTo = today }, fault.Code{}, ""},
		{"somebody who was not asked", jointly(Given), karin.Person, nil, fault.CodeInvalid, "/by"},
		{"twice", jointly(Given), amir, func(c *Consent) { c.WithdrawnOn = today }, fault.CodeConsentEnded, ""},
		{"after its last day", jointly(Given), amir, func(c *Consent) { c.ValidTo = today.AddDays(-1) }, fault.CodeConsentEnded, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.change != nil {
				c.change(&c.consent)
			}
			err := c.consent.Withdraw(c.by, away, today)
			said(t, err, c.code, c.pointer)
			if err != nil {
				if c.consent.Version != 1 || !c.consent.WithdrawnBy.IsZero() {
					t.Errorf("refused, yet changed: %v", c.consent)
				}
				return
			}
			v := View{Consent: c.consent, InForce: true}
			if v.State(today) != StateWithdrawn || v.WithdrawnOn != today || v.WithdrawnBy != c.by || !v.WithdrawalReason.Equal(away) || v.Version != 2 {
				t.Errorf("not withdrawn: %v", v)
			}
		})
	}
}
