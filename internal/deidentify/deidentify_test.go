package deidentify_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
)

var (
	today = civil.MustParse("2026-03-02")
	known = []person.Name{person.NewName("Lo", "Ek"), person.NewName("Åsa-Maria", "von Grip"), person.NewName("Zoë", "Nouri")}
)

func check(text string) []fault.Field {
	err := deidentify.Check(known, today, deidentify.Part{Pointer: "/text", Text: person.NewText(text)})
	if err == nil {
		return nil
	}
	return fault.Of(err).Fields
}

// TestR52TextsThatPointSomebodyOut are refused, with the place and the rule and nothing else.
func TestR52TextsThatPointSomebodyOut(t *testing.T) {
	t.Parallel()
	n := persontest.TestNumber(civil.MustParse("2011-05-14"), 4)
	c := persontest.TestCoordinationNumber(civil.MustParse("2011-05-14"), 4)
	for text, rule := range map[string]string{
		"Det gäller " + n + ".": "identity-number", "(" + n[2:] + ")": "identity-number", n[:8] + "-" + n[8:]: "identity-number",
		n[2:8] + "-" + n[8:]: "identity-number", n[2:8] + " - " + n[8:]: "identity-number", "pnr:" + n[2:8] + "–" + n[8:] + ", ja": "identity-number",
		n[:4] + " " + n[4:6] + " " + n[6:8] + " " + n[8:]: "identity-number", n[:4] + "-" + n[4:6] + "-" + n[6:8] + "-" + n[8:]: "identity-number",
		c: "identity-number", c[2:8] + "-" + c[8:]: "identity-number", "20110514-0000": "identity-number", "a 110514+1234 b": "identity-number",
		"２０１１０５１４－９８０２": "identity-number", "20110514\u200b-9802": "identity-number", "20110514-KX42": "identity-number", "20110514kx42": "identity-number",
		"000101-1234 110514-1234": "identity-number",
		"Lo fick vänta":           "name", "Los skola": "name", "familjen Ek": "name", "EK": "name", "Åsa ringde": "name", "ASA": "name", "Maria": "name",
		"Grips": "name", "Zoe": "name", "Nouri": "name", "A\u030asa": "name", "mamma till \"Lo\"": "name",
	} {
		got := check(text)
		if len(got) != 1 || got[0] != (fault.Field{Pointer: "/text", Code: rule}) {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestR52TextsThatPointNobodyOut pass: days, telephone numbers of services, lengths and words that are no names.
func TestR52TextsThatPointNobodyOut(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "Överlämningen den 2020-12-15 blev inte gjord.", "Ring 031-365 00 00.", "Tel 0455-30 30 00", "Ärende 2020/1234, SFS 2025:400", "20201215",
		"lo och ek är ord", "En loge, ekar, von och av", "Lovisa", "Eken", "Det var 20 personer 15 minuter", "201213-1", "kl 08.30-09.15", "99-9999-9999",
	} {
		if got := check(text); got != nil {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestR52NumbersAreFoundWhereverTheyStand: any number of a person, in any usual writing, in the middle of anything.
func TestR52NumbersAreFoundWhereverTheyStand(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		born := today.AddDays(-rapid.IntRange(1, 30000).Draw(t, "days"))
		make := rapid.SampledFrom([]func(civil.Date, int) string{persontest.TestNumber, persontest.TestCoordinationNumber}).Draw(t, "kind")
		n := make(born, rapid.IntRange(0, 19).Draw(t, "serial"))
		sign := rapid.SampledFrom([]string{"", "-", "–", "+"}).Draw(t, "sign")
		if sign == "" && rapid.Bool().Draw(t, "short") {
			n = n[2:]
		}
		text := rapid.StringMatching(`[a-zåäö ,.]{0,20}[ ,.(]`).Draw(t, "before") + n[:len(n)-4] + sign + n[len(n)-4:] + rapid.StringMatching(`[ ,.)][a-zåäö ,.]{0,20}`).Draw(t, "after")
		got := check(text)
		if len(got) == 0 || got[0].Code != "identity-number" {
			t.Fatalf("%q: %v", text, got)
		}
	})
}

// TestAFaultNamesNoValue: neither the words of the fault nor its fields hold what was found.
func TestAFaultNamesNoValue(t *testing.T) {
	t.Parallel()
	err := deidentify.Check(known, today, deidentify.Part{Pointer: "/a", Text: person.NewText("Lo 20110514-9802")}, deidentify.Part{Pointer: "/b", Text: person.NewText("Ek")})
	if f := fault.Of(err); len(f.Fields) != 3 || strings.Contains(err.Error(), "Lo") || strings.Contains(err.Error(), "2011") {
		t.Errorf("%v %v", err, f.Fields)
	}
}
