package httpapi

import (
	"testing"

	"samplan/internal/questionnaire"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAQuestionnaire(t *testing.T) {
	t.Parallel()
	q := filled[questionnaire.Questionnaire](&filler{})
	q.Content.Category, q.State = questionnaire.Categories.Must("health"), questionnaire.Published
	for n := range q.Content.Fields {
		q.Content.Fields[n].Kind = questionnaire.Choice
	}
	w := questionnaireOf(q)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	for n := range w.Fields {
		w.Fields[n].Kind = wire.QuestionnaireFieldKindChoice
	}
	back, err := questionnaireContent(w.Languages, w.Category, w.Titles, w.Fields)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, back, nil)
	if _, err := questionnaireContent(w.Languages, "participation", w.Titles, w.Fields); err == nil {
		t.Error("a category about which nobody is asked")
	}
}
