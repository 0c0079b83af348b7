package disposal

import (
	"bytes"
	_ "embed" // the clocks
	"encoding/json"
	"fmt"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
)

//go:embed clocks.json
var clocksFile []byte

// Clock is how long units of some classes keep what they hold after the last entry. Years are a statute's; where there are none, the
// authority decides, and a statute may say the least.
type Clock struct {
	Classes   []string `json:"classes"`
	Code      string   `json:"code"`
	Years     int      `json:"years"`
	AtLeast   int      `json:"atLeast"`
	Sample    bool     `json:"sample"` // some are exempt for research, as the authority decides (SoL 16:4)
	Paragraph string   `json:"paragraph"`
}

// rule is what a mark does to the clocks of some classes: what it is on is never weeded, or not before an age.
type rule struct {
	Kind      string   `json:"kind"`
	Classes   []string `json:"classes"`
	Never     bool     `json:"never"`
	Age       int      `json:"age"`
	Code      string   `json:"code"`
	Paragraph string   `json:"paragraph"`
}

// Profile is a version of the clocks.
type Profile struct {
	Version int     `json:"version"`
	Clocks  []Clock `json:"clocks"`
	Marks   []rule  `json:"marks"`
}

// Clocks reads the profile that the program carries.
func Clocks() (*Profile, error) {
	d := json.NewDecoder(bytes.NewReader(clocksFile))
	d.DisallowUnknownFields()
	var p Profile
	if err := d.Decode(&p); err != nil {
		return nil, fmt.Errorf("read the clocks: %w", err)
	}
	return &p, p.check()
}

// check asks that each class has one clock.
func (p *Profile) check() error {
	for _, c := range access.Classes {
		n := 0
		for _, k := range p.Clocks {
			if slices.Contains(k.Classes, c.String()) {
				n++
			}
		}
		if n != 1 {
			return fmt.Errorf("the clocks: %d for %s", n, c)
		}
	}
	return nil
}

// ClockOf finds the clock of a class.
func (p *Profile) ClockOf(class string) (Clock, bool) {
	n := slices.IndexFunc(p.Clocks, func(k Clock) bool { return slices.Contains(k.Classes, class) })
	if n < 0 {
		return Clock{}, false
	}
	return p.Clocks[n], true
}

// Candidate is a case in which nothing is open or held.
type Candidate struct {
	Case  Case
	Class string
	Birth civil.Date
	Marks []string
}

// Judge says from when a case may be weeded, by which clock, and by when it must be; or that it never may, or not until somebody has
// decided what the statutes leave open.
func (p *Profile) Judge(c Candidate, all []Setting) (Case, bool) {
	k, ok := p.ClockOf(c.Class)
	s, isDecided := inForce(all, c.Class)
	if !ok || !isDecided || c.Birth.IsZero() || s.isExempt(k, c.Birth) {
		return Case{}, false
	}
	v := c.Case
	years := k.Years
	if years == 0 {
		years = s.Years
	}
	v.Clock, v.Paragraph, v.DueOn = k.Code, k.Paragraph, v.LastEntryOn.AddYears(years).AddDays(1)
	for _, m := range p.Marks {
		if !slices.Contains(c.Marks, m.Kind) || !slices.Contains(m.Classes, c.Class) {
			continue
		}
		if m.Never {
			return Case{}, false
		}
		if d := c.Birth.AddYears(m.Age); d.After(v.DueOn) {
			v.Clock, v.Paragraph, v.DueOn = m.Code, m.Paragraph, d
		}
	}
	v.FinishBy = civil.New(v.DueOn.Year()+1, 12, 31)
	return v, true
}
