package plan_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/plan"
	"samplan/internal/routine"
)

func TestR45CourseCounts(t *testing.T) {
	t.Parallel()
	d := func(length, soon int) routine.Deadline {
		return routine.Deadline{Length: length, Unit: routine.CalendarDays, OnFreeDay: routine.Stays, SoonDays: soon}
	}
	p := routine.Profile{Deadlines: map[string]routine.Deadline{"start-of-work": d(10, 2), "meeting-held": d(21, 5), "plan-sent": d(7, 1), "follow-up": d(90, 14)}}
	day := civil.MustParse
	noted := day("2021-03-01")
	for name, c := range map[string]struct {
		course plan.Course
		today  string
		want   map[string]string
	}{
		"noted":      {plan.Course{Noted: noted}, "2021-03-02", map[string]string{"start-of-work": "running", "meeting-held": "not-begun", "plan-sent": "not-begun", "follow-up": "not-begun"}},
		"nearly":     {plan.Course{Noted: noted}, "2021-03-10", map[string]string{"start-of-work": "due-soon"}},
		"forgotten":  {plan.Course{Noted: noted}, "2021-03-12", map[string]string{"start-of-work": "breached"}},
		"begun late": {plan.Course{Noted: noted, Begun: day("2021-03-12")}, "2021-03-12", map[string]string{"start-of-work": "breached"}},
		"met and not sent": {
			plan.Course{Noted: noted, Begun: noted, Called: noted, Met: day("2021-03-20"), LastMet: day("2021-03-20")},
			"2021-03-28",
			map[string]string{"start-of-work": "met", "meeting-held": "met", "plan-sent": "breached", "follow-up": "not-begun"},
		},
		"stands, and was followed up": {
			plan.Course{Noted: noted, Begun: noted, Established: noted, FollowedUp: day("2021-06-01"), Stands: true}, "2021-06-15", map[string]string{"follow-up": "running"},
		},
		"stands, and was forgotten": {plan.Course{Noted: noted, Begun: noted, Established: noted, Stands: true}, "2021-05-31", map[string]string{"follow-up": "breached"}},
		"is over":                   {plan.Course{Noted: noted, IsOver: true}, "2022-03-02", map[string]string{"start-of-work": "", "follow-up": ""}},
	} {
		got := map[string]string{}
		for _, d := range c.course.Deadlines(&p, day(c.today)) {
			got[d.Kind.String()] = d.Progress.String()
		}
		for kind, want := range c.want {
			if got[kind] != want {
				t.Errorf("%s: %s is %q, want %q", name, kind, got[kind], want)
			}
		}
	}
}
