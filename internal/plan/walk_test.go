package plan_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// lacking tells which fault a step meets when what it presupposes does not hold, written independently of the table under
// test; a step that is not here presupposes nothing.
func lacking(from, to string, f plan.Facts) (code fault.Code) {
	whole := func() fault.Code {
		switch {
		case len(f.Missing) > 0:
			return fault.CodePlanIncomplete
		case !f.Confirmed:
			return fault.CodeNotConfirmed
		}
		return fault.Code{}
	}
	switch to {
	case "preparing":
		if !f.ConsentInForce {
			return fault.CodeConsentNeeded
		}
	case "called":
		if !f.CallSent {
			return fault.CodeCallNeeded
		}
	case "met":
		if !f.MeetingHeld {
			return fault.CodeMeetingNeeded
		}
	case "established":
		return whole()
	case "following-up":
		if from == "revised" {
			return whole()
		}
		if !f.FollowedUp {
			return fault.CodeNotFollowedUp
		}
	case "closed":
		if len(f.Unfinished) > 0 {
			return fault.CodePlanUnfinished
		}
	}
	return code
}

func drawFacts(t *rapid.T) plan.Facts {
	// Mostly things are in order, or few walks would come far.
	holds := func(what string) bool { return rapid.IntRange(0, 4).Draw(t, what) > 0 }
	f := plan.Facts{ConsentInForce: holds("consent"), Confirmed: holds("confirmed"), FollowedUp: holds("followed up"), CallSent: holds("called"), MeetingHeld: holds("met")}
	if !holds("whole") {
		f.Missing = lacks("/interventions", "required")
	}
	if !holds("finished") {
		f.Unfinished = lacks("/goals", "not-evaluated")
	}
	return f
}

// TestNoPathOutsideTheTableR42 walks at random: no sequence of steps reaches a status, or skips a condition, that the
// table forbids; what is refused changes nothing, and a plan keeps the days that its steps have set.
func TestNoPathOutsideTheTableR42(t *testing.T) {
	t.Parallel()
	names := slices.Concat(process, []string{"revised", "closed"}, exits)
	reached := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		p := plan.Plan{Status: plan.Noted, CreatedOn: today, Version: 1}
		for n := range 30 {
			was, f := p, drawFacts(t)
			// Mostly it goes on along the process, or most walks would end at once.
			to := rapid.SampledFrom(names).Draw(t, "to")
			if rapid.IntRange(0, 9).Draw(t, "goes on") > 0 {
				to = rapid.SampledFrom(after(p.Status.String())).Draw(t, "next")
			}
			s := plan.Step{To: plan.Statuses.Must(to), On: today.AddDays(n), Reason: person.NewText("skäl")}
			if to == "declined" {
				s.DeclinedBy = plan.Decliners.Must("family")
			}
			err := p.Take(&s, f, today.AddDays(n))
			reached[p.Status.String()]++
			checkStep(t, was, p, &s, f, err)
		}
	})
	for _, name := range names {
		if reached[name] == 0 {
			t.Errorf("no walk came to %s", name)
		}
	}
}

// after gives where the process goes on from a status.
func after(from string) []string {
	if more, ok := onwards[from]; ok {
		return more
	}
	if at := slices.Index(process, from); at >= 0 && at+1 < len(process) {
		return process[at+1 : at+2]
	}
	return exits
}

func checkStep(t *rapid.T, was, is plan.Plan, s *plan.Step, f plan.Facts, err error) {
	from, to := was.Status.String(), s.To.String()
	want := lacking(from, to, f)
	if !mayGo(from, to) {
		want = fault.CodeStatusStep
	}
	if want != (fault.Code{}) {
		if !fault.Has(err, want) || is != was {
			t.Fatalf("%s to %s with %+v: want %s and no change, got %v and %+v", from, to, f, want, err, is)
		}
		return
	}
	if err != nil || is.Status != s.To || is.Version != was.Version+1 || s.From != was.Status {
		t.Fatalf("%s to %s: %v, plan %+v, step %+v", from, to, err, is, s)
	}
	day := func(to plan.Status, was, is civil.Date) {
		if want := (map[bool]civil.Date{true: s.On, false: was})[s.To == to]; is != want {
			t.Fatalf("%s to %s: want the day of %s to be %s, got %s", from, s.To, to, want, is)
		}
	}
	day(plan.Informed, was.InformedOn, is.InformedOn)
	day(plan.Established, was.EstablishedOn, is.EstablishedOn)
}
