package inforequest

import (
	"strings"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/questionnaire"
)

func TestR51AnswersFitTheirQuestions(t *testing.T) {
	t.Parallel()
	options := []questionnaire.Option{{Code: "a"}, {Code: "b"}}
	fields := []questionnaire.Field{
		{Code: "text", Kind: questionnaire.Text},
		{Code: "long", Kind: questionnaire.LongText},
		{Code: "number", Kind: questionnaire.Number},
		{Code: "date", Kind: questionnaire.Date},
		{Code: "yes", Kind: questionnaire.YesNo},
		{Code: "one", Kind: questionnaire.Choice, Options: options},
		{Code: "some", Kind: questionnaire.Choices, Options: options},
	}
	for _, c := range []struct {
		code   string
		values []string
		fits   bool
	}{
		{"text", []string{strings.Repeat("å", 200)}, true},
		{"text", []string{strings.Repeat("å", 201)}, false},
		{"text", []string{"a", "b"}, false},
		{"text", nil, false},
		{"long", []string{strings.Repeat("å", 4000)}, true},
		{"long", []string{strings.Repeat("å", 4001)}, false},
		{"number", []string{"-12,5"}, true},
		{"number", []string{"1e9"}, false},
		{"number", []string{"=1+1"}, false},
		{"date", []string{"2024-02-29"}, true},
		{"date", []string{"2023-02-29"}, false},
		{"yes", []string{"no"}, true},
		{"yes", []string{"maybe"}, false},
		{"one", []string{"a"}, true},
		{"one", []string{"a", "b"}, false},
		{"one", []string{"c"}, false},
		{"some", []string{"b", "a"}, true},
		{"some", []string{"a", "a"}, false},
		{"some", []string{"a", "c"}, false},
	} {
		code := fault.CodeInvalid
		if c.fits {
			code = fault.Code{}
		}
		wants(t, c.code+" "+strings.Join(c.values, "|"), fits(fields, []Answer{{c.code, c.values}}), code, "/answers/0/values")
	}
	wants(t, "no such question", fits(fields, []Answer{{"yes", []string{"no"}}, {"other", []string{"a"}}}), fault.CodeInvalid, "/answers/1/code")
	wants(t, "twice", fits(fields, []Answer{{"yes", []string{"no"}}, {"yes", []string{"no"}}}), fault.CodeInvalid, "/answers/1/code")
	wants(t, "nothing yet", fits(fields, nil), fault.Code{}, "")
}
