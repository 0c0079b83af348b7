package org

import (
	"samplan/internal/id"
	"samplan/internal/sheet"
)

// importCheck holds the rows of a file against the organisation. Nothing is written: it is the dry run.
type importCheck struct {
	ImportDraft
	Inventory
	byKey     map[string]int  // units of the own principal, by column and key
	taken     map[string]bool // keys of other principals
	twice     map[string]int  // how many rows of the file have a key
	mentioned map[id.Unit]bool
	isUnsure  bool // some row is at fault, and may have been about any unit
}

// check tells what each row of a file comes to, and of a whole file what becomes of the units that it does not mention.
func (i *Import) check(rows []sheet.Row, inventory Inventory) []ImportRow {
	c := importCheck{
		ImportDraft: i.ImportDraft, Inventory: inventory, byKey: map[string]int{}, taken: map[string]bool{}, twice: map[string]int{}, mentioned: map[id.Unit]bool{},
	}
	for n, u := range c.Units {
		for column, key := range u.keysOf() {
			c.byKey[column+key] = n
		}
	}
	for _, o := range c.Others {
		for column, key := range (Entry{Codes: Codes{HSA: o.HSA, School: o.School}}).keysOf() {
			c.taken[column+key] = true
		}
	}
	all := make([]said, len(rows))
	for n, r := range rows {
		all[n] = c.read(r)
		for column, key := range all[n].keysOf() {
			c.twice[column+key]++
		}
	}
	out := make([]ImportRow, 0, len(rows))
	for n := range all {
		out = append(out, c.row(&all[n]))
	}
	if c.ClosesMissing {
		out = append(out, c.missing()...)
	}
	return out
}

func (c *importCheck) row(s *said) ImportRow {
	known, isKnown := c.match(s)
	if isKnown {
		c.mentioned[known.Unit] = true // also by a row at fault: it is not missing
	}
	var r ImportRow
	switch {
	case s.rule != "":
	case isKnown:
		r = c.compare(s, known)
	default:
		r = c.open(s)
	}
	if s.rule != "" {
		c.isUnsure = c.isUnsure || !isKnown
		r = ImportRow{Outcome: faulty, Column: s.column, Rule: s.rule}
	}
	r.Number = s.Number
	return r
}

// match finds the unit that a row is about. All rows that share a key are refused: which of them is meant cannot be told.
func (c *importCheck) match(s *said) (known Known, isKnown bool) {
	keys := s.keysOf()
	for _, column := range keyColumns {
		key, has := keys[column]
		if !has {
			continue
		}
		n, found := c.byKey[column+key]
		switch {
		case c.twice[column+key] > 1:
			s.refuse(column, ruleTwice)
		case c.taken[column+key]:
			s.refuse(column, ruleTaken)
		case !found && column == columnUnit:
			s.refuse(column, ruleUnknown)
		case found && isKnown && c.Units[n].Unit != known.Unit:
			s.refuse(column, ruleAmbiguous)
		}
		if found {
			known, isKnown = c.Units[n], true
		}
	}
	if len(keys) == 0 {
		s.refuse("", ruleKeyRequired)
	}
	return known, isKnown
}

// compare holds a row against the unit that it is about. What would move a wall is for a reorganisation: another secrecy domain or
// another class, and the end of a unit that holds something.
func (c *importCheck) compare(s *said, known Known) ImportRow {
	after := known.Entry
	over(&after.Name, s.Name)
	over(&after.Codes.HSA, s.Codes.HSA)
	over(&after.Codes.School, s.Codes.School)
	over(&after.Codes.Local, s.Codes.Local)
	over(&after.Codes.Municipality, s.Codes.Municipality)
	switch {
	case !s.Branch.IsZero() && s.Branch != known.Branch:
		s.refuse(columnBranch, ruleReorganise)
	case s.Class.String() != "" && s.Class != known.Class:
		s.refuse(columnClass, ruleReorganise)
	case s.To == known.To || s.To.IsZero() && !known.To.Before(c.From):
	case !known.To.IsZero():
		s.refuse(columnTo, ruleClosed)
	default:
		if rule := known.end(&after, s); rule != "" {
			s.refuse(columnTo, rule)
		}
	}
	r := ImportRow{Entry: after, Outcome: unchanged}
	switch {
	case after.To != known.To:
		r.Outcome = ended
	case after != known.Entry:
		r.Outcome = changed
	}
	return r
}

func over[T comparable](into *T, v T) {
	var none T
	if v != none {
		*into = v
	}
}

// end gives the entry of a unit the last day that a row says, or tells which rule that breaks.
func (k Known) end(after *Entry, s *said) string {
	switch {
	case k.IsMoved:
		return ruleReorganise
	case k.IsUsed:
		return ruleUsed
	case s.To.Before(k.From):
		return ruleOrder
	}
	after.To = s.To
	return ""
}

// open makes a new unit of a row.
func (c *importCheck) open(s *said) ImportRow {
	e := s.Entry
	e.Unit = id.NewUnit()
	if e.Branch.IsZero() {
		e.Branch = c.Branch
	}
	if e.Class.String() == "" {
		e.Class = c.Class
	}
	if e.From.IsZero() {
		e.From = c.From
	}
	switch {
	case e.Name == "":
		s.refuse(columnName, ruleRequired)
	case e.Branch.IsZero():
		s.refuse(columnBranch, ruleRequired)
	case e.Class.String() == "":
		s.refuse(columnClass, ruleRequired)
	case !e.To.IsZero() && e.To.Before(e.From):
		s.refuse(columnTo, ruleOrder)
	}
	return ImportRow{Entry: e, Outcome: added}
}

// missing tells what becomes of units that a whole file does not mention: they end, unless they are in use or about to move, or
// a row that could not be read may have been theirs.
func (c *importCheck) missing() []ImportRow {
	var out []ImportRow
	for _, k := range c.Units {
		if c.mentioned[k.Unit] || !k.To.IsZero() {
			continue
		}
		r := ImportRow{Entry: k.Entry, Outcome: ended}
		rule := k.end(&r.Entry, &said{Entry: Entry{To: c.From.AddDays(-1)}})
		if c.isUnsure {
			rule = ruleUnsure
		}
		if rule != "" {
			r = ImportRow{Entry: Entry{Unit: k.Unit}, Outcome: faulty, Rule: rule}
		}
		out = append(out, r)
	}
	return out
}
