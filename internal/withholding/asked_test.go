package withholding

import (
	"testing"

	"samplan/internal/fault"
	"samplan/internal/person"
)

func TestR27Assess(t *testing.T) {
	t.Parallel()
	asked := Withholding{Asked: true, DecidedBy: lo, DecidedOn: today}
	ended, assessed, staffs := asked, asked, asked
	ended.EndedOn, assessed.AssessedOn, staffs.Asked = today, today, false
	for _, c := range []struct {
		name string
		w    Withholding
		why  person.Text
		code fault.Code
	}{
		{"what a child asked", asked, why, fault.Code{}},
		{"without a reason", asked, person.Text{}, fault.CodeReasonRequired},
		{"what has ended", ended, why, fault.CodeEnded},
		{"twice", assessed, why, fault.CodeAnswered},
		{"what staff decided", staffs, why, fault.CodeAnswered},
	} {
		before := c.w
		err := c.w.Assess(karin, c.why, today)
		if c.code != (fault.Code{}) {
			if fault.Of(err).Code != c.code || c.w.Tag() != before.Tag() {
				t.Errorf("%s: want %s, got %v", c.name, c.code, err)
			}
			continue
		}
		if err != nil || c.w.AssessedBy != karin || c.w.AssessedOn != today || c.w.Tag() == before.Tag() {
			t.Errorf("%s: %v, %+v", c.name, err, c.w)
		}
		if err := c.w.End(karin, why, today); err != nil || c.w.Tag() == before.Tag() {
			t.Errorf("%s: what is assessed can end: %v", c.name, err)
		}
	}
}
