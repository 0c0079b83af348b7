package questionnaire

import (
	"encoding/json"
	"slices"
	"strconv"

	"samplan/internal/enum"
	"samplan/internal/fault"
)

type (
	kindSet     struct{}
	categorySet struct{}
)

// Kind is how a question is answered.
type Kind = enum.Value[kindSet]

// Category is the kind of information of the answers.
type Category = enum.Value[categorySet]

var (
	// Kinds is the closed set.
	Kinds = enum.Of[kindSet]("text", "long-text", "number", "date", "choice", "choices", "yes-no")

	Text     = Kinds.Must("text")
	LongText = Kinds.Must("long-text")
	Number   = Kinds.Must("number")
	Date     = Kinds.Must("date")
	Choice   = Kinds.Must("choice")
	Choices  = Kinds.Must("choices")
	YesNo    = Kinds.Must("yes-no")

	// Categories are those of the contract that other services can be asked about.
	Categories = enum.Of[categorySet]("support-needs", "health", "schooling", "family-situation", "goals", "interventions", "views", "child-voice")
)

// Words are a text by language, in the order in which they were written.
type Words []Word

// Word is a text in one language.
type Word struct {
	Language string `json:"language"`
	Text     string `json:"text"`
}

// In gives the text in a language, or in Swedish, which is always there.
func (w Words) In(language string) string {
	swedish := ""
	for _, v := range w {
		switch v.Language {
		case language:
			return v.Text
		case "sv":
			swedish = v.Text
		}
	}
	return swedish
}

// Option is an answer to choose.
type Option struct {
	Code  string `json:"code"`
	Words Words  `json:"words"`
}

// Field is one question.
type Field struct {
	Code       string
	Kind       Kind
	Words      Words
	Help       Words
	IsRequired bool
	Options    []Option
}

// kept is a field as it is kept as data.
type kept struct {
	Code       string   `json:"code"`
	Kind       string   `json:"kind"`
	Words      Words    `json:"words"`
	Help       Words    `json:"help,omitempty"`
	IsRequired bool     `json:"isRequired"`
	Options    []Option `json:"options,omitempty"`
}

// MarshalJSON implements json.Marshaler.
func (f Field) MarshalJSON() ([]byte, error) {
	return json.Marshal(kept{f.Code, f.Kind.String(), f.Words, f.Help, f.IsRequired, f.Options}) //nolint:wrapcheck // nothing to add
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *Field) UnmarshalJSON(text []byte) error {
	var k kept
	if err := json.Unmarshal(text, &k); err != nil {
		return err //nolint:wrapcheck // nothing to add
	}
	kind, err := Kinds.Parse(k.Kind)
	*f = Field{k.Code, kind, k.Words, k.Help, k.IsRequired, k.Options}
	return err //nolint:wrapcheck // nothing to add
}

// check finds the first fault of a questionnaire's words.
func (c *Content) check() error {
	for _, l := range []string{"sv", "en"} {
		if !slices.Contains(c.Languages, l) {
			return fault.At(fault.CodeInvalid, "/languages", "language-missing")
		}
	}
	if err := c.covers(c.Titles, "/titles"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for n, f := range c.Fields {
		at := "/fields/" + strconv.Itoa(n)
		if seen[f.Code] {
			return fault.At(fault.CodeInvalid, at+"/code", "duplicate")
		}
		seen[f.Code] = true
		if err := c.checkField(f, at); err != nil {
			return err
		}
	}
	return nil
}

func (c *Content) checkField(f Field, at string) error {
	if err := c.covers(f.Words, at+"/texts"); err != nil {
		return err
	}
	if len(f.Help) > 0 {
		if err := c.covers(f.Help, at+"/helps"); err != nil {
			return err
		}
	}
	isChoice := f.Kind == Choice || f.Kind == Choices
	switch {
	case isChoice && len(f.Options) < 2:
		return fault.At(fault.CodeInvalid, at+"/options", "too-few")
	case !isChoice && len(f.Options) > 0:
		return fault.At(fault.CodeInvalid, at+"/options", "not-a-choice")
	}
	seen := map[string]bool{}
	for n, o := range f.Options {
		under := at + "/options/" + strconv.Itoa(n)
		if seen[o.Code] {
			return fault.At(fault.CodeInvalid, under+"/code", "duplicate")
		}
		seen[o.Code] = true
		if err := c.covers(o.Words, under+"/texts"); err != nil {
			return err
		}
	}
	return nil
}

// covers asks for a text once in each language of the questionnaire, and in no other.
func (c *Content) covers(w Words, at string) error {
	seen := map[string]bool{}
	for _, v := range w {
		switch {
		case !slices.Contains(c.Languages, v.Language):
			return fault.At(fault.CodeInvalid, at, "unknown-language")
		case seen[v.Language]:
			return fault.At(fault.CodeInvalid, at, "duplicate")
		}
		seen[v.Language] = true
	}
	if len(seen) < len(c.Languages) {
		return fault.At(fault.CodeInvalid, at, "language-missing")
	}
	return nil
}
