package httpapi

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/phrase"
	"samplan/internal/plan"
	"samplan/internal/routine"
	"samplan/internal/survey"

	"samplan/internal/httpapi/wire"
)

// TestNothingIsLostOfARoutineProfile maps the fullest of those that are built in, with no number that is none.
func TestNothingIsLostOfARoutineProfile(t *testing.T) {
	t.Parallel()
	all, err := routine.BuiltIns()
	if err != nil {
		t.Fatal(err)
	}
	v, _ := routine.Among(all)(routine.Base{Code: "kronobarn", Version: 1})
	v.Principal = id.NewPrincipal()
	v.Profile.Ages.ChildSeesFrom.Number, v.Profile.ConsentAges[0].FromAge, v.Profile.Coordination.ByAge[0].FromAge = 1, 2, 3
	w := routineWire(&v)
	wantWhole(t, w, map[string]string{
		"RoutineProfile.Roles.UnitClasses": "anybody can be a leader", "RoutineProfile.Forms.Questions.EasySwedish": "those to the child are easy as they are",
	})
	wantDistinct(t, w)
	if len(w.Terms) != len(routine.Terms) || len(w.Deadlines) != len(routine.Kinds.Values()) || len(w.Forms) != len(routine.Respondents) {
		t.Errorf("%d terms, %d deadlines, %d forms", len(w.Terms), len(w.Deadlines), len(w.Forms))
	}
	s := newFullPlan(t)
	suggested := coordinatorSuggestion(filled[plan.Suggestion](&s.filler))
	wantWhole(t, suggested, nil)
	wantDistinct(t, suggested)
	deadline := planDeadline(filled[plan.Deadline](&s.filler))
	wantWhole(t, deadline, nil)
	wantDistinct(t, deadline)
	reason := deadlineReason(filled[plan.DeadlineReason](&s.filler))
	wantWhole(t, reason, nil)
	wantDistinct(t, reason)
	words := planWords(&v)
	wantWhole(t, words, nil)
	wantDistinct(t, words)
	asked := survey.Survey{
		Meeting: id.NewMeeting(), Plan: id.NewPlan(), Respondent: survey.Respondents.Must("guardian"), ClosedOn: civil.MustParse("2026-03-02"), Routine: v, IsTaken: true,
	}
	shown := surveyWire(asked, asked.ClosedOn)
	wantWhole(t, shown, map[string]string{"Survey.Questions.Choices": "none for text"})
	wantDistinct(t, shown)
	result := s.karin.surveyResult(survey.Result{
		Unit: s.view.LeadUnit, Period: civil.MustParse("2026-01-01"), Respondent: asked.Respondent, Routine: v, Answered: 7,
		Questions: []survey.Told{{Question: v.Profile.Forms["staff"].Questions[0], Answers: []survey.Times{{Answer: "low", Times: 7}}}},
	})
	wantWhole(t, result, nil)
	wantDistinct(t, result)
	row := routineRow(filled[routine.Summary](&s.filler))
	wantWhole(t, row, nil)
	wantDistinct(t, row)
	c := routineChoice(filled[routine.Choice](&s.filler))
	wantWhole(t, c, nil)
	wantDistinct(t, c)
}

func TestNothingIsLostOfAFamilysDeadline(t *testing.T) {
	t.Parallel()
	mine := filled[plan.Deadline](&filler{})
	mine.Kind = routine.FollowUp
	told := myPlanDeadline(mine)
	wantWhole(t, told, nil)
	wantDistinct(t, told)
	for _, p := range plan.Progresses.Values() {
		if inWords(phrase.Swedish, wire.PlanDeadlineState(p.String())) == "" {
			t.Errorf("%s has no words", p)
		}
	}
}
