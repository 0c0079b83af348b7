package persontest_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/luhn"
	"samplan/internal/person/persontest"
)

func TestNumbersAreTestNumbers(t *testing.T) {
	t.Parallel()
	birth := civil.MustParse("2012-02-29")
	seen := map[string]bool{}
	for serial := range persontest.Serials {
		for day, number := range map[string]string{
			"20120229": persontest.TestNumber(birth, serial),
			"20120289": persontest.TestCoordinationNumber(birth, serial),
		} {
			if len(number) != 12 || number[:8] != day || !luhn.Valid(number[2:]) {
				t.Errorf("serial %d: got %s", serial, number)
			}
			if number[8:11] < "980" || seen[number] {
				t.Errorf("serial %d: %s is taken or no test number", serial, number)
			}
			seen[number] = true
		}
	}
	if got := persontest.TestNumber(civil.MustParse("1985-07-09"), 0); got != "198507099805" {
		t.Errorf("got %s", got)
	}
}

func TestWrongUsePanics(t *testing.T) {
	t.Parallel()
	for name, use := range map[string]func(){
		"negative serial": func() { persontest.TestNumber(civil.MustParse("2012-02-29"), -1) },
		"serial too high": func() { persontest.TestNumber(civil.MustParse("2012-02-29"), persontest.Serials) },
		"no birthday":     func() { persontest.TestNumber(civil.Date{}, 0) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			use()
		}()
	}
}
