package statistics

import (
	"regexp"
	"testing"
)

// TestMunicipalitiesHaveNames: all 290, each with a code and a name of its own; nothing else is named.
func TestMunicipalitiesHaveNames(t *testing.T) {
	t.Parallel()
	if len(municipalities) != 290 {
		t.Errorf("%d municipalities", len(municipalities))
	}
	codes, names := regexp.MustCompile(`^(0[1345-9]|1[02-4789]|2[0-5])\d\d$`), map[string]bool{}
	for code, name := range municipalities {
		if !codes.MatchString(code) || name == "" || names[name] {
			t.Errorf("%s %s", code, name)
		}
		names[name] = true
	}
	for _, c := range []struct {
		by          Dimension
		value, want string
	}{
		{ByMunicipality, "1480", "Göteborg"},
		{ByMunicipality, "0980", "Gotland"},
		{ByMunicipality, "1080", "Karlskrona"},
		{ByMunicipality, Others, ""},
		{ByMunicipality, "unknown", ""},
		{ByMunicipality, "9999", ""},
		{ByService, "1480", ""},
		{ByAll, "", ""},
	} {
		if got := (&Row{By: c.by, Value: c.value}).ValueName(); got != c.want {
			t.Errorf("%v %s: %q", c.by, c.value, got)
		}
	}
}
