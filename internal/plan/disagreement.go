package plan

import "samplan/internal/fault"

// validDisagreement: a disagreement (avvikande mening) stands beside the plan and follows every later copy (R9, R60).
func validDisagreement(i *Item) error {
	switch {
	case i.Body.IsZero():
		return fault.At(fault.CodeInvalid, "/text", "required")
	case i.Category != views:
		return fault.At(fault.CodeInvalid, "/category", "enum")
	case i.Visibility == UnitOnly:
		return fault.At(fault.CodeInvalid, "/visibility", "enum")
	}
	return nil
}
