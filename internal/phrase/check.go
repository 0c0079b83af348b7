package phrase

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	tagForm  = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-[a-z0-9]{5,8})?$`) // BCP 47, as much of it as is used
	filledIn = regexp.MustCompile(`\{[^}]*\}`)
)

// check tells everything that is wrong with the languages, so that a translator sees it at once.
func check(family, staff map[string]texts) error {
	swedish, ok := family["sv"]
	if !ok {
		return errors.New("there is no Swedish, against which the others are checked")
	}
	var wrong []error
	for _, tag := range slices.Sorted(maps.Keys(family)) {
		l := family[tag]
		c := checker{"family/" + tag, &wrong}
		if !tagForm.MatchString(tag) {
			c.says("", "the file's name is no language tag")
		}
		if l.Name == "" || l.Direction != "ltr" && l.Direction != rightToLeft {
			c.says("", "name and direction (ltr or rtl) are wanted")
		}
		c.same("", swedish.Phrases, l.Phrases)
		c.names(swedish.Codes, l.Codes)
		for schema, words := range l.Codes {
			c.same(schema+" ", swedish.Codes[schema], words)
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(staff)) {
		c := checker{"staff/" + tag, &wrong}
		if _, ok := family[tag]; !ok {
			c.says("", "the language has no words for families")
		}
		c.same("", staff["sv"].Phrases, staff[tag].Phrases)
		for key := range staff[tag].Phrases {
			if _, ok := swedish.Phrases[key]; ok {
				c.says(key, "is for families and for staff")
			}
		}
	}
	return errors.Join(wrong...)
}

// checker gathers what is wrong with one file.
type checker struct {
	file  string
	wrong *[]error
}

func (c checker) says(key, what string) {
	*c.wrong = append(*c.wrong, fmt.Errorf("%s %s: %s", c.file, key, what))
}

// same compares what one group says with what Swedish says.
func (c checker) same(prefix string, swedish, own once[string]) {
	for _, key := range slices.Sorted(maps.Keys(swedish)) {
		text, ok := own[key]
		switch {
		case !ok:
			c.says(prefix+key, "is missing")
		case strings.TrimSpace(text) == "" || strings.TrimSpace(text) != text || strings.ContainsFunc(text, isNoText):
			c.says(prefix+key, "is empty, has spaces around it, or signs that nobody sees")
		case !slices.Equal(fills(text), fills(swedish[key])):
			c.says(prefix+key, fmt.Sprintf("fills in %q, in Swedish %q", fills(text), fills(swedish[key])))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		if _, ok := swedish[key]; !ok {
			c.says(prefix+key, "is not in Swedish")
		}
	}
}

func (c checker) names(swedish, own once[once[string]]) {
	for schema := range swedish {
		if _, ok := own[schema]; !ok {
			c.says(schema, "is missing")
		}
	}
	for schema := range own {
		if _, ok := swedish[schema]; !ok {
			c.says(schema, "is not in Swedish")
		}
	}
}

// isNoText finds control characters, and marks of direction: what is filled in is set apart by whoever fills it in.
func isNoText(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

func fills(text string) []string {
	all := filledIn.FindAllString(text, -1)
	slices.Sort(all)
	return all
}
