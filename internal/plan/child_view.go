package plan

import (
	"samplan/internal/enum"
	"samplan/internal/fault"
)

type formSet struct{}

// Form is how the child's words were given.
type Form = enum.Value[formSet]

// Forms are said, written, drawn and described, and by proxy.
var Forms = enum.Of[formSet]("said", "written", "drawn", "by-proxy")

// validChildView: the child's own words (R8), written by the child or by a named recorder.
func validChildView(i *Item) error {
	switch {
	case i.Body.IsZero():
		return fault.At(fault.CodeInvalid, "/text", "required")
	case i.Form.IsZero():
		return fault.At(fault.CodeInvalid, "/form", "required")
	case i.Category != voice:
		return fault.At(fault.CodeInvalid, "/category", "enum")
	case i.AuthorKind == ByGuardian:
		return fault.New(fault.CodeDenied)
	}
	return nil
}
