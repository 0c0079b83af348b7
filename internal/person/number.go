package person

import (
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/luhn"
)

// coordinationDays is what a coordination number adds to the day of birth.
const coordinationDays = 60

func parsePersonnummer(text string, today civil.Date) (string, error) {
	return parseNumber(text, today, 0)
}

func parseSamordningsnummer(text string, today civil.Date) (string, error) {
	return parseNumber(text, today, coordinationDays)
}

func birthOfPersonnummer(canonical string) (civil.Date, bool) { return birthOfNumber(canonical, 0) }

func birthOfSamordningsnummer(canonical string) (civil.Date, bool) {
	return birthOfNumber(canonical, coordinationDays)
}

// written is a number as somebody wrote it.
type written struct {
	century string // two digits or none
	ten     string // YYMMDDNNNC
	sign    byte   // '-', '+' or 0 for none
}

// parseNumber gives the canonical YYYYMMDDNNNC. Interim numbers (T-nummer) have a letter after the date and so fall
// as malformed.
func parseNumber(text string, today civil.Date, addedDays int) (string, error) {
	w, ok := split(text)
	if !ok {
		return "", refuse(ruleFormat)
	}
	year, ok := w.birthYear(today, addedDays)
	if !ok {
		return "", refuse(ruleDate)
	}
	if !luhn.Valid(w.ten) { // the century has no part in the check digit (FOL 18 §)
		return "", refuse(ruleCheck)
	}
	return fmt.Sprintf("%04d%s", year, w.ten[2:]), nil
}

// split takes apart 10 or 12 digits, with or without a sign before the last four. Spaces are refused.
func split(text string) (written, bool) {
	var sign byte
	if len(text) == 11 || len(text) == 13 {
		at := len(text) - 5
		sign = text[at]
		text = text[:at] + text[at+1:]
		if sign != '-' && sign != '+' {
			return written{}, false
		}
	}
	if (len(text) != 10 && len(text) != 12) || !isDigits(text) {
		return written{}, false
	}
	return written{text[:len(text)-10], text[len(text)-10:], sign}, true
}

// birthYear gives the first year possible in which the day is real and past.
func (w written) birthYear(today civil.Date, addedDays int) (int, bool) {
	month, day := number(w.ten[2:4]), number(w.ten[4:6])-addedDays
	for _, year := range w.years(today) {
		if d, real := dayIn(year, month, day); real && isPast(d, today) {
			return year, true
		}
	}
	return 0, false
}

// years gives the years that the writing allows, likeliest first. The hyphen becomes a plus in the year in which the
// person turns 100, whatever the day (FOL 18 §). A hyphen after a four-digit year says nothing, since many systems
// always write one; a plus there must be true.
func (w written) years(today civil.Date) []int {
	year, ending := today.Year(), number(w.ten[:2])
	if w.century != "" {
		full := number(w.century)*100 + ending
		if w.sign == '+' && full > year-100 {
			return nil
		}
		return []int{full}
	}
	young := year - (year-ending)%100
	switch w.sign {
	case '+':
		return []int{young - 100}
	case '-':
		return []int{young}
	default:
		return []int{young, young - 100}
	}
}

func birthOfNumber(canonical string, addedDays int) (civil.Date, bool) {
	return dayIn(number(canonical[:4]), number(canonical[4:6]), number(canonical[6:8])-addedDays)
}
