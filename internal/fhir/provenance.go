package fhir

import "slices"

// authors are who wrote what, in the order in which they come up.
type authors struct {
	units   []Reference
	targets map[string][]Reference
}

func (a *authors) add(by Reference, what head) {
	if a.targets == nil {
		a.targets = map[string][]Reference{}
	}
	had, known := a.targets[by.Reference]
	if !known {
		a.units = append(a.units, by)
	}
	if to := (Reference{Reference: what.address()}); !slices.Contains(had, to) {
		a.targets[by.Reference] = append(had, to)
	}
}

// provenances tell for each unit what of the bundle is its own. The plan as a whole is so since it was set.
func (c *composer) provenances() []Provenance {
	all := make([]Provenance, 0, len(c.wrote.units))
	lead := c.unit(c.Lead)
	for _, by := range c.wrote.units {
		p := Provenance{
			head: c.head("Provenance", c.derived("provenance", by.Reference)), Target: c.wrote.targets[by.Reference],
			Recorded: c.Today + "T00:00:00Z", Agent: []Agent{{coded(authorship, "author", "Author"), by}},
		}
		if lead != nil && *lead == by {
			p.Occurred = c.EstablishedOn
		}
		all = append(all, p)
	}
	return all
}
