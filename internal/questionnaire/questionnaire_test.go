package questionnaire_test

import (
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/questionnaire"
)

var today = civil.MustParse("2026-03-02")

func both(text string) questionnaire.Words {
	return questionnaire.Words{{Language: "sv", Text: text}, {Language: "en", Text: text}}
}

// content asks one question of each kind.
func content() questionnaire.Content {
	c := questionnaire.Content{Languages: []string{"sv", "en"}, Category: questionnaire.Categories.Must("schooling"), Titles: both("a")}
	for _, k := range questionnaire.Kinds.Values() {
		f := questionnaire.Field{Code: k.String(), Kind: k, Words: both("b")}
		if k == questionnaire.Choice || k == questionnaire.Choices {
			f.Options = []questionnaire.Option{{Code: "one", Words: both("1")}, {Code: "two", Words: both("2")}}
		}
		c.Fields = append(c.Fields, f)
	}
	return c
}

func at(c questionnaire.Content, kind questionnaire.Kind) *questionnaire.Field {
	return &c.Fields[slices.IndexFunc(c.Fields, func(f questionnaire.Field) bool { return f.Kind == kind })]
}

// TestR51AQuestionnaireIsWhole: each text in each language, once; choices have something to choose; codes name one thing.
func TestR51AQuestionnaireIsWhole(t *testing.T) {
	t.Parallel()
	if _, err := questionnaire.New("a", content(), 0); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spoil func(*questionnaire.Content)
		at    string
	}{
		"no English":    {func(c *questionnaire.Content) { c.Languages = []string{"sv", "so"} }, "/languages"},
		"a title short": {func(c *questionnaire.Content) { c.Titles = c.Titles[:1] }, "/titles"},
		"a language too many": {func(c *questionnaire.Content) {
			c.Titles = append(c.Titles, questionnaire.Word{Language: "so", Text: "a"})
		}, "/titles"},
		"a language twice":  {func(c *questionnaire.Content) { c.Titles[1].Language = "sv" }, "/titles"},
		"a question short":  {func(c *questionnaire.Content) { c.Fields[0].Words = nil }, "/fields/0/texts"},
		"half a help":       {func(c *questionnaire.Content) { c.Fields[0].Help = both("a")[:1] }, "/fields/0/helps"},
		"one code twice":    {func(c *questionnaire.Content) { c.Fields[1].Code = c.Fields[0].Code }, "/fields/1/code"},
		"nothing to choose": {func(c *questionnaire.Content) { at(*c, questionnaire.Choice).Options = nil }, "/fields/4/options"},
		"a number to choose": {func(c *questionnaire.Content) {
			at(*c, questionnaire.Number).Options = at(*c, questionnaire.Choice).Options
		}, "/fields/2/options"},
		"one option twice": {func(c *questionnaire.Content) { at(*c, questionnaire.Choices).Options[1].Code = "one" }, "/fields/5/options/1/code"},
		"an option short":  {func(c *questionnaire.Content) { at(*c, questionnaire.Choices).Options[1].Words = nil }, "/fields/5/options/1/texts"},
	} {
		v := content()
		c.spoil(&v)
		_, err := questionnaire.New("a", v, 0)
		if f := fault.Of(err); err == nil || f.Code != fault.CodeInvalid || f.Fields[0].Pointer != c.at {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestR51APublishedQuestionnaireNeverChanges: it goes from draft to use, from use to retired, and to nothing else.
func TestR51APublishedQuestionnaireNeverChanges(t *testing.T) {
	t.Parallel()
	q, err := questionnaire.New("a", content(), 3)
	if err != nil || q.Number != 4 || q.State != questionnaire.Draft {
		t.Fatalf("%v %+v", err, q)
	}
	if err := q.Retire(today); fault.Of(err).Code != fault.CodeNotPublished {
		t.Errorf("a draft is retired: %v", err)
	}
	if err := q.Change(content()); err != nil || q.Version != 2 {
		t.Errorf("a draft changes: %v", err)
	}
	if err := q.Publish(today); err != nil || q.State != questionnaire.Published || q.Published != today || q.Tag() != "3" {
		t.Errorf("%v %+v", err, q)
	}
	for name, do := range map[string]func() error{
		"changed": func() error { return q.Change(content()) }, "published": func() error { return q.Publish(today) },
	} {
		if err := do(); fault.Of(err).Code != fault.CodeNotADraft {
			t.Errorf("%s again: %v", name, err)
		}
	}
	if err := q.Retire(today); err != nil || q.State != questionnaire.Retired || q.Retired != today {
		t.Errorf("%v %+v", err, q)
	}
	if err := q.Retire(today); fault.Of(err).Code != fault.CodeNotPublished {
		t.Errorf("twice: %v", err)
	}
	words := questionnaire.Words{{Language: "sv", Text: "ja"}, {Language: "en", Text: "yes"}}
	if words.In("en") != "yes" || words.In("so") != "ja" {
		t.Error("the words of another language")
	}
}
