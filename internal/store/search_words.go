package store

import (
	"strings"
	"unicode"
)

// plain makes a text, an SQL expression, into words between spaces: capitals of Latin letters become small whatever locale the
// database was made with, and what else than letters and digits Postgres would keep inside a word (as in skola/fritids) is a
// space. It is stated here once, for what is searched; ParseQuery does the same with what is looked for.
func plain(text string) string {
	return "translate(" + text + ", '" + capitals + joining + "', '" + small + strings.Repeat(" ", len(joining)) + "')"
}

// joining are the signs that Postgres may keep inside a word, or take for the beginning of something else than one.
const joining = `/.:@_-+=&?%#~<>`

var capitals, small = latin()

// latin lists the capitals of the Latin alphabets of Europe and their small letters.
func latin() (capitals, small string) {
	var upper, lower strings.Builder
	for r := 'À'; r <= 'ž'; r++ {
		if l := unicode.ToLower(r); l != r && unicode.IsUpper(r) {
			upper.WriteRune(r)
			lower.WriteRune(l)
		}
	}
	return upper.String(), lower.String()
}
