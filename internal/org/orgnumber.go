package org

import (
	"strings"

	"samplan/internal/luhn"
)

// OrgNumber is an organisation number: 10 digits, the last a check digit. The zero value is none.
type OrgNumber struct{ code }

// ParseOrgNumber reads 10 digits, or 12 with 16 in front, with or without a hyphen before the last four. The third
// digit is 2 or more, which keeps it apart from a person number: a sole trader's own number is refused here, since it
// is personal data and belongs in package person.
func ParseOrgNumber(text string) (OrgNumber, error) {
	digits := text
	if at := len(text) - 5; at > 0 && text[at] == '-' {
		digits = text[:at] + text[at+1:]
	}
	if len(digits) == 12 {
		digits = strings.TrimPrefix(digits, "16")
	}
	if !isDigits(digits, 10) || digits[2] < '2' {
		return OrgNumber{}, refuse(ruleFormat)
	}
	if !luhn.Valid(digits) {
		return OrgNumber{}, refuse(ruleCheck)
	}
	return OrgNumber{code{digits}}, nil
}

// OID gives the object identifier under which organisation numbers are known between systems.
func (OrgNumber) OID() string { return "2.5.4.97" }

// Scan reads a text column; NULL is none.
func (n *OrgNumber) Scan(src any) error { return scan(n, src, ParseOrgNumber) }
