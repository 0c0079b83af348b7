package person

import (
	"fmt"
	"strconv"

	"samplan/internal/civil"
)

// firstYear bounds what can be a year of birth: nobody born before it was alive when numbers began in 1947.
const firstYear = 1800

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads a text that is already known to be a few digits.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

// dayIn gives the day; false when the calendar has no such day. Package civil rolls such days over, hence by text.
func dayIn(year, month, day int) (civil.Date, bool) {
	d, err := civil.Parse(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	return d, err == nil && year >= firstYear
}

// isPast tells whether somebody can have been born on d by now. Without a today there is no answer but no.
func isPast(d, today civil.Date) bool { return !today.IsZero() && !d.After(today) }

// withoutHyphen takes away the hyphen that may stand before the last four of twelve characters.
func withoutHyphen(text string) (string, bool) {
	if len(text) == 13 && text[8] == '-' {
		text = text[:8] + text[9:]
	}
	return text, len(text) == 12
}
