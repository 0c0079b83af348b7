package consent

import "testing"

func TestState(t *testing.T) {
	t.Parallel()
	asIs := func(*View) {}
	cases := []struct {
		name    string
		answers []Choice
		inForce bool
		change  func(*View)
		want    State
	}{
		{"nobody has answered", nil, false, asIs, StatePending},
		{"R14: one guardian has answered", []Choice{Given, Pending, Given}, false, asIs, StatePending},
		{"R16: the child has not answered", []Choice{Given, Given, Pending}, false, asIs, StatePending},
		{"everybody said yes and it is in force", []Choice{Given, Given, Given}, true, asIs, StateLive},
		{"R14: one hindered and one yes, in force", []Choice{Given, Hindered, Given}, true, asIs, StateLive},
		{"one who need not answer any more has not, in force", []Choice{Given, Given, Pending}, true, asIs, StateLive},
		{"hindered guardians alone are no consent", []Choice{Hindered, Hindered, Hindered}, false, asIs, StatePending},
		{"one no outweighs every yes", []Choice{Given, Refused, Given}, false, asIs, StateRefused},
		{"one no counts before the others have answered", []Choice{Refused}, false, asIs, StateRefused},
		{"its first day is to come", []Choice{Given, Given, Given}, false, func(v *View) { v.ValidFrom = today.AddDays(1) }, StatePending},
		{"its first day is today", []Choice{Given, Given, Given}, true, func(v *View) { v.ValidFrom = today }, StateLive},
		{"its last day is today", []Choice{Given, Given, Given}, true, func(v *View) { v.ValidTo = today }, StateLive},
		{"R18: its last day was yesterday", []Choice{Given, Given, Given}, false, func(v *View) { v.ValidTo = today.AddDays(-1) }, StateExpired},
		{"R18: it ran out unanswered", nil, false, func(v *View) { v.ValidTo = today.AddDays(-1) }, StateExpired},
		{"R17: withdrawn today", []Choice{Given, Given, Given}, false, func(v *View) { v.WithdrawnOn = today }, StateWithdrawn},
		{"R17: withdrawn counts before expired", []Choice{Given, Given, Given}, false, func(v *View) { v.WithdrawnOn, v.ValidTo = today.AddDays(-3), today.AddDays(-1) }, StateWithdrawn},
		{"R17: withdrawn counts even if something says it is in force", []Choice{Given, Given, Given}, true, func(v *View) { v.WithdrawnOn = today }, StateWithdrawn},
		{"R20: all said yes and it is not in force: custody, maturity or age changed", []Choice{Given, Given, Given}, false, asIs, StateLapsed},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			v := View{Consent: jointly(c.answers...), InForce: c.inForce}
			c.change(&v)
			if got := v.State(today); got != c.want {
				t.Errorf("want %s, got %s", c.want, got)
			}
		})
	}
}
