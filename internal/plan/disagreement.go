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

// validComment: a comment (kommentar) is said to others than the own unit, about the plan or about a goal or an intervention
// of it. It is no part of the plan: it is in no version, and no confirmation falls with it.
func validComment(i *Item) error { return validDisagreement(i) }
