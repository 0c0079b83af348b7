package statistics

import (
	_ "embed" // the names of municipalities
	"strings"
)

//go:embed municipalities.csv
var municipalitiesFile string

// municipalities are the names by code, as SCB lists them.
var municipalities = readMunicipalities(municipalitiesFile)

func readMunicipalities(text string) map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(text) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), ";")
		all[code] = name
	}
	return all
}

// ValueName names the municipality of a row by municipality; it is empty where the value says itself what it is, or nobody knows it.
func (r *Row) ValueName() string {
	if r.By != ByMunicipality {
		return ""
	}
	return municipalities[r.Value]
}
