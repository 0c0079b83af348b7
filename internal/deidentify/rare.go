package deidentify

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// manyRare is of how many kinds rare facts are that together may point one family out.
const manyRare = 3

// rarity is how facts of a kind are written, without capitals: parts of words, or what an expression says where there is one. To
// look for a part costs a hundredth of trying an expression.
type rarity struct {
	parts      []string
	expression *regexp.Regexp
}

// rare are kinds of facts that are told of few in a town: none by itself points anybody out.
var rare = map[string]rarity{
	"age": {[]string{"månader gammal"}, regexp.MustCompile(`(?:^|[^0-9])[0-9]{1,2}[ -]?(?:år|åring|årig)|årskurs [0-9]|åk ?[0-9]`)},
	"origin": {[]string{
		"adopter", "somal", "syri", "afgan", "afghan", "irak", "iran", "eritre", "etiop", "ukrain", "polsk", "rumän", "romsk", "sami", "samen", "samer",
		"kurdisk", "arabisk", "tigrinja", "ensamkommande", "asyl", "nyanländ",
	}, regexp.MustCompile(`dari\b`)},
	"health": {[]string{
		"adhd", "autis", "diagnos", "syndrom", "epilep", "cancer", "leukemi", "diabetes", "downs", "rullstol", "hörselskad", "döv", "blind", "psykos",
		"anorexi", "ätstörning", "selektiv mutism", "tourette",
	}, nil},
	"family": {
		[]string{"tvilling", "trilling", "fosterbarn", "familjehem", "enda barnet", "styvfa", "styvmo", "två mammor", "två pappor"},
		regexp.MustCompile(`(?:tre|fyra|fem|sex|sju|åtta|nio|tio|[3-9]|1[0-9]) (?:syskon|barn|bröder|systrar)`),
	},
	"event": {[]string{
		"avlid", "dödsf", "självmord", "suicid", "brand", "mord", "häkt", "fängelse", "dömd", "våldt", "kidnapp", "olycka", "utvis", "omhändertag", "skilsmäss",
	}, regexp.MustCompile(`\blvu\b`)},
	"work": {[]string{
		"polis", "präst", "läkare", "lärare", "politiker", "advokat", "företagare", "fiskare", "lantbrukare", "militär", "idrottsstjärna", "kändis", "imam",
		"pastor",
	}, nil},
	"locality": {[]string{"stadsdel", "glesbygd"}, regexp.MustCompile(`\bby[ne]?\b|\bön\b|\bgård(?:en)?\b|\bsocken\b`)},
}

// isIn tells whether there is such a fact in a text without capitals.
func (r rarity) isIn(text string) bool {
	return slices.ContainsFunc(r.parts, func(b string) bool { return strings.Contains(text, b) }) ||
		r.expression != nil && r.expression.MatchString(text)
}

// rareIn adds to found of which kinds there are facts in a text.
func rareIn(text string, found map[string]bool) {
	text = strings.ToLower(text)
	for kind, r := range rare {
		if !found[kind] && r.isIn(text) {
			found[kind] = true
		}
	}
}

var calendarDay = regexp.MustCompile(`(?i)(?:^|[^0-9])(?:(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-3]?[0-9](?:[./][01]?[0-9]|[:.]?[ae]? (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)))(?:$|[^0-9])`)

func hasDay(text string) bool { return hasDigit(text) && calendarDay.MatchString(text) }

// hasPossibleName tells whether a word that does not begin a sentence is written as a name is: with a capital, and not in capitals
// alone, as abbreviations are.
func hasPossibleName(text string) bool {
	begins := true
	for _, field := range strings.Fields(text) {
		for n, w := range words(field) {
			letters := []rune(w)
			isName := unicode.IsUpper(letters[0]) && len(letters) > 1 && strings.IndexFunc(string(letters[1:]), unicode.IsLower) >= 0
			if isName && (!begins || n > 0) {
				return true
			}
			begins = false
		}
		if strings.ContainsAny(field, ".!?:•") || field == "-" || field == "–" {
			begins = true
		}
	}
	return false
}
