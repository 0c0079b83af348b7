package statistics

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"

	"samplan/internal/civil"
	"samplan/internal/enum"
)

//go:embed indicators.json
var indicators []byte

type dimensionSet struct{}

// Dimension is what a table is told by.
type Dimension = enum.Value[dimensionSet]

var (
	// Dimensions are what tables are told by; ByAll is the whole of one.
	Dimensions = enum.Of[dimensionSet]("all", "municipality", "service", "age", "sex", "entry")

	ByAll          = Dimensions.Must("all")
	ByMunicipality = Dimensions.Must("municipality")
	ByService      = Dimensions.Must("service")
	ByAge          = Dimensions.Must("age")
	BySex          = Dimensions.Must("sex")
	ByEntry        = Dimensions.Must("entry")
)

// Words say the same in the languages of staff.
type Words struct {
	Swedish string `json:"sv"`
	English string `json:"en"`
}

// Answer is one of the things that can come of what is counted. Of days it is a band, up to and including UpTo; without that
// the last one, or that of things that took none (IsUntimed).
type Answer struct {
	Code      string `json:"code"`
	Name      Words  `json:"name"`
	UpTo      *int   `json:"upTo"`
	IsUntimed bool   `json:"untimed"`
}

// Indicator is a version of a definition: what is counted, in half-years from one on until the next version.
type Indicator struct {
	Code       string      `json:"code"`
	Version    int         `json:"version"`
	From       civil.Date  `json:"from"`
	Event      string      `json:"event"`
	Source     string      `json:"source"` // where it is told instead
	IsOfDays   bool        `json:"days"`
	Name       Words       `json:"name"`
	Definition Words       `json:"definition"`
	By         []Dimension `json:"-"`
	Answers    []Answer    `json:"answers"`
}

// Load gives the indicators that the program carries, or says what is wrong with them.
func Load() ([]Indicator, error) { return parse(indicators) }

func parse(file []byte) ([]Indicator, error) {
	var read []struct {
		Indicator
		By []string `json:"by"`
	}
	d := json.NewDecoder(bytes.NewReader(file))
	d.DisallowUnknownFields()
	if err := d.Decode(&read); err != nil {
		return nil, fmt.Errorf("read indicators: %w", err)
	}
	var all []Indicator
	for _, r := range read {
		i := r.Indicator
		for _, name := range r.By {
			by, err := Dimensions.Parse(name)
			if err != nil {
				return nil, fmt.Errorf("indicator %s, %s: %w", i.Code, name, err)
			}
			i.By = append(i.By, by)
		}
		if rule := i.breaks(all); rule != "" {
			return nil, fmt.Errorf("indicator %s, version %d: %s", i.Code, i.Version, rule)
		}
		all = append(all, i)
	}
	return all, nil
}

// breaks says which rule a version breaks beside those before it, if any.
func (i *Indicator) breaks(before []Indicator) string {
	last := slices.IndexFunc(before, func(o Indicator) bool { return o.Code == i.Code && o.Version == i.Version-1 })
	switch {
	case i.Code == "" || !i.Name.isSaid() || !i.Definition.isSaid():
		return "says nothing"
	case (i.Event == "") == (i.Source == ""):
		return "is told in one place"
	case i.Version != 1 && last < 0 || slices.ContainsFunc(before, func(o Indicator) bool { return o.Code == i.Code && o.Version >= i.Version }):
		return "does not follow the version before"
	case i.From != Term(i.From) || last >= 0 && !i.From.After(before[last].From):
		return "does not begin with a later half-year"
	case slices.ContainsFunc(before, func(o Indicator) bool { return o.Event != "" && o.Event == i.Event && o.Code != i.Code }):
		return "counts what another one counts"
	case slices.ContainsFunc(i.By, func(by Dimension) bool { return by == ByAll }):
		return "is told by nothing"
	}
	return i.breaksOfAnswers()
}

func (i *Indicator) breaksOfAnswers() string {
	last, isOpen := -1, false
	for n, a := range i.Answers {
		switch {
		case a.Code == "" || a.Code == Others || !a.Name.isSaid() || slices.ContainsFunc(i.Answers[:n], func(o Answer) bool { return o.Code == a.Code }):
			return "has an answer that says nothing of its own"
		case !i.IsOfDays && (a.UpTo != nil || a.IsUntimed):
			return "has days that it does not count"
		case i.IsOfDays && !a.IsUntimed && (isOpen || a.UpTo != nil && *a.UpTo <= last):
			return "has bands out of order"
		}
		if a.UpTo != nil {
			last = *a.UpTo
		} else if !a.IsUntimed {
			isOpen = true
		}
	}
	if i.IsOfDays && !isOpen {
		return "has no band without an end"
	}
	return ""
}

func (w Words) isSaid() bool { return w.Swedish != "" && w.English != "" }

// answer gives the place of what came of an event among the answers; -1 when it has none.
func (i *Indicator) answer(c *Count) int {
	return slices.IndexFunc(i.Answers, func(a Answer) bool {
		switch {
		case !i.IsOfDays:
			return a.Code == c.Answer
		case c.Days == nil || a.IsUntimed:
			return c.Days == nil && a.IsUntimed
		}
		return a.UpTo == nil || *c.Days <= *a.UpTo
	})
}

// inForce gives the version that counts an event in a half-year.
func inForce(all []Indicator, event string, term civil.Date) (*Indicator, bool) {
	var found *Indicator
	for n := range all {
		if all[n].Event == event && !all[n].From.After(term) {
			found = &all[n]
		}
	}
	return found, found != nil
}
