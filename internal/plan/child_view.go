package plan

import (
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/person"
)

type formSet struct{}

// Form is how the child's words were given.
type Form = enum.Value[formSet]

var (
	// Forms are said, written, drawn (the text describes the drawing), and told by somebody else in the child's place.
	Forms   = enum.Of[formSet]("said", "written", "drawn", "by-proxy")
	byProxy = Forms.Must("by-proxy")
)

// Ask is that the child asks that no guardian is told of what it writes; the words are withheld from the first moment (R27),
// until the unit that holds them has assessed it (package withholding).
type Ask struct {
	KeepFromGuardians bool
	Why               person.Text // in the child's own words, if it says
}

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
	case !i.Ask.KeepFromGuardians && !i.Ask.Why.IsZero():
		return fault.At(fault.CodeInvalid, "/why", "only-kept")
	case i.Category != voice:
		return fault.At(fault.CodeInvalid, "/category", "enum")
	case i.AuthorKind == ByGuardian:
		return fault.New(fault.CodeDenied)
	}
	return nil
}
