package person_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
)

// The numbers with birth numbers below 980 here are examples that authorities have published.

func TestR58Personnummer(t *testing.T) {
	t.Parallel()
	checkParse(t, person.Personnummer, []parseCase{
		{"twelve digits", "198507099805", "198507099805"},
		{"twelve digits and hyphen", "19850709-9805", "198507099805"},
		{"ten digits", "8507099805", "198507099805"},
		{"ten digits and hyphen", "850709-9805", "198507099805"},
		{"plus turns back a hundred years", "850709+9805", "188507099805"},
		{"published example over 100 years old", "121212+1212", "191212121212"},
		{"hyphen gives the younger", "121212-1212", "201212121212"},
		{"ten bare digits give the younger", "1212121212", "201212121212"},
		{"plus with a century that it fits", "19121212+1212", "191212121212"},
		{"hyphen with a century over 100 years ago", "19121212-1212", "191212121212"},
		{"plus with a century that it does not fit", "19850709+9805", "!date"},
		{"wrong check digit", "198507099806", "!check-digit"},
		{"coordination number", "7010632391", "!date"},
		{"no such number", "196408833224", "!date"},
		{"month 13", "198513099805", "!date"},
		{"month 0", "198500099805", "!date"},
		{"day 0", "198507009805", "!date"},
		{"31 June", "198506319805", "!date"},
		{"29 February in a common year", "198502299805", "!date"},
		{"before there were numbers", "178507099805", "!date"},
		{"year 0", "000007099805", "!date"},
		{"interim number", "850709-T805", "!format"},
		{"interim number, twelve", "19850709T805", "!format"},
		{"leading space", " 8507099805", "!format"},
		{"trailing space", "8507099805 ", "!format"},
		{"trailing newline", "198507099805\n", "!format"},
		{"space inside", "850709 9805", "!format"},
		{"hyphen in the wrong place", "85070-99805", "!format"},
		{"two hyphens", "850709--9805", "!format"},
		{"sign in front", "-8507099805", "!format"},
		{"dash that is no hyphen", "850709–9805", "!format"},
		{"digits that are not 0 to 9", "٨٥٠٧٠٩٩٨٠٥", "!format"},
		{"eleven digits", "98507099805", "!format"},
		{"thirteen digits", "1985070998055", "!format"},
		{"letters", "abcdefghij", "!format"},
		{"nothing", "", "!format"},
	})
}

func TestR58Samordningsnummer(t *testing.T) {
	t.Parallel()
	checkParse(t, person.Samordningsnummer, []parseCase{
		{"published example", "701063-2391", "197010632391"},
		{"twelve digits", "197010632391", "197010632391"},
		{"wrong check digit", "701063-2392", "!check-digit"},
		{"does not pass although a library shows it", "196408833224", "!check-digit"},
		{"personnummer", "198507099805", "!date"},
		{"day 60 is none", "197010602391", "!date"},
		{"day 92 is none", "197010922391", "!date"},
		{"31 June", "197006912391", "!date"},
		{"interim number", "701063-T391", "!format"},
	})
}

func TestNumberAroundToday(t *testing.T) {
	t.Parallel()
	born := func(day string) string { return persontest.TestNumber(civil.MustParse(day), 1) }
	short := func(day, sign string) string { n := born(day); return n[2:8] + sign + n[8:] }
	for _, c := range []struct{ name, text, today, want string }{
		{"born today", short("2026-03-01", "-"), "2026-03-01", born("2026-03-01")},
		{"born tomorrow", born("2026-03-02"), "2026-03-01", "!date"},
		{"born tomorrow, hyphen", short("2026-03-02", "-"), "2026-03-01", "!date"},
		{"turns 100 tomorrow and has a plus all year", short("1926-03-02", "+"), "2026-03-01", born("1926-03-02")},
		{"turns 100 tomorrow and has no sign", short("1926-03-02", ""), "2026-03-01", born("1926-03-02")},
		{"turned 100 yesterday", short("1926-02-28", "+"), "2026-03-01", born("1926-02-28")},
		{"turns 100 next year", short("1927-03-01", "-"), "2026-12-31", born("1927-03-01")},
		{"turns 100 next year, plus", born("1927-03-01")[:8] + "+" + born("1927-03-01")[8:], "2026-12-31", "!date"},
		{"next year has come", short("1927-03-01", "+"), "2027-01-01", born("1927-03-01")},
		{"leap day of 2000", short("2000-02-29", "-"), "2026-03-01", born("2000-02-29")},
		{"1900 had no leap day", short("2000-02-29", "+"), "2026-03-01", "!date"},
		{"oldest that ten digits reach", short("1827-03-01", "+"), "1927-03-01", born("1827-03-01")},
	} {
		if got := outcome(t, person.Personnummer, c.text, civil.MustParse(c.today)); got != c.want {
			t.Errorf("%s %q on %s: want %s, got %s", c.name, c.text, c.today, c.want, got)
		}
	}
	if got := outcome(t, person.Personnummer, born("1960-01-01"), civil.Date{}); got != "!date" {
		t.Errorf("without a today: got %s", got)
	}
}

func drawNumber(t *rapid.T) (person.IdentifierType, civil.Date, string) {
	birth := today.AddDays(-rapid.IntRange(0, 110*365).Draw(t, "days old"))
	serial := rapid.IntRange(0, persontest.Serials-1).Draw(t, "serial")
	if rapid.Bool().Draw(t, "coordination") {
		return person.Samordningsnummer, birth, persontest.TestCoordinationNumber(birth, serial)
	}
	return person.Personnummer, birth, persontest.TestNumber(birth, serial)
}

func TestR58EverySpellingGivesOneNumber(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		kind, birth, number := drawNumber(t)
		sign := "-"
		if birth.Year() <= today.Year()-100 {
			sign = "+"
		}
		day, last := number[:8], number[8:]
		spellings := []string{number, day + "-" + last, day + sign + last, day[2:] + sign + last}
		if sign == "-" {
			spellings = append(spellings, day[2:]+last)
		}
		for _, s := range spellings {
			i, err := person.ParseIdentifier(kind, s, today)
			if err != nil || i.Reveal() != number {
				t.Fatalf("%s: want %s, got %s, %v", s, number, i.Reveal(), err)
			}
			if d, ok := i.BirthDate(); !ok || d != birth {
				t.Fatalf("%s: want birth %s, got %s", s, birth, d)
			}
		}
	})
}

func TestR58OneWrongDigitIsRefused(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		kind, _, number := drawNumber(t)
		wrong := []byte(number)
		at := rapid.IntRange(2, 11).Draw(t, "at") // the century is not in the check digit
		wrong[at] = '0' + (wrong[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		for _, s := range []string{string(wrong), string(wrong[2:]), fmt.Sprintf("%s-%s", wrong[2:8], wrong[8:])} {
			if i, err := person.ParseIdentifier(kind, s, today); err == nil {
				t.Fatalf("%s was read as %s", s, i.Reveal())
			}
		}
	})
}

func FuzzPersonnummer(f *testing.F) {
	for _, s := range []string{
		"198507099805", "19850709-9805", "850709-9805", "850709+9805", "8507099805", "701063-2391", "121212+1212",
		"196408833224", "850709-T805", "", " ", "-", "+", "0000000000", "000229-9801", "99999999-9999", "850709–9805",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []person.IdentifierType{person.Personnummer, person.Samordningsnummer} {
			i, err := person.ParseIdentifier(kind, text, today)
			if err != nil {
				if len(text) >= 4 && strings.Contains(err.Error(), text) && strings.ContainsAny(text, "0123456789") {
					t.Errorf("the fault tells the value %q", text)
				}
				continue
			}
			if len(i.Reveal()) != 12 || len(text) < 10 || len(text) > 13 {
				t.Errorf("%q gave %q", text, i.Reveal())
			}
			if d, ok := i.BirthDate(); !ok || d.After(today) {
				t.Errorf("%q gave the birth date %s", text, d)
			}
			if again, err := person.ParseIdentifier(kind, i.Reveal(), today); err != nil || again != i {
				t.Errorf("%q: the canonical form is not read back: %v", text, err)
			}
		}
	})
}
