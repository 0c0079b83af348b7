package phrase

import "strings"

// Key names a phrase.
type Key string

// Language is one in which a family reads. The zero value is Swedish.
type Language struct{ tag string }

// The languages that the program itself names.
var (
	Swedish = Language{"sv"}
	English = Language{"en"}
)

// All are the languages there are, Swedish first.
func All() []Language {
	all := []Language{Swedish}
	for _, tag := range known.tags {
		if tag != Swedish.tag {
			all = append(all, Language{tag})
		}
	}
	return all
}

// In gives the language with a tag; one that is not known is Swedish, as is none.
func In(tag string) Language {
	if _, ok := known.of[tag]; ok {
		return Language{tag}
	}
	return Swedish
}

// Tag is the language's tag (BCP 47).
func (l Language) Tag() string {
	if l.tag == "" {
		return Swedish.tag
	}
	return l.tag
}

// Name is what the language calls itself.
func (l Language) Name() string { return l.texts().Name }

// Direction is how it is written: ltr or rtl.
func (l Language) Direction() string { return l.texts().Direction }

// IsRightToLeft tells whether it is written from right to left.
func (l Language) IsRightToLeft() bool { return l.Direction() == rightToLeft }

// IsSwedish tells whether it is Swedish, easy or not.
func (l Language) IsSwedish() bool { return l.Tag() == "sv" || strings.HasPrefix(l.Tag(), "sv-") }

// IsForStaff tells whether staff documents are made in it.
func (l Language) IsForStaff() bool { return l.texts().isForStaff }

// Say gives a phrase. What it fills in comes as pairs: "{number}", "3".
func (l Language) Say(k Key, filled ...string) string {
	return strings.NewReplacer(filled...).Replace(l.texts().Phrases[string(k)])
}

// Code says what a code of the contract means, by the name of its schema.
func (l Language) Code(schema, code string) string { return l.texts().Codes[schema][code] }

// Version names the words that it has: other words have another.
func (l Language) Version() string { return l.texts().version }

// Codes gives all words of codes: by schema, then by code. They are the package's own: do not change them.
func (l Language) Codes() map[string]map[string]string {
	all := map[string]map[string]string{}
	for schema, words := range l.texts().Codes {
		all[schema] = words
	}
	return all
}

// Keys are the phrases there are in it.
func (l Language) Keys() []Key {
	var all []Key
	for k := range l.texts().Phrases {
		all = append(all, Key(k))
	}
	return all
}

func (l Language) texts() texts { return known.of[l.Tag()] }
