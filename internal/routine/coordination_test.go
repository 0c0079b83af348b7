package routine_test

import (
	"testing"

	"samplan/internal/civil"
)

// TestR49WhoCoordinatesByAge: midwife, child health nurse until preschool class, headteacher until 18; KAA outside school.
func TestR49WhoCoordinatesByAge(t *testing.T) {
	t.Parallel()
	p := profile(t, "kronobarn")
	for _, c := range []struct {
		birth, on string
		isOutside bool
		want      string
	}{
		{"", "2020-04-03", false, "midwife"},
		{"2020-06-01", "2020-04-03", false, "midwife"},
		{"2020-04-03", "2020-04-03", false, "child-health-nurse"},
		{"2014-12-31", "2020-07-31", false, "child-health-nurse"},
		{"2014-12-31", "2020-08-01", false, "headteacher"}, // preschool class begins in the year of the sixth birthday
		{"2015-01-01", "2020-08-01", false, "child-health-nurse"},
		{"2002-04-04", "2020-04-03", false, "headteacher"},
		{"2002-04-03", "2020-04-03", false, ""}, // of age
		{"2003-04-03", "2020-04-03", true, "activity-responsibility"},
		{"2004-04-03", "2020-04-03", true, "activity-responsibility"},
		{"2004-04-04", "2020-04-03", true, "headteacher"}, // not yet sixteen
		{"2002-04-03", "2020-04-03", true, ""},
		{"2004-02-29", "2022-02-27", false, "headteacher"},
		{"2004-02-29", "2022-02-28", false, ""},
	} {
		var birth civil.Date
		if c.birth != "" {
			birth = civil.MustParse(c.birth)
		}
		got, ok := p.Coordinator(birth, civil.MustParse(c.on), c.isOutside)
		if got.Code != c.want || ok != (c.want != "") {
			t.Errorf("born %s, on %s, outside school %t: want %q, got %q", c.birth, c.on, c.isOutside, c.want, got.Code)
		}
	}
	national := profile(t, "national")
	if got, ok := national.Coordinator(civil.MustParse("2015-01-01"), civil.MustParse("2020-04-03"), false); ok {
		t.Errorf("national suggests %s", got.Code)
	}
}
