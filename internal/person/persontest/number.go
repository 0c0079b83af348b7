package persontest

import (
	"fmt"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/luhn"
)

// Serials is how many test numbers there are of one day.
const Serials = 20

// TestNumber makes the canonical personnummer, 12 digits, of somebody born on a day. The serial runs from 0 up to but
// not including Serials; odd for a man, even for a woman. It panics on another one: that is a mistake in the caller.
func TestNumber(birth civil.Date, serial int) string {
	return complete(digitsOf(birth), serial)
}

// TestCoordinationNumber makes a canonical samordningsnummer in the same way: the day of birth is written plus 60.
func TestCoordinationNumber(birth civil.Date, serial int) string {
	day := []byte(digitsOf(birth))
	day[6] += 6
	return complete(string(day), serial)
}

func digitsOf(birth civil.Date) string {
	if birth.IsZero() {
		panic("a birthday is needed")
	}
	return strings.ReplaceAll(birth.String(), "-", "")
}

func complete(day string, serial int) string {
	if serial < 0 || serial >= Serials {
		panic(fmt.Sprintf("serial %d: a day has %d test numbers", serial, Serials))
	}
	number := fmt.Sprintf("%s%d", day, 980+serial)
	check, _ := luhn.Digit(number[2:]) // there are only digits
	return number + string(check)
}
