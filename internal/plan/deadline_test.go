package plan_test

import (
	"fmt"
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/plan"
	"samplan/internal/routine"
)

// TestR45CallsAreCounted: a call goes out in time for its meeting and is answered by the day that it was sent with.
func TestR45CallsAreCounted(t *testing.T) {
	t.Parallel()
	d := routine.Deadline{Length: 14, Unit: routine.CalendarDays, OnFreeDay: routine.Stays, SoonDays: 2}
	p := routine.Profile{Deadlines: map[string]routine.Deadline{"call-before-meeting": d, "reply-to-call": d}}
	day := civil.MustParse
	for name, c := range map[string]struct {
		call  plan.CallCourse
		today string
		want  []string
	}{
		"drafted":                {plan.CallCourse{}, "2021-03-01", nil},
		"drafted for a meeting":  {plan.CallCourse{Meeting: day("2021-03-20")}, "2021-03-01", []string{"call-before-meeting running 2021-03-06"}},
		"forgotten":              {plan.CallCourse{Meeting: day("2021-03-20")}, "2021-03-07", []string{"call-before-meeting breached 2021-03-06"}},
		"sent late":              {plan.CallCourse{Meeting: day("2021-03-20"), Sent: day("2021-03-07")}, "2021-03-07", []string{"call-before-meeting breached 2021-03-06"}},
		"by the day it was told": {plan.CallCourse{Sent: day("2021-03-01"), AnswerBy: day("2021-03-04")}, "2021-03-05", []string{"reply-to-call breached 2021-03-04"}},
		"answered": {
			plan.CallCourse{Sent: day("2021-03-01"), AnswerBy: day("2021-03-04"), Answered: day("2021-03-04")}, "2021-04-05", []string{"reply-to-call met 2021-03-04"},
		},
	} {
		var got []string
		for _, d := range (plan.Course{Calls: []plan.CallCourse{c.call}}).Deadlines(&p, day(c.today))[4:] {
			got = append(got, fmt.Sprint(d.Kind, " ", d.Progress, " ", d.Due))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

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
