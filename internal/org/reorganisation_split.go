package org

import (
	"fmt"
	"strings"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Part is a new unit that comes out of one that is divided. Which cases go to it nobody lists: whoever drafts sees none of
// them. A case follows those who work with it; where they part, or there are none, it stays with what goes on of the unit.
type Part struct {
	Unit      id.Unit // the id that it has as a unit from the decision on
	Name      string
	Class     access.Class // none in a draft: that of the unit which is divided
	Branch    id.Branch
	TakesRest bool        // takes what follows no other part; the divided unit closes
	Staff     []id.Person // who goes to it; told to those at the divided unit
	Count     int         // how many that are
}

// Placement is who goes to one part.
type Placement struct {
	Part  id.Unit
	Staff []id.Person
}

// Part finds a part by the id of its unit.
func (r *Reorganisation) Part(u id.Unit) (Part, bool) {
	for _, m := range r.Moves {
		for _, p := range m.Parts {
			if p.Unit == u {
				return p, true
			}
		}
	}
	return Part{}, false
}

// complete gives each part an id, and the class of the unit that it comes out of where the draft names none.
func (d *ReorganisationDraft) complete(t *terrain) {
	for _, m := range d.Moves {
		for n := range m.Parts {
			if m.Parts[n].Unit.IsZero() {
				m.Parts[n].Unit = id.NewUnit()
			}
			if m.Parts[n].Class == (access.Class{}) {
				m.Parts[n].Class = t.Units[m.Unit].Class
			}
		}
	}
}

// checkParts: a unit is divided into one part or more beside itself, or into two or more of which one takes the rest.
func (c *moveCheck) checkParts() error {
	if c.Kind != splits {
		if len(c.Parts) > 0 {
			return c.refuse("/parts", "only-for-split")
		}
		return nil
	}
	rest, names := 0, map[string]bool{}
	for n, p := range c.Parts {
		at := fmt.Sprintf("/parts/%d", n)
		if err := c.checkPart(at, p); err != nil {
			return err
		}
		if names[p.Name] {
			return c.refuse(at+"/name", "twice")
		}
		names[p.Name] = true
		if p.TakesRest {
			rest++
		}
		if rest > 1 {
			return c.refuse(at+"/takesRest", "twice")
		}
	}
	if len(c.Parts) < 1+rest {
		return c.refuse("/parts", ruleRequired)
	}
	return nil
}

// checkPart: in a domain that there is, and bound by the same secrecy, so that no record changes the paragraph that binds it.
func (c *moveCheck) checkPart(at string, p Part) error {
	b, ok := c.Branches[p.Branch]
	switch {
	case strings.TrimSpace(p.Name) == "":
		return c.refuse(at+"/name", ruleRequired)
	case !ok:
		return c.refuse(at+"/branchId", "unknown")
	case c.secrecy(p.Class) != c.secrecy(c.Units[c.Unit].Class):
		return c.refuse(at+"/secrecyClass", "other-secrecy")
	}
	c.others = append(c.others, b.Principal.ID)
	return nil
}

// place puts staff of a unit that is divided with its parts, as long as nobody has decided on what was said.
func (r *Reorganisation) place(own id.Unit, all []Placement, colleagues map[id.Person]bool, today civil.Date) error {
	parts := r.partsOf(own)
	if len(parts) == 0 || !r.isOpen(today, drafted) || r.isDecidedBySome() {
		return fault.New(fault.CodeReorganised)
	}
	for n := range parts {
		parts[n].Staff, parts[n].Count = nil, 0
	}
	placed := map[id.Person]bool{}
	for n, v := range all {
		p := partWith(parts, v.Part)
		switch {
		case p == nil:
			return fault.At(fault.CodeInvalid, fmt.Sprintf("/parts/%d/unitId", n), "unknown")
		case p.Count > 0:
			return fault.At(fault.CodeInvalid, fmt.Sprintf("/parts/%d/unitId", n), "twice")
		}
		for k, who := range v.Staff {
			at := fmt.Sprintf("/parts/%d/staffIds/%d", n, k)
			if !colleagues[who] { // unknown, or at another unit: the answer is the same
				return fault.At(fault.CodeNotStaff, at, "unknown")
			}
			if placed[who] {
				return fault.At(fault.CodeInvalid, at, "twice")
			}
			placed[who] = true
		}
		p.Staff, p.Count = v.Staff, len(v.Staff)
	}
	return nil
}

func (r *Reorganisation) partsOf(u id.Unit) []Part {
	for _, m := range r.Moves {
		if m.Unit == u {
			return m.Parts
		}
	}
	return nil
}

func partWith(parts []Part, u id.Unit) *Part {
	for n := range parts {
		if parts[n].Unit == u {
			return &parts[n]
		}
	}
	return nil
}

func (r *Reorganisation) isDecidedBySome() bool {
	for _, s := range r.Sides {
		if !s.DecidedOn.IsZero() {
			return true
		}
	}
	return false
}

// isStaffed refuses a decision on a part to which nobody goes: nobody would see what went to it.
func (r *Reorganisation) isStaffed() error {
	for n, m := range r.Moves {
		for k, p := range m.Parts {
			if p.Count == 0 {
				return fault.At(fault.CodeInvalid, fmt.Sprintf("/moves/%d/parts/%d", n, k), "no-staff")
			}
		}
	}
	return nil
}
