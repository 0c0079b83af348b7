package org

import (
	"strings"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/sheet"
)

// The rules that a row can break, beside those of codes and cells.
const (
	ruleUnknown      = "unknown"
	ruleLineBreak    = "line-break"
	ruleDate         = "date"
	ruleOrder        = "dates-out-of-order"
	ruleTwice        = "twice-in-file"
	ruleTaken        = "taken"
	ruleAmbiguous    = "ambiguous"
	ruleReorganise   = "needs-reorganisation"
	ruleClosed       = "closed"
	ruleUsed         = "in-use"
	ruleOther        = "other-principal"
	ruleKeyRequired  = "key-required"
	ruleUnsure       = "other-rows-at-fault"
	ruleWhichBranch  = "which-branch"
	earliestUnitYear = 1900
	latestUnitYear   = 2100
)

// said is what a row says; what it does not mention is zero.
type said struct {
	sheet.Row
	Entry
	column, rule string // the first rule that it breaks
}

func (s *said) refuse(column, rule string) {
	if s.rule == "" {
		s.column, s.rule = column, rule
	}
}

// read reads the cells of a row, each by its type.
func (c *importCheck) read(r sheet.Row) said {
	s := said{Row: r}
	if r.Rule != "" {
		s.refuse(r.Column, r.Rule)
		return s
	}
	parsed(&s, columnUnit, &s.Unit, parseUnit)
	parsed(&s, columnHSA, &s.Codes.HSA, ParseHSAID)
	parsed(&s, columnSchool, &s.Codes.School, ParseSchoolUnitCode)
	parsed(&s, columnLocal, &s.Codes.Local, parseLine)
	parsed(&s, columnMunicipality, &s.Codes.Municipality, ParseMunicipalityCode)
	parsed(&s, columnName, &s.Name, parseLine)
	parsed(&s, columnClass, &s.Class, parseClass)
	parsed(&s, columnFrom, &s.From, parseDay)
	parsed(&s, columnTo, &s.To, parseDay)
	var number OrgNumber
	parsed(&s, columnNumber, &number, ParseOrgNumber)
	if s.rule == "" && !number.IsZero() && number != c.Principal.Number {
		s.refuse(columnNumber, ruleOther)
	}
	c.readBranch(&s)
	return s
}

// readBranch finds the secrecy domain by the names of authority and branch; of an authority with one branch its own is enough.
func (c *importCheck) readBranch(s *said) {
	authority, branch := strings.TrimSpace(s.Cells[columnAuthority]), strings.TrimSpace(s.Cells[columnBranch])
	if s.rule != "" || authority == "" && branch == "" {
		return
	}
	var found []id.Branch
	for _, b := range c.Branches {
		if (authority == "" || b.Authority == authority) && (branch == "" || b.Name == branch) {
			found = append(found, b.ID)
		}
	}
	column := columnBranch
	if branch == "" {
		column = columnAuthority
	}
	switch len(found) {
	case 0:
		s.refuse(column, ruleUnknown)
	case 1:
		s.Branch = found[0]
	default:
		s.refuse(columnBranch, ruleWhichBranch)
	}
}

// parsed reads a cell into its place; an empty one says nothing.
func parsed[T any](s *said, column string, into *T, parse func(string) (T, error)) {
	text := strings.TrimSpace(s.Cells[column])
	if text == "" {
		return
	}
	v, err := parse(text)
	if err != nil {
		rule := ruleFormat
		if f := fault.Of(err); len(f.Fields) == 1 {
			rule = f.Fields[0].Code
		}
		s.refuse(column, rule)
		return
	}
	*into = v
}

func parseUnit(text string) (id.Unit, error) {
	var u id.Unit
	if err := u.UnmarshalText([]byte(text)); err != nil {
		return id.Unit{}, refuse(ruleFormat)
	}
	return u, nil
}

// parseLine takes a name or a key of one line.
func parseLine(text string) (string, error) {
	if strings.ContainsAny(text, "\n\t") {
		return "", refuse(ruleLineBreak)
	}
	return text, nil
}

func parseClass(text string) (access.Class, error) {
	c := access.ClassNamed(text)
	if c == (access.Class{}) {
		return c, refuse(ruleUnknown)
	}
	return c, nil
}

func parseDay(text string) (civil.Date, error) {
	d, err := civil.Parse(text)
	if err != nil || d.Year() < earliestUnitYear || d.Year() >= latestUnitYear {
		return civil.Date{}, refuse(ruleDate)
	}
	return d, nil
}
