package person_test

import (
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
)

var today = civil.MustParse("2026-03-01")

// outcome parses and gives the canonical text, or the broken rule with an exclamation mark before it.
func outcome(t *testing.T, kind person.IdentifierType, text string, day civil.Date) string {
	t.Helper()
	i, err := person.ParseIdentifier(kind, text, day)
	if err == nil {
		if i.Type() != kind {
			t.Errorf("%q: want type %s, got %s", text, kind, i.Type())
		}
		return i.Reveal()
	}
	if i != (person.Identifier{}) {
		t.Errorf("%q: refused, but a value came with it", text)
	}
	f := fault.Of(err)
	if f.Code != fault.CodeIdentifier || len(f.Fields) != 1 || f.Fields[0].Pointer != "" {
		t.Fatalf("%q: got %v", text, err)
	}
	return "!" + f.Fields[0].Code
}

type parseCase struct{ name, text, want string }

func checkParse(t *testing.T, kind person.IdentifierType, cases []parseCase) {
	t.Helper()
	for _, c := range cases {
		if got := outcome(t, kind, c.text, today); got != c.want {
			t.Errorf("%s %q: want %s, got %s", c.name, c.text, c.want, got)
		}
	}
}

func TestR58IdentifierTypes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind      person.IdentifierType
		name, oid string
	}{
		{person.Personnummer, "personnummer", "1.2.752.129.2.1.3.1"},
		{person.Samordningsnummer, "samordningsnummer", "1.2.752.129.2.1.3.3"},
		{person.NRID, "nationellt-reserv-id", "1.2.752.74.9.1"},
		{person.LocalReserve, "lokalt-reserv-id", ""},
	} {
		got, err := person.ParseIdentifierType(c.name)
		if err != nil || got != c.kind || got.String() != c.name || got.OID() != c.oid {
			t.Errorf("%s: got %v with OID %q, %v", c.name, got, got.OID(), err)
		}
		checkEnum(t, c.kind, c.name)
	}
	for _, name := range []string{"", "Personnummer", "personnummer ", "bsn"} {
		if got, err := person.ParseIdentifierType(name); err == nil {
			t.Errorf("%q was read as %s", name, got)
		}
	}
	checkEnumRefuses[person.IdentifierType](t)
}

func TestNoTypeReadsNothing(t *testing.T) {
	t.Parallel()
	number := persontest.TestNumber(civil.MustParse("1985-07-09"), 0)
	if got := outcome(t, person.IdentifierType{}, number, today); got != "!type" {
		t.Errorf("got %s", got)
	}
	var none person.Identifier
	if d, ok := none.BirthDate(); ok || none.OID() != "" || none.Reveal() != "" || !none.IsZero() {
		t.Errorf("the zero identifier says %s, %q, %q", d, none.OID(), none.Reveal())
	}
}

func TestIdentifierTellsBirthDateAndOID(t *testing.T) {
	t.Parallel()
	day := civil.MustParse("2012-02-29")
	for _, c := range []struct {
		kind             person.IdentifierType
		text, birth, oid string
	}{
		{person.Personnummer, persontest.TestNumber(day, 4), "2012-02-29", "1.2.752.129.2.1.3.1"},
		{person.Samordningsnummer, persontest.TestCoordinationNumber(day, 4), "2012-02-29", "1.2.752.129.2.1.3.3"},
		{person.NRID, "22950606FH20", "1995-06-06", "1.2.752.74.9.1"},
		{person.NRID, "23120229FHK1", "2012-02-29", "1.2.752.74.9.1"},
		{person.NRID, "98120229FHK1", "2012-02-29", "1.2.752.74.9.1"},
		{person.NRID, "00122045FHK1", "", "1.2.752.74.9.1"},
		{person.LocalReserve, "991981000010", "", "1.2.752.97.3.1.3"},
		{person.LocalReserve, "20120229K071", "2012-02-29", ""},
	} {
		i, err := person.ParseIdentifier(c.kind, c.text, today)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		birth, ok := i.BirthDate()
		if birth.String() != c.birth || ok != (c.birth != "") || i.OID() != c.oid {
			t.Errorf("%s: got %s, %t, OID %q", c.text, birth, ok, i.OID())
		}
	}
}

func TestSameIdentifierIsEqual(t *testing.T) {
	t.Parallel()
	number := persontest.TestNumber(civil.MustParse("2012-02-29"), 3)
	parse := func(kind person.IdentifierType, text string) person.Identifier {
		i, err := person.ParseIdentifier(kind, text, today)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	long, short := parse(person.Personnummer, number), parse(person.Personnummer, number[2:8]+"-"+number[8:])
	if long != short {
		t.Error("two spellings of one number differ")
	}
	if other := parse(person.Personnummer, persontest.TestNumber(civil.MustParse("2012-02-29"), 4)); long == other {
		t.Error("two numbers are one")
	}
	if a, b := parse(person.NRID, "23120229FH11"), parse(person.LocalReserve, "20120229FH11"); a == b {
		t.Error("two types are one")
	}
}

func TestRestoreIdentifier(t *testing.T) {
	t.Parallel()
	later := persontest.TestNumber(civil.MustParse("2031-05-05"), 0) // stored on a day that is not today any more
	for _, c := range []struct {
		kind person.IdentifierType
		text string
		want bool
	}{
		{person.Personnummer, later, true},
		{person.NRID, "23310505FH11", true},
		{person.LocalReserve, "991981000010", true},
		{person.Personnummer, later[2:], false},
		{person.Personnummer, later[:8] + "-" + later[8:], false},
		{person.NRID, "23310505-FH11", false},
		{person.NRID, "24310505FH11", false},
		{person.Samordningsnummer, later, false},
		{person.Personnummer, "", false},
	} {
		i, err := person.RestoreIdentifier(c.kind, c.text)
		switch {
		case c.want && (err != nil || i.Reveal() != c.text || i.Type() != c.kind):
			t.Errorf("%s %s: got %s, %v", c.kind, c.text, i.Reveal(), err)
		case !c.want && (!fault.Is(err, fault.Internal) || i != (person.Identifier{})):
			t.Errorf("%s %s: got %v", c.kind, c.text, err)
		case !c.want && c.text != "" && strings.Contains(err.Error(), c.text):
			t.Errorf("the fault tells the value: %v", err)
		}
	}
}
