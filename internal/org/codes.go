package org

// MunicipalityCode is the four digits of a municipality, of which the first two are its county. The zero value is none.
type MunicipalityCode struct{ code }

// ParseMunicipalityCode reads four digits; the leading zero is part of the code (0980 is Gotland).
func ParseMunicipalityCode(text string) (MunicipalityCode, error) {
	if !isDigits(text, 4) {
		return MunicipalityCode{}, refuse(ruleFormat)
	}
	return MunicipalityCode{code{text}}, nil
}

// County gives the two digits of the county; none gives the empty text.
func (c MunicipalityCode) County() string {
	if c.IsZero() {
		return ""
	}
	return c.text[:2]
}

// Scan reads a text column; NULL is none.
func (c *MunicipalityCode) Scan(src any) error { return scan(c, src, ParseMunicipalityCode) }

// SchoolUnitCode is the eight digits of a school unit. A preschool has none: the zero value.
type SchoolUnitCode struct{ code }

// ParseSchoolUnitCode reads eight digits.
func ParseSchoolUnitCode(text string) (SchoolUnitCode, error) {
	if !isDigits(text, 8) {
		return SchoolUnitCode{}, refuse(ruleFormat)
	}
	return SchoolUnitCode{code{text}}, nil
}

// Scan reads a text column; NULL is none.
func (c *SchoolUnitCode) Scan(src any) error { return scan(c, src, ParseSchoolUnitCode) }
