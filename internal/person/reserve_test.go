package person_test

import (
	"testing"

	"samplan/internal/person"
)

func TestR58NationalReserveID(t *testing.T) {
	t.Parallel()
	checkParse(t, person.NRID, []parseCase{
		{"born in the 1900s, sex known", "22950606FH20", "22950606FH20"},
		{"with hyphen", "22950606-FH20", "22950606FH20"},
		{"born in the 2000s, sex unknown", "23120229FHK1", "23120229FHK1"},
		{"last series of the 1900s", "97950606FH20", "97950606FH20"},
		{"last series of the 2000s", "98120229FH20", "98120229FH20"},
		{"birth unknown", "00952045FH20", "00952045FH20"},
		{"birth unknown but a month", "00951245FH20", "!date"},
		{"birth unknown but a day", "00952031FH20", "!date"},
		{"birth unknown and beyond the serials", "00952060FH20", "!date"},
		{"century as in a person number", "19950606FH20", "!date"},
		{"reserved series", "17950606FH20", "!date"},
		{"series of no living person", "24950606FH20", "!date"},
		{"past the last series", "99950606FH20", "!date"},
		{"29 February in a common year", "22950229FH20", "!date"},
		{"month 13", "22951306FH20", "!date"},
		{"in the future", "23260302FH20", "!date"},
		{"letter I", "22950606IH20", "!format"},
		{"letter O", "22950606FO20", "!format"},
		{"letter Q for the sex", "22950606FHQ0", "!format"},
		{"letters V and W", "22950606VW20", "!format"},
		{"small letters", "22950606fh20", "!format"},
		{"digit in place of a letter", "229506061H20", "!format"},
		{"letter in the day", "2295060AFH20", "!format"},
		{"letter in place of the check digit", "22950606FH2A", "!format"},
		{"plus", "22950606+FH20", "!format"},
		{"too short", "22950606FH2", "!format"},
		{"without the century", "950606FH20", "!format"},
		{"trailing space", "22950606FH20 ", "!format"},
		{"Å counts as two bytes", "22950606ÅH2", "!format"},
		{"personnummer", "198507099805", "!format"},
	})
}

func TestR58LocalReserveID(t *testing.T) {
	t.Parallel()
	checkParse(t, person.LocalReserve, []parseCase{
		{"Stockholm", "991981000010", "991981000010"},
		{"Stockholm, another", "991945000023", "991945000023"},
		{"Stockholm with hyphen", "99198100-0010", "991981000010"},
		{"Stockholm, wrong check digit", "991981000011", "!check-digit"},
		{"Stockholm, year to come", "992027000010", "!date"},
		{"Stockholm, year too far back", "991799000010", "!date"},
		{"Västra Götaland, man", "20120229M071", "20120229M071"},
		{"Västra Götaland, woman", "20120229K071", "20120229K071"},
		{"Västra Götaland, unknown", "20120229X071", "20120229X071"},
		{"Skåne", "20120229DA1B", "20120229DA1B"},
		{"one letter at the end", "20120229014R", "20120229014R"},
		{"with hyphen", "20120229-DA1B", "20120229DA1B"},
		{"T among letters", "20120229TB1F", "20120229TB1F"},
		{"no such day", "20110229K071", "!date"},
		{"in the future", "20260302K071", "!date"},
		{"before all", "17990302K071", "!date"},
		{"no letter", "201202290711", "!format"},
		{"personnummer", "198507099805", "!format"},
		{"interim number", "19850709T805", "!format"},
		{"small letter", "20120229k071", "!format"},
		{"letter in the day", "2012022K9071", "!format"},
		{"sign at the end", "20120229K07+", "!format"},
		{"Ö", "20120229Ö07", "!format"},
		{"without the century", "120229K071", "!format"},
		{"leading space", " 20120229K071", "!format"},
		{"nothing", "", "!format"},
	})
}
