package store

import "strings"

// plain makes a text, an SQL expression, into words between spaces: capitals that the database's locale may not know become
// small, and what else than letters and digits Postgres would keep inside a word (as in skola/fritids) is a space. It is stated
// here once, for what is searched; ParseQuery does the same with what is looked for. The lists are short on purpose: translate
// goes through them for every letter, and with all capitals of Europe it cost six times what the words themselves do.
func plain(text string) string {
	return "translate(" + text + ", '" + capitals + joining + "', '" + small + strings.Repeat(" ", len(joining)) + "')"
}

const (
	// joining are the signs that Postgres may keep inside a word, or take for the beginning of something else than one.
	joining  = `/.@-_<>&`
	capitals = `ÅÄÖÉÆØÜ`
	small    = `åäöéæøü`
)
