package deidentify

import (
	"regexp"
	"strings"
	"unicode"
)

// manyRare is of how many kinds rare facts are that together may point one family out.
const manyRare = 3

// rare are kinds of facts that are told of few in a town: none by itself points anybody out. Each is a list of beginnings or
// expressions; they are compared without capitals.
var rare = map[string]*regexp.Regexp{
	"age":      regexp.MustCompile(`(?:^|[^0-9])[0-9]{1,2}[ -]?(?:år|åring|årig)|årskurs [0-9]|åk ?[0-9]|månader gammal`),
	"origin":   regexp.MustCompile(`adopter|somal|syri|afgan|afghan|irak|iran|eritre|etiop|ukrain|polsk|rumän|romsk|sami|same[nr]|kurdisk|dari\b|arabisk|tigrinja|ensamkommande|asyl|nyanländ`),
	"health":   regexp.MustCompile(`adhd|autis|diagnos|syndrom|epilep|cancer|leukemi|diabetes|downs|rullstol|hörselskad|döv|blind|psykos|anorexi|ätstörning|selektiv mutism|tourette`),
	"family":   regexp.MustCompile(`tvilling|trilling|fosterbarn|familjehem|enda barnet|(?:tre|fyra|fem|sex|sju|åtta|nio|tio|[3-9]|1[0-9]) (?:syskon|barn|bröder|systrar)|styvfa|styvmo|två mammor|två pappor`),
	"event":    regexp.MustCompile(`avlid|dödsf|självmord|suicid|brand|mord|häkt|fängelse|dömd|våldt|kidnapp|olycka|utvis|omhändertag|\blvu\b|skilsmäss`),
	"work":     regexp.MustCompile(`polis|präst|läkare|lärare|politiker|advokat|företagare|fiskare|lantbrukare|militär|idrottsstjärna|kändis|imam|pastor`),
	"locality": regexp.MustCompile(`\bby[ne]?\b|\bön\b|stadsdel|\bgård(?:en)?\b|\bsocken\b|glesbygd`),
}

// rareIn gives of which kinds there are facts in a text.
func rareIn(text string) map[string]bool {
	text = strings.ToLower(text)
	found := map[string]bool{}
	for kind, r := range rare {
		if r.MatchString(text) {
			found[kind] = true
		}
	}
	return found
}

var calendarDay = regexp.MustCompile(`(?i)(?:^|[^0-9])(?:(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-3]?[0-9](?:[./][01]?[0-9]|[:.]?[ae]? (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)))(?:$|[^0-9])`)

func hasDay(text string) bool { return calendarDay.MatchString(text) }

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
