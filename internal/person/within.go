package person

import (
	"regexp"
	"strings"

	"samplan/internal/civil"
)

// numberShape is what a personal identity number or a coordination number looks like among other text.
var numberShape = regexp.MustCompile(`^(\d{8}|\d{6})[-+ ]?\d{4}`)

// HoldsNumber tells whether a text that is not meant to name anybody has a personal identity number or a coordination number
// in it. Digits that belong to a longer number are none.
func HoldsNumber(text string, today civil.Date) bool {
	for n := range len(text) {
		if n > 0 && isDigits(text[n-1:n]) {
			continue
		}
		found := numberShape.FindString(text[n:])
		if found == "" || n+len(found) < len(text) && isDigits(text[n+len(found):][:1]) {
			continue
		}
		for _, t := range []IdentifierType{Personnummer, Samordningsnummer} {
			if _, err := ParseIdentifier(t, strings.ReplaceAll(found, " ", ""), today); err == nil {
				return true
			}
		}
	}
	return false
}
