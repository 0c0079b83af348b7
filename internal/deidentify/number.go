package deidentify

import (
	"regexp"
	"strings"
	"unicode"

	"samplan/internal/civil"
	"samplan/internal/person"
)

// plain writes a text as it is read: digits, hyphens, plus signs and spaces of every alphabet as the plain ones, and what
// cannot be seen not at all.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80:
			return r
		case unicode.Is(unicode.Nd, r):
			return '0' + digit(r)
		case unicode.Is(unicode.Pd, r), r == '\u2212':
			return '-'
		case r == '\uff0b':
			return '+'
		case r >= '\uff21' && r <= '\uff3a', r >= '\uff41' && r <= '\uff5a': // letters of full width
			return r - 0xfee0
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
}

// digit gives the value of a decimal digit. Digits come in tens that begin where a ten begins, but for the mathematical ones.
func digit(r rune) rune {
	if r >= 0x1d7ce && r <= 0x1d7ff {
		return (r - 0x1d7ce) % 10
	}
	n := rune(0)
	for n < 9 && unicode.Is(unicode.Nd, r-n-1) {
		n++
	}
	return n
}

var (
	// What ends in four characters after a day, with a hyphen or plus sign between: nobody writes anything else like that, so the
	// check digit is not asked for. Whoever got one digit wrong still points out the same person.
	likeNumber = regexp.MustCompile(`(?:^|[^0-9A-Za-z])((?:[0-9]{2})?[0-9]{6}) ?[-+] ?([0-9]{4})(?:$|[^0-9A-Za-z])`)
	// Digits in a row, also in groups: as somebody writes who would make them easy to read.
	digits = regexp.MustCompile(`[0-9](?:[-+ ]{0,2}[0-9])+`)
	// What a reserve id may look like.
	reserve = regexp.MustCompile(`[0-9]{8}-?[0-9A-Za-z]{4}`)
)

// hasNumber tells whether a text holds what may be somebody's number.
func hasNumber(text string, today civil.Date) bool {
	if !hasDigit(text) {
		return false
	}
	for at := 0; at < len(text); {
		m := likeNumber.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		if isDay(text[at+m[2] : at+m[3]]) {
			return true
		}
		at += m[5] // the character after a number may stand before the next
	}
	for _, d := range digits.FindAllString(text, -1) {
		bare := strings.NewReplacer("-", "", "+", "", " ", "").Replace(d)
		if isIdentifier(bare, today, person.Personnummer, person.Samordningsnummer) {
			return true
		}
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		word = strings.Trim(word, "-")
		if reserve.MatchString(word) && isIdentifier(strings.ToUpper(word), today, person.NRID, person.LocalReserve) {
			return true
		}
	}
	return false
}

func isIdentifier(text string, today civil.Date, types ...person.IdentifierType) bool {
	for _, t := range types {
		if _, err := person.ParseIdentifier(t, text, today); err == nil {
			return true
		}
	}
	return false
}

// isDay tells whether six or eight digits are a day of birth, or one of a coordination number.
func isDay(d string) bool {
	d = d[len(d)-4:]
	month, day := int(d[0]-'0')*10+int(d[1]-'0'), int(d[2]-'0')*10+int(d[3]-'0')
	if day > 60 {
		day -= 60
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
