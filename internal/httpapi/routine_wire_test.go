package httpapi

import (
	"testing"

	"samplan/internal/id"
	"samplan/internal/plan"
	"samplan/internal/routine"
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
	wantWhole(t, w, map[string]string{"RoutineProfile.Roles.UnitClasses": "anybody can be a leader"})
	wantDistinct(t, w)
	if len(w.Terms) != len(routine.Terms) || len(w.Deadlines) != len(routine.Kinds.Values()) || len(w.Forms) != len(routine.Respondents) {
		t.Errorf("%d terms, %d deadlines, %d forms", len(w.Terms), len(w.Deadlines), len(w.Forms))
	}
	s := newSheet(t)
	suggested := coordinatorSuggestion(filled[plan.Suggestion](&s.filler))
	wantWhole(t, suggested, nil)
	wantDistinct(t, suggested)
	words := planWords(&v)
	wantWhole(t, words, nil)
	wantDistinct(t, words)
	row := routineRow(filled[routine.Summary](&s.filler))
	wantWhole(t, row, nil)
	wantDistinct(t, row)
	c := routineChoice(filled[routine.Choice](&s.filler))
	wantWhole(t, c, nil)
	wantDistinct(t, c)
}
