package org

import "strings"

// HSAID names a unit or a member of staff in the national catalogue HSA. The zero value is none.
type HSAID struct{ code }

// maxHSAID is the greatest length of an HSA-id.
const maxHSAID = 31

// ParseHSAID reads SE, an organisation number of 10 digits, a hyphen and one or more letters a-z or digits. Case is
// kept as written.
func ParseHSAID(text string) (HSAID, error) {
	rest, hasCountry := strings.CutPrefix(text, "SE")
	number, local, hasHyphen := strings.Cut(rest, "-")
	if len(text) > maxHSAID || !hasCountry || !hasHyphen || len(number) != 10 || !isPlain(local) {
		return HSAID{}, refuse(ruleFormat)
	}
	if _, err := ParseOrgNumber(number); err != nil {
		return HSAID{}, err
	}
	return HSAID{code{text}}, nil
}

// isPlain leaves out å, ä, ö and @, which an HSA-id may not have.
func isPlain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != ""
}

// OID gives the object identifier under which HSA-ids are known between systems.
func (HSAID) OID() string { return "1.2.752.129.2.1.4.1" }

// Scan reads a text column; NULL is none.
func (h *HSAID) Scan(src any) error { return scan(h, src, ParseHSAID) }
