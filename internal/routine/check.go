package routine

import (
	"slices"
	"strconv"
	"strings"
)

// agree checks what the shape of a document cannot say: that its parts agree with each other. A part that has a fault of
// its own, or is missing, is passed over, since what it means is not known.
func (p *Profile) agree(c *checker, sound map[string]any) {
	for _, check := range []struct {
		parts string
		do    func(*checker)
	}{
		{"planKinds", p.checkPlanKinds},
		{"wheel", p.checkWheel},
		{"roles", func(c *checker) {
			once(c, "/roles", codesOf(p.Roles), "/code")
			for i, r := range p.Roles {
				once(c, "/roles/"+strconv.Itoa(i)+"/classes", r.Classes, "")
			}
		}},
		{"deviationCategories", func(c *checker) { once(c, "/deviationCategories", codesOf(p.DeviationCategories), "/code") }},
		{"coordination", p.checkAges},
		{"coordination roles", p.checkRoles},
		{"deadlines", p.checkDeadlines},
		{"consentAges", p.checkConsentAges},
		{"followUps", p.checkFollowUps},
		{"forms", p.checkForms},
	} {
		missing := slices.ContainsFunc(strings.Fields(check.parts), func(part string) bool { _, ok := sound[part]; return !ok })
		if !missing {
			check.do(c)
		}
	}
}

func codesOf(all []Role) []string {
	codes := make([]string, len(all))
	for i, r := range all {
		codes[i] = r.Code
	}
	return codes
}

// once notes each word of a list that has stood in it before.
func once(c *checker, at string, all []string, member string) {
	seen := map[string]bool{}
	for i, word := range all {
		if seen[word] {
			c.note(at+"/"+strconv.Itoa(i)+member, "duplicate")
		}
		seen[word] = true
	}
}

func (p *Profile) checkPlanKinds(c *checker) {
	if len(p.PlanKinds) == 0 {
		c.note("/planKinds", "no-plan-kind")
	}
	once(c, "/planKinds", p.PlanKinds, "")
}

func (p *Profile) checkWheel(c *checker) {
	codes := make([]string, len(p.Wheel.Areas))
	for i, a := range p.Wheel.Areas {
		at := "/wheel/areas/" + strconv.Itoa(i)
		codes[i] = a.Code
		for name, words := range map[string][]string{"/shanarri": a.Shanarri, "/bbic": a.BBIC} {
			if len(words) == 0 {
				c.note(at+name, "no-mapping")
			}
			once(c, at+name, words, "")
		}
	}
	once(c, "/wheel/areas", codes, "/code")
}

// span is an age from which and one until which, and where it stands.
type span struct {
	from, until int
	at          string
}

// row notes where ages do not follow one another, and gives the last one's end.
func row(c *checker, all []span, begin int) int {
	for i, s := range all {
		switch {
		case s.from > begin:
			c.note(s.at+"/fromAge", "gap")
		case s.from < begin && i > 0:
			c.note(s.at+"/fromAge", "overlap")
		}
		if s.until <= s.from {
			c.note(s.at+"/untilAge", "out-of-order")
		}
		begin = max(begin, s.until)
	}
	return begin
}

func (p *Profile) checkAges(c *checker) {
	spans := make([]span, len(p.Coordination.ByAge))
	for i, a := range p.Coordination.ByAge {
		spans[i] = span{a.FromAge, a.UntilAge, "/coordination/byAge/" + strconv.Itoa(i)}
		if a.Until == SchoolYear && p.Coordination.SchoolYearMonth == 0 {
			c.note("/coordination/schoolYearMonth", "missing")
		}
	}
	row(c, spans, 0)
	if o := p.Coordination.OutsideSchool; o.Role != "" && o.UntilAge <= o.FromAge {
		c.note("/coordination/outsideSchool/untilAge", "out-of-order")
	}
}

func (p *Profile) checkRoles(c *checker) {
	named := func(at, role string) {
		if _, ok := p.Role(role); !ok && role != "" {
			c.note(at, "unknown-role")
		}
	}
	named("/coordination/unborn", p.Coordination.Unborn)
	named("/coordination/outsideSchool/role", p.Coordination.OutsideSchool.Role)
	for i, a := range p.Coordination.ByAge {
		named("/coordination/byAge/"+strconv.Itoa(i)+"/role", a.Role)
	}
}

// checkDeadlines: the days within which an emergency access is reviewed are working days (R38); the database, too, counts
// those in which a survey is open, so they are plain ones.
func (p *Profile) checkDeadlines(c *checker) {
	at := "/deadlines/" + EmergencyReview.String()
	switch d := p.Deadlines[EmergencyReview.String()]; {
	case d.Unit != WorkingDays:
		c.note(at+"/unit", "not-working-days")
	case d.Length > 30:
		c.note(at+"/length", "out-of-range")
	}
	at = "/deadlines/" + SurveyAnswer.String()
	switch d := p.Deadlines[SurveyAnswer.String()]; {
	case d.Unit == "": // of a base from before there were surveys: each closes on its first day
	case d.Unit != CalendarDays:
		c.note(at+"/unit", "not-calendar-days")
	case d.OnFreeDay != Stays:
		c.note(at+"/onFreeDay", "moves")
	}
	p.checkExtension(c)
}

// checkExtension: the time for an extract is extended by at most two months (GDPR art. 12.3), and by whole ones, so that no day that is
// free moves it beyond.
func (p *Profile) checkExtension(c *checker) {
	at := "/deadlines/" + ExtractExtension.String()
	switch d := p.Deadlines[ExtractExtension.String()]; {
	case d.Unit == "": // of a base from before extracts could be extended
	case d.Unit != Months:
		c.note(at+"/unit", "not-months")
	case d.Length < 1 || d.Length > 2:
		c.note(at+"/length", "out-of-range")
	case d.OnFreeDay != Stays:
		c.note(at+"/onFreeDay", "moves")
	}
}

// checkConsentAges: every age below 18 has an answer to who consents; from 18 on it is the law's.
func (p *Profile) checkConsentAges(c *checker) {
	spans := make([]span, len(p.ConsentAges))
	for i, a := range p.ConsentAges {
		spans[i] = span{a.FromAge, a.UntilAge, "/consentAges/" + strconv.Itoa(i)}
	}
	if row(c, spans, 0) < 18 {
		c.note(spans[len(spans)-1].at+"/untilAge", "gap")
	}
}

func (p *Profile) checkFollowUps(c *checker) {
	weeks := make([]string, len(p.FollowUps.Weeks))
	for i, w := range p.FollowUps.Weeks {
		weeks[i] = strconv.Itoa(w)
	}
	once(c, "/followUps/weeks", weeks, "")
}

func (p *Profile) checkForms(c *checker) {
	for who, f := range p.Forms {
		codes := make([]string, len(f.Questions))
		for i, q := range f.Questions {
			codes[i] = q.Code
		}
		once(c, "/forms/"+who+"/questions", codes, "/code")
	}
}
