package disposal

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/id"
)

// TestR55ACaseIsTestedAgain: what has changed counts first, then marks, then what the domain has decided; what nothing protects stays.
func TestR55ACaseIsTestedAgain(t *testing.T) {
	t.Parallel()
	none, longer := Setting{Class: "ifo", Number: 1, Sample: Samples.Must("none")}, Setting{Class: "ifo", Number: 2, Sample: Everyone}
	ten, thirty := Setting{Class: "health", Number: 1, Years: 10}, Setting{Class: "health", Number: 2, Years: 30}
	for name, c := range map[string]struct {
		Candidate
		changed  string
		settings []Setting
		want     string
	}{
		"nothing":                                {candidate("ifo", "2000-02-03", "2015-03-01"), "", []Setting{none}, ""},
		"something has changed":                  {candidate("ifo", "2000-02-03", "2015-03-01", "placed"), "moved", []Setting{none, longer}, "moved"},
		"placed, whenever that was marked":       {candidate("ifo", "2000-02-03", "2015-03-01", "placed"), "", []Setting{none}, "marked"},
		"an investigation until thirty":          {candidate("ifo", "2000-02-03", "2015-03-01", "investigation"), "", []Setting{none}, "marked"},
		"an investigation that is long over":     {candidate("ifo", "1980-02-03", "2010-03-01", "investigation"), "", []Setting{none}, ""},
		"a mark that does not bind the class":    {candidate("health", "2000-02-03", "2005-03-01", "placed"), "", []Setting{ten}, ""},
		"exempt for research since":              {candidate("ifo", "2000-02-03", "2015-03-01"), "", []Setting{none, longer}, "kept-longer"},
		"placed, and exempt":                     {candidate("ifo", "2000-02-03", "2015-03-01", "placed"), "", []Setting{none, longer}, "kept-longer"},
		"years raised":                           {candidate("health", "2000-02-03", "2005-03-01"), "", []Setting{ten, thirty}, "kept-longer"},
		"years lowered to what they were before": {candidate("health", "2000-02-03", "2005-03-01"), "", []Setting{thirty, ten, {Class: "health", Number: 3, Years: 10}}, ""},
		"a class that nobody has decided on":     {candidate("school", "2000-02-03", "2005-03-01"), "", []Setting{none}, "kept-longer"},
		"an entry of today":                      {candidate("ifo", "2000-02-03", "2020-12-01"), "", []Setting{none}, "kept-longer"},
	} {
		f := Fact{ID: id.NewDisposalCase(), Candidate: c.Candidate}
		if c.changed != "" {
			f.Changed = Causes.Must(c.changed)
		}
		got := profile(t).Retest([]Fact{f}, c.settings, civil.MustParse("2020-12-15"))
		if got[f.ID].String() != c.want || len(got) != map[bool]int{true: 1}[c.want != ""] {
			t.Errorf("%s: %v, want %q", name, got, c.want)
		}
	}
}
