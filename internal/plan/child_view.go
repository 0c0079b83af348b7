package plan

import (
	"samplan/internal/enum"
	"samplan/internal/fault"
)

type formSet struct{}

// Form is how the child's words were given.
type Form = enum.Value[formSet]

var (
	// Forms are said, written, drawn (the text describes the drawing), and told by somebody else in the child's place.
	Forms   = enum.Of[formSet]("said", "written", "drawn", "by-proxy")
	byProxy = Forms.Must("by-proxy")
)

// validChildView: the child's own words (R8), written by the child or by a named recorder.
func validChildView(i *Item) error {
	switch {
	case i.Body.IsZero():
		return fault.At(fault.CodeInvalid, "/text", "required")
	case i.Form.IsZero():
		return fault.At(fault.CodeInvalid, "/form", "required")
	case i.Form == byProxy && i.SpokenBy.IsZero():
		return fault.At(fault.CodeInvalid, "/spokenBy", "required")
	case i.Form != byProxy && !i.SpokenBy.IsZero():
		return fault.At(fault.CodeInvalid, "/spokenBy", "not-by-proxy")
	case i.Category != voice:
		return fault.At(fault.CodeInvalid, "/category", "enum")
	case i.AuthorKind == ByGuardian:
		return fault.New(fault.CodeDenied)
	}
	return nil
}
