package deidentify

import (
	"strings"
	"unicode"

	"samplan/internal/person"
)

// short is up to how many letters a word is taken for a name only where it begins with a capital: "bo" and "lo" are words too.
const short = 3

// particles stand in names and name nobody.
var particles = map[string]bool{"af": true, "av": true, "de": true, "von": true, "van": true, "al": true, "el": true, "da": true, "di": true}

// wordsOf gives the words of names, each as it is compared.
func wordsOf(names []person.Name) map[string]bool {
	all := map[string]bool{}
	for _, n := range names {
		given, family := n.Reveal()
		for _, w := range words(plain(given + " " + family)) {
			if w = folded(w); len(w) > 1 && !particles[w] {
				all[w] = true
			}
		}
	}
	return all
}

// hasName tells whether one of the words is in a text, also in the genitive.
func hasName(text string, names map[string]bool) bool {
	for _, w := range words(text) {
		isCapital := unicode.IsUpper([]rune(w)[0])
		w = folded(w)
		for _, form := range []string{w, genitive(w)} {
			if names[form] && (isCapital || len(form) > short) {
				return true
			}
		}
	}
	return false
}

// genitive takes the ending of the genitive off.
func genitive(word string) string { return strings.TrimSuffix(word, "s") }

func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
}

// bases are the letters of our names with their marks taken off: the same name is written with and without.
var bases = strings.NewReplacer("å", "a", "ä", "a", "à", "a", "á", "a", "â", "a", "ã", "a", "ā", "a", "æ", "a", "ö", "o", "ø", "o", "ó", "o",
	"ò", "o", "ô", "o", "õ", "o", "ō", "o", "é", "e", "è", "e", "ê", "e", "ë", "e", "ę", "e", "ė", "e", "ü", "u", "ú", "u", "ù", "u", "û", "u",
	"ū", "u", "í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i", "ñ", "n", "ń", "n", "ç", "c", "ć", "c", "č", "c", "š", "s", "ś", "s", "ş", "s",
	"ž", "z", "ź", "z", "ż", "z", "ý", "y", "ÿ", "y", "ł", "l", "đ", "d", "ð", "d", "ğ", "g")

// folded writes a word without capitals and marks, whether these are letters of their own or stand after.
func folded(word string) string {
	return bases.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, word))
}
