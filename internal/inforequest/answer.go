package inforequest

import (
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/questionnaire"
)

// Answer is what is answered to one question: one value, or several where several can be chosen.
type Answer struct {
	Code   string   `json:"code"`
	Values []string `json:"values"`
}

const (
	longest      = 4000
	longestShort = 200
)

var number = regexp.MustCompile(`^-?[0-9]{1,9}([.,][0-9]{1,6})?$`)

// fits asks that each answer is to a question, once, and of its kind. What is missing is not asked for yet.
func fits(fields []questionnaire.Field, answers []Answer) error {
	seen := map[string]bool{}
	for n, a := range answers {
		at := "/answers/" + strconv.Itoa(n)
		i := slices.IndexFunc(fields, func(f questionnaire.Field) bool { return f.Code == a.Code })
		if i < 0 || seen[a.Code] {
			return fault.At(fault.CodeInvalid, at+"/code", "unknown")
		}
		seen[a.Code] = true
		if !fitsKind(fields[i], a.Values) {
			return fault.At(fault.CodeInvalid, at+"/values", "wrong-kind")
		}
	}
	return nil
}

func fitsKind(f questionnaire.Field, values []string) bool {
	if len(values) == 0 || len(values) > 1 && f.Kind != questionnaire.Choices {
		return false
	}
	seen := map[string]bool{}
	for _, v := range values {
		if seen[v] || !fitsOne(f, v) {
			return false
		}
		seen[v] = true
	}
	return true
}

func fitsOne(f questionnaire.Field, v string) bool {
	switch f.Kind {
	case questionnaire.Text:
		return utf8.RuneCountInString(v) <= longestShort
	case questionnaire.LongText:
		return utf8.RuneCountInString(v) <= longest
	case questionnaire.Number:
		return number.MatchString(v)
	case questionnaire.Date:
		_, err := civil.Parse(v)
		return err == nil
	case questionnaire.YesNo:
		return v == "yes" || v == "no"
	}
	return slices.ContainsFunc(f.Options, func(o questionnaire.Option) bool { return o.Code == v })
}

// whole asks for an answer to every question that must be answered, and names all that lack one.
func whole(fields []questionnaire.Field, answers []Answer) error {
	var missing []fault.Field
	for n, f := range fields {
		if f.IsRequired && !slices.ContainsFunc(answers, func(a Answer) bool { return a.Code == f.Code }) {
			missing = append(missing, fault.Field{Pointer: "/fields/" + strconv.Itoa(n), Code: "required"})
		}
	}
	if len(missing) > 0 {
		return fault.New(fault.CodeNotWhole, missing...)
	}
	return nil
}
