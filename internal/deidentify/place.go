package deidentify

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// telephone is a number with its area, or of another country, however it is grouped.
	telephone = regexp.MustCompile(`(?:^|[^0-9A-Za-z.,:/-]|[A-Za-z]:)(?:(?:\+|00)[1-9][0-9]{0,2}[ -]?\(?0?\)?|0)[1-9][0-9]{0,2}\)?[ /-]{0,3}(?:[0-9][ -]?){5,8}(?:$|[^0-9A-Za-z])`)
	mail      = regexp.MustCompile(`(?i)[^\s@]+ ?(?:@|\(at\)|\[at\]) ?[^\s@]+\.[a-z]{2,}`)
	// street is a street's name with the number of a house.
	street = regexp.MustCompile(`(?i)\pL*(?:gatan|gata|vägen|väg|gränd|gränden|stigen|stig|torget|torg|allén|allé|backen|plan|plats|platsen|kajen|leden|esplanaden|slingan|ringen|gården|hamnen|stråket|parken)[ ,]{1,2}(?:nr )?[0-9]{1,4}(?: ?[a-z])?(?:$|[^0-9\pL])`)
	postal = regexp.MustCompile(`(?:^|[^0-9])[1-9][0-9]{2} [0-9]{2} {1,2}\p{Lu}\pL+`)
)

// hasDigit tells whether there can be a number, of whatever, in a text: most have none, and need not be searched for it.
func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

func hasAddress(text string) bool {
	return hasDigit(text) && (street.MatchString(text) || postal.MatchString(text))
}

func hasMail(text string) bool { return strings.ContainsAny(text, "@([") && mail.MatchString(text) }

// general are words in the names of places that name none.
var general = map[string]bool{
	"forskolan": true, "forskola": true, "skolan": true, "skola": true, "grundskolan": true, "grundskola": true, "gymnasieskola": true,
	"gymnasieskolan": true, "gymnasiet": true, "friskolan": true, "samverkan": true, "stod": true, "och": true, "lagenhet": true,
	"bor": true, "hos": true, "kommun": true, "skyddat": true, "boende": true, "familjehem": true, "telefon": true, "enhet": true,
	"elevhalsan": true, "elevhalsans": true, "medicinska": true, "insats": true,
}

// placesOf gives the words that name places, each as it is compared: those with a capital.
func placesOf(places []string) map[string]bool {
	all := map[string]bool{}
	for _, p := range places {
		for _, w := range words(plain(p)) {
			if f := folded(w); unicode.IsUpper([]rune(w)[0]) && len(f) > short && !general[f] {
				all[f] = true
			}
		}
	}
	return all
}

// long is from how many letters a place is known without a capital: shorter ones are words too.
const long = 9

// hasPlace tells whether one of the words is in a text, also in the genitive.
func hasPlace(text string, places map[string]bool) bool {
	for _, w := range words(text) {
		isCapital := unicode.IsUpper([]rune(w)[0])
		w = folded(w)
		for _, form := range []string{w, genitive(w)} {
			if places[form] && (isCapital || len(form) >= long) {
				return true
			}
		}
	}
	return false
}
