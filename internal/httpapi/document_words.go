package httpapi

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/document"
	"samplan/internal/phrase"
)

// inWords says in a language what the contract says in a code. The words lie under the name of the code's schema, which is
// that of its type.
func inWords[C ~string](l phrase.Language, code C) string {
	return l.Code(reflect.TypeFor[C]().Name(), string(code))
}

// say gives a phrase in the document's language. What is filled in comes as pairs: "{number}", figures("3").
func (s *paper) say(k phrase.Key, filled ...string) string { return s.Language.Say(k, filled...) }

// fact is one word of a document and what it says.
func (s *paper) fact(k phrase.Key, value string) document.Fact {
	return document.Fact{Name: s.say(k), Value: value}
}

// chapter adds a heading with blocks below it. Without blocks there is no heading either: an empty one would ask what was
// not to be seen.
func (s *paper) chapter(k phrase.Key, blocks ...document.Block) {
	if len(blocks) == 0 {
		return
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say(k)})
	s.Blocks = append(s.Blocks, blocks...)
}

// quoted marks what people have written: it stands in the document as it was written.
func quoted(text string) string { return document.Quoted(text) }

// figures marks days, times and numbers.
func figures(text string) string { return document.Figures(text) }

func number(n int) string { return figures(strconv.Itoa(n)) }

func onDay(d *types.Date) string { return figures(dayOf(d)) }

// period writes from when to when.
func (s *paper) period(from, to *types.Date) string {
	if from == nil && to == nil {
		return ""
	}
	return strings.TrimSpace(s.say("words.period", "{from}", onDay(from), "{to}", onDay(to))) // one of them may be open
}

// list puts together what is said and what is quoted.
func (s *paper) list(texts ...string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	return s.say("words.list", "{first}", texts[0], "{next}", s.list(texts[1:]...))
}
