package plan

import "samplan/internal/fault"

// validNote: a note (anteckning) is internal: it never leaves its unit's secrecy domain.
func validNote(i *Item) error {
	if i.Body.IsZero() {
		return fault.At(fault.CodeInvalid, "/text", "required")
	}
	if i.Visibility != UnitOnly {
		return fault.At(fault.CodeInvalid, "/visibility", "enum")
	}
	return nil
}
