package routine

import (
	"time"

	"samplan/internal/civil"
)

// Coordination says which role coordinates for a child by its age (R49). It is a suggestion: the parties agree, and a
// hand-over is accepted by whoever takes over.
type Coordination struct {
	Unborn          string        `json:"unborn,omitempty"`
	ByAge           []AgeRole     `json:"byAge"`
	SchoolYearMonth int           `json:"schoolYearMonth,omitempty"` // a school year begins with the first day of it
	OutsideSchool   OutsideSchool `json:"outsideSchool,omitzero"`
	Source          Source        `json:"source"`
}

// AgeRole is the role from an age until a later one.
type AgeRole struct {
	FromAge  int    `json:"fromAge"`
	UntilAge int    `json:"untilAge"`
	Until    string `json:"until"` // Birthday, or SchoolYear: that which begins in the calendar year of the birthday
	Role     string `json:"role"`
}

// OutsideSchool is the role for a young person who goes to no school, from one birthday until another.
type OutsideSchool struct {
	FromAge  int    `json:"fromAge"`
	UntilAge int    `json:"untilAge"`
	Role     string `json:"role"`
}

// When an age ends.
const (
	Birthday   = "birthday"
	SchoolYear = "school-year"
)

// Pick is the role that coordinates, and the rule that says so.
type Pick struct {
	Role
	FromAge, UntilAge int
	Until             string // none for a child that is not born yet
	OutsideSchool     bool   // when the child goes to no school
}

// Coordinator suggests the role that coordinates for a child on a day. A child without birth date, or born later, is
// unborn. There is none where the profile suggests none.
func (p *Profile) Coordinator(birth, on civil.Date, isOutsideSchool bool) (Pick, bool) {
	a := p.Coordination.rule(birth, on, isOutsideSchool)
	r, ok := p.Role(a.Role)
	return Pick{Role: r, FromAge: a.FromAge, UntilAge: a.UntilAge, Until: a.Until}, ok
}

func (c *Coordination) rule(birth, on civil.Date, isOutsideSchool bool) AgeRole {
	if birth.IsZero() || on.Before(birth) {
		return AgeRole{Role: c.Unborn}
	}
	if isOutsideSchool && c.isOutside(birth, on) {
		return AgeRole{c.OutsideSchool.FromAge, c.OutsideSchool.UntilAge, Birthday, c.OutsideSchool.Role}
	}
	for _, a := range c.ByAge { // in order and without gaps, as the document was checked for
		if on.Before(c.end(a, birth)) {
			return a
		}
	}
	return AgeRole{}
}

// isOutside tells whether a child of that age has a role of its own when it goes to no school.
func (c *Coordination) isOutside(birth, on civil.Date) bool {
	o := c.OutsideSchool
	return o.Role != "" && !on.Before(birth.AddYears(o.FromAge)) && on.Before(birth.AddYears(o.UntilAge))
}

// Coordinators suggests who coordinates for a child on a day: the role of its age, and the one for a child who goes to no
// school, where the profile has such a one for the age.
func (p *Profile) Coordinators(birth, on civil.Date) []Pick {
	var all []Pick
	for _, isOutside := range []bool{false, true} {
		if isOutside && (birth.IsZero() || !p.Coordination.isOutside(birth, on)) {
			continue
		}
		if pick, ok := p.Coordinator(birth, on, isOutside); ok {
			pick.OutsideSchool = isOutside
			all = append(all, pick)
		}
	}
	return all
}

// end is the first day on which a role no longer coordinates.
func (c *Coordination) end(a AgeRole, birth civil.Date) civil.Date {
	if a.Until == SchoolYear {
		return civil.New(birth.Year()+a.UntilAge, time.Month(c.SchoolYearMonth), 1)
	}
	return birth.AddYears(a.UntilAge)
}

// Role finds a role by its code.
func (p *Profile) Role(code string) (Role, bool) {
	for _, r := range p.Roles {
		if r.Code == code {
			return r, true
		}
	}
	return Role{}, false
}
