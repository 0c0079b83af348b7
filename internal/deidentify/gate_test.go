package deidentify_test

import (
	"slices"
	"testing"

	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/person"
)

var places = []string{"Herrgårdsskolan", "Förskolan Solrosen", "bor hos mormor på Trädgårdsön, Öckerö"}

func gate(text string, confirmed ...deidentify.Warning) ([]deidentify.Warning, error) {
	return deidentify.Gate(deidentify.Known{Names: known, Places: places}, today, confirmed, deidentify.Part{Pointer: "/text", Text: person.NewText(text)})
}

// TestR29TheGate refuses what points somebody out, by the rule and never by what was found; warns of what may; and lets the rest pass.
func TestR29TheGate(t *testing.T) {
	t.Parallel()
	for text, rule := range map[string]string{
		"nås på 070-174 06 05": "phone", "ring +46 70 174 06 05.": "phone", "tel:0701740605": "phone", "0046 8 123 45 67": "phone", "(031) 365 00 00": "phone",
		"mejla mor@example.org": "e-mail", "mor (at) example.org": "e-mail",
		"bor på Storgatan 3": "address", "Stora Vägen 12 b": "address", "hämtas i 416 55 Göteborg": "address", "ängsstigen 7.": "address",
		"Lo kommer inte": "name", "Eks mamma": "name",
		"går på Herrgårdsskolan": "place", "herrgårdsskolans rektor": "place", "på Solrosen": "place", "en ö som heter Öckerö": "place", "TRÄDGÅRDSÖN": "place",
		"20110514-9802": "identity-number",
	} {
		_, err := gate(text)
		f := fault.Of(err)
		if f == nil || f.Code != fault.CodeIdentifying || !slices.Contains(f.Fields, fault.Field{Pointer: "/text", Code: rule}) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for text, want := range map[string]deidentify.Warning{
		"Det började 3 mars.": deidentify.ExactDate, "sedan 2025-11-03": deidentify.ExactDate, "den 3/11": deidentify.ExactDate,
		"En elev som heter Pelle": deidentify.PossibleName, "hämtas i Visby": deidentify.PossibleName,
		"Ett adopterat barn, 9 år, vars mor är präst": deidentify.RareCombination, "tvillingar i åk 3 med epilepsi": deidentify.RareCombination,
	} {
		_, err := gate(text)
		f := fault.Of(err)
		if f == nil || f.Code != fault.CodeConfirmWarnings || !slices.Contains(f.Fields, fault.Field{Pointer: "/text", Code: want.String()}) {
			t.Errorf("%q: %v", text, err)
			continue
		}
		confirmed, err := gate(text, deidentify.Warnings.Values()...)
		if err != nil || !slices.Contains(confirmed, want) {
			t.Errorf("%q, confirmed: %v %v", text, confirmed, err)
		}
	}
	for _, text := range []string{
		"En elev kommer sällan till skolan. Vem tar första steget?", "Skolan och BUP har träffats 2 gånger.", "Ungefär 10 år. Förskolan undrar.", "En SIP? Nej.",
		"Kl. 13.30 varje vecka", "Vi solrosen odlade en blomma", "Ärende 2020/1234", "Barnet har ADHD.",
	} {
		if w, err := gate(text); err != nil || len(w) > 0 {
			t.Errorf("%q: %v %v", text, w, err)
		}
	}
}

// TestAWarningIsNoWayAround: what is refused is refused whatever was confirmed; and names pass where a consent lets them, alone.
func TestAWarningIsNoWayAround(t *testing.T) {
	t.Parallel()
	if _, err := gate("Lo är 9 år", deidentify.Warnings.Values()...); fault.Of(err) == nil || fault.Of(err).Code != fault.CodeIdentifying {
		t.Errorf("a name was confirmed: %v", err)
	}
	if err := deidentify.Numbers(today, deidentify.Part{Pointer: "/text", Text: person.NewText("Lo Ek går på Herrgårdsskolan")}); err != nil {
		t.Errorf("a name by consent: %v", err)
	}
	if err := deidentify.Numbers(today, deidentify.Part{Pointer: "/text", Text: person.NewText("20110514-9802")}); err == nil {
		t.Error("a number passed by consent")
	}
}
