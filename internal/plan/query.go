package plan

import (
	"strings"
	"unicode"

	"samplan/internal/id"
)

// Query is what somebody looks for, in words. Each word finds those that begin with it, since Swedish joins words
// (korttid finds korttidsvistelse); in "quotation marks" they are found as they stand; -word excludes; or and eller give
// a choice. Everything else is a space: there is no text that is not a query, and one without a word to look for finds
// nothing.
type Query struct{ groups []group }

// group is what must hold at once; one of a query's groups is enough.
type group struct{ wanted, unwanted [][]string }

// shortest is the least number of letters that stand for the beginning of a word. Fewer would be half the language.
const shortest = 3

// ParseQuery reads what somebody wrote.
func ParseQuery(text string) Query {
	var q Query
	var g group
	for _, t := range tokens(text) {
		if t.isChoice() {
			q.add(g)
			g = group{}
			continue
		}
		words := strings.FieldsFunc(strings.ToLower(t.text), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		})
		switch {
		case len(words) == 0:
		case t.isUnwanted:
			g.unwanted = append(g.unwanted, t.exactly(words))
		default:
			g.wanted = append(g.wanted, t.exactly(words))
		}
	}
	q.add(g)
	return q
}

func (q *Query) add(g group) {
	if len(g.wanted) > 0 {
		q.groups = append(q.groups, g)
	}
}

// IsEmpty tells whether there is nothing to look for.
func (q Query) IsEmpty() bool { return len(q.groups) == 0 }

// Reference gives the plan whose id is all that the query says, if it says one.
func Reference(text string) id.Plan {
	var p id.Plan
	_ = p.UnmarshalText([]byte(strings.TrimSpace(text))) // no id: the zero one
	return p
}

// String writes the query in the language of Postgres (tsquery). Words are of letters and digits alone and stand in quotation
// marks, so nothing in them is taken for an operator.
func (q Query) String() string {
	groups := make([]string, len(q.groups))
	for n, g := range q.groups {
		var parts []string
		for _, w := range g.wanted {
			parts = append(parts, phrase(w))
		}
		for _, w := range g.unwanted {
			parts = append(parts, "!("+phrase(w)+")")
		}
		groups[n] = "(" + strings.Join(parts, " & ") + ")"
	}
	return strings.Join(groups, " | ")
}

// phrase writes words that follow one another; of a word marked with a star the beginning is enough.
func phrase(words []string) string {
	quoted := make([]string, len(words))
	for n, w := range words {
		bare, isBeginning := strings.CutSuffix(w, "*")
		quoted[n] = "'" + bare + "'"
		if isBeginning {
			quoted[n] += ":*"
		}
	}
	return strings.Join(quoted, " <-> ")
}

// token is a piece of a query as it was written.
type token struct {
	text                 string
	isQuoted, isUnwanted bool
}

func (t token) isChoice() bool {
	word := strings.ToLower(t.text)
	return !t.isQuoted && !t.isUnwanted && (word == "or" || word == "eller")
}

// exactly marks the last word as the beginning of one, unless it was quoted or is too short.
func (t token) exactly(words []string) []string {
	last := len(words) - 1
	if !t.isQuoted && len([]rune(words[last])) >= shortest {
		words[last] += "*"
	}
	return words
}

// tokens divides a query at spaces, but for what is quoted. A quotation mark that is never closed closes at the end.
func tokens(text string) []token {
	var all []token
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		var t token
		text, t.isUnwanted = strings.CutPrefix(text, "-")
		if text, t.isQuoted = strings.CutPrefix(text, `"`); t.isQuoted {
			t.text, text, _ = strings.Cut(text, `"`)
		} else {
			end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
			if end < 0 {
				end = len(text)
			}
			t.text, text = text[:end], text[end:]
		}
		all = append(all, t)
	}
	return all
}
