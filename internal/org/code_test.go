package org_test

import (
	"database/sql/driver"
	"encoding"
	"fmt"
	"strings"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/org"
)

type codeType interface {
	comparable
	fmt.Stringer
	driver.Valuer
	encoding.TextMarshaler
	IsZero() bool
}

type scanner[T any] interface {
	*T
	Scan(src any) error
}

// check parses each text; want is the canonical text, or the broken rule with an exclamation mark before it.
func check[T codeType, P scanner[T]](t *testing.T, parse func(string) (T, error), cases map[string]string) {
	t.Helper()
	for text, want := range cases {
		got, err := parse(text)
		rule, refused := strings.CutPrefix(want, "!")
		if refused {
			f := fault.Of(err)
			if f.Code != fault.CodeIdentifier || len(f.Fields) != 1 || f.Fields[0].Code != rule || !got.IsZero() {
				t.Errorf("%q: want %s, got %s, %v", text, want, got, err)
			}
			continue
		}
		if err != nil || got.String() != want || got.IsZero() {
			t.Errorf("%q: want %s, got %s, %v", text, want, got, err)
		}
		checkStorage[T, P](t, got)
	}
	checkNone[T, P](t)
}

func checkStorage[T codeType, P scanner[T]](t *testing.T, want T) {
	t.Helper()
	v, err := want.Value()
	if err != nil || v != want.String() {
		t.Errorf("%s is stored as %v, %v", want, v, err)
	}
	for _, src := range []any{want.String(), []byte(want.String())} {
		var got T
		if err := P(&got).Scan(src); err != nil || got != want {
			t.Errorf("%s from %T: got %s, %v", want, src, got, err)
		}
	}
	if b, err := want.MarshalText(); err != nil || string(b) != want.String() {
		t.Errorf("%s is written as %s, %v", want, b, err)
	}
}

func checkNone[T codeType, P scanner[T]](t *testing.T) {
	t.Helper()
	var got, none T
	if v, err := none.Value(); v != nil || err != nil || none.String() != "" {
		t.Errorf("none is stored as %v, %v", v, err)
	}
	if err := P(&got).Scan(nil); err != nil || got != none {
		t.Errorf("NULL: got %s, %v", got, err)
	}
	for _, src := range []any{"", "nonsense", 7} {
		if err := P(&got).Scan(src); err == nil || fault.Of(err).Kind != fault.Internal || got != none {
			t.Errorf("%v: got %s, %v", src, got, err)
		}
	}
}

func TestR58OrgNumber(t *testing.T) {
	t.Parallel()
	check(t, org.ParseOrgNumber, map[string]string{
		"212000-1355":    "2120001355",
		"2120001355":     "2120001355",
		"162120001355":   "2120001355",
		"16212000-1355":  "2120001355",
		"232100-0131":    "2321000131",
		"212000-0803":    "2120000803",
		"212000-1356":    "!check-digit",
		"2120001365":     "!check-digit",
		"121212-1212":    "!format", // a sole trader's person number
		"8507099805":     "!format",
		"192120001355":   "!format",
		"212000+1355":    "!format",
		"21200-01355":    "!format",
		"212000-135":     "!format",
		" 212000-1355":   "!format",
		"212000-1355 ":   "!format",
		"212000 1355":    "!format",
		"SE212000135501": "!format",
		"16162120001355": "!format",
		"1612120001355":  "!format",
		"":               "!format",
		"-1355":          "!format",
		"٢١٢٠٠٠١٣٥٥":     "!format",
	})
	if got := (org.OrgNumber{}).OID(); got != "2.5.4.97" {
		t.Errorf("got OID %s", got)
	}
}

func TestR58HSAID(t *testing.T) {
	t.Parallel()
	const longest = "SE2321000131-P00000012345678901" // 31 characters
	check(t, org.ParseHSAID, map[string]string{
		"SE2321000131-P000000123457": "SE2321000131-P000000123457",
		"SE2120001355-e1A":           "SE2120001355-e1A",
		"SE2120000803-0":             "SE2120000803-0",
		longest:                      longest,
		longest + "2":                "!format",
		"SE2321000132-P000000123457": "!check-digit",
		"se2321000131-P000000123457": "!format",
		"NO2321000131-P000000123457": "!format",
		"2321000131-P000000123457":   "!format",
		"SE2321000131-":              "!format",
		"SE2321000131":               "!format",
		"SE2321000131P000000123457":  "!format",
		"SE2321000131-P-1":           "!format",
		"SE2321000131-Å1":            "!format",
		"SE2321000131-a@b":           "!format",
		"SE2321000131-P 1":           "!format",
		"SE232100-0131-P1":           "!format",
		"SE162321000131-P1":          "!format",
		"SE8507099805-P1":            "!format", // a sole trader's person number
		" SE2321000131-P1":           "!format",
		"SE2321000131-P1\n":          "!format",
		"":                           "!format",
	})
	if got := (org.HSAID{}).OID(); got != "1.2.752.129.2.1.4.1" {
		t.Errorf("got OID %s", got)
	}
}

func TestR58MunicipalityCode(t *testing.T) {
	t.Parallel()
	check(t, org.ParseMunicipalityCode, map[string]string{
		"0980": "0980", "1480": "1480", "1080": "1080", "0780": "0780",
		"980": "!format", "01480": "!format", "148O": "!format", " 480": "!format", "-480": "!format", "": "!format",
	})
	for text, want := range map[string]string{"0980": "09", "1480": "14"} {
		if c, err := org.ParseMunicipalityCode(text); err != nil || c.County() != want {
			t.Errorf("%s: got county %s, %v", text, c.County(), err)
		}
	}
	if got := (org.MunicipalityCode{}).County(); got != "" {
		t.Errorf("none lies in county %s", got)
	}
}

func TestR58SchoolUnitCode(t *testing.T) {
	t.Parallel()
	check(t, org.ParseSchoolUnitCode, map[string]string{
		"12345678": "12345678", "01234567": "01234567",
		"1234567": "!format", "123456789": "!format", "1234567a": "!format", "1234567 ": "!format", "": "!format",
	})
}
