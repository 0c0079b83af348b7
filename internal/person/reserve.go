package person

import (
	"strings"

	"samplan/internal/civil"
	"samplan/internal/luhn"
)

// reserveLetters are the letters of a national reserve id: those that are not taken for another letter or a digit.
const reserveLetters = "ABCDEFGHJKLMNPRSTUXYZ"

// parseNRID reads XXYYMMDDNNGC. XX is the century of birth plus 3, 6, 9 … 78 (22 and 23 first), or 00 when the day of
// birth is not known; then YYMMDD is a serial number whose month and day exist in no calendar. NN are letters, G is a
// digit when the sex is known and else a letter, C is a digit. C is not computed: how letters count in it is not
// settled by what we have read, and a wrong guess would turn real people away.
func parseNRID(text string, today civil.Date) (string, error) {
	id, ok := withoutHyphen(text)
	if !ok || !isDigits(id[:8]) || !isReserveTail(id[8:]) {
		return "", refuse(ruleFormat)
	}
	if hasUnknownBirth(id) {
		return id, nil
	}
	if d, known := birthOfNRID(id); !known || !isPast(d, today) {
		return "", refuse(ruleDate)
	}
	return id, nil
}

func isReserveTail(s string) bool {
	letter := func(c byte) bool { return strings.IndexByte(reserveLetters, c) >= 0 }
	return letter(s[0]) && letter(s[1]) && (letter(s[2]) || isDigits(s[2:3])) && isDigits(s[3:])
}

func hasUnknownBirth(id string) bool {
	return id[:2] == "00" && id[4:6] >= "20" && id[6:8] >= "40" && id[6:8] <= "59"
}

// birthOfNRID undoes the series: they go up by three, so the remainder tells the century. 01-21 are not in use, and a
// remainder that is neither that of 19 nor of 20 belongs to no living person.
func birthOfNRID(id string) (civil.Date, bool) {
	series := number(id[:2])
	century := 19 + (series-19)%3
	if series < 22 || century > 20 {
		return civil.Date{}, false
	}
	return dayIn(century*100+number(id[2:4]), number(id[4:6]), number(id[6:8]))
}

// stockholmOID is under which Region Stockholm's reserve ids are known between systems.
const stockholmOID = "1.2.752.97.3.1.3"

// parseLocalReserve reads the reserve id of a region: Stockholm's 99yyyyNNNNNC with a check digit over what follows
// 99yy, or a day of birth and four characters of which at least one is a letter. Of the latter are Västra Götaland's
// yyyymmddGggC (G is K, M or X) and Skåne's; other regions write theirs so, too, hence the letters are not bound.
func parseLocalReserve(text string, today civil.Date) (string, error) {
	id, ok := withoutHyphen(text)
	if !ok || !isDigits(id[:8]) {
		return "", refuse(ruleFormat)
	}
	if isStockholm(id) {
		return parseStockholm(id, today)
	}
	if !isDatedTail(id[8:]) {
		return "", refuse(ruleFormat)
	}
	if d, real := birthOfLocalReserve(id); !real || !isPast(d, today) {
		return "", refuse(ruleDate)
	}
	return id, nil
}

func isStockholm(id string) bool { return strings.HasPrefix(id, "99") && isDigits(id) }

// parseStockholm does not take yyyy for a year of birth: it has meant the year in which the id was given out.
func parseStockholm(id string, today civil.Date) (string, error) {
	if year := number(id[2:6]); today.IsZero() || year < firstYear || year > today.Year() {
		return "", refuse(ruleDate)
	}
	if !luhn.Valid(id[4:]) {
		return "", refuse(ruleCheck)
	}
	return id, nil
}

// isDatedTail wants a letter among four; T and three digits are an interim number (T-nummer), which is none.
func isDatedTail(s string) bool {
	letters := 0
	for i := range len(s) {
		switch {
		case s[i] >= 'A' && s[i] <= 'Z':
			letters++
		case !isDigits(s[i : i+1]):
			return false
		}
	}
	return letters > 0 && (s[0] != 'T' || letters > 1)
}

func birthOfLocalReserve(id string) (civil.Date, bool) {
	if isStockholm(id) {
		return civil.Date{}, false
	}
	return dayIn(number(id[:4]), number(id[4:6]), number(id[6:8]))
}
