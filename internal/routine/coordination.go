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

// Coordinator suggests the role that coordinates for a child on a day. A child without birth date, or born later, is
// unborn. There is none where the profile suggests none.
func (p *Profile) Coordinator(birth, on civil.Date, isOutsideSchool bool) (Role, bool) {
	return p.Role(p.Coordination.role(birth, on, isOutsideSchool))
}

func (c *Coordination) role(birth, on civil.Date, isOutsideSchool bool) string {
	if birth.IsZero() || on.Before(birth) {
		return c.Unborn
	}
	if o := c.OutsideSchool; isOutsideSchool && !on.Before(birth.AddYears(o.FromAge)) && on.Before(birth.AddYears(o.UntilAge)) {
		return o.Role
	}
	for _, a := range c.ByAge { // in order and without gaps, as the document was checked for
		if on.Before(c.end(a, birth)) {
			return a.Role
		}
	}
	return ""
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
