package fault

import (
	"errors"
	"fmt"
)

// Kind is the coarse sort of a fault. The set is closed.
type Kind struct{ name string }

// The kinds of fault.
var (
	Malformed       = Kind{"malformed"}       // the request breaks the contract
	Unauthenticated = Kind{"unauthenticated"} // nobody we know is asking
	Denied          = Kind{"denied"}          // the actor may see the object, but not do this
	NotFound        = Kind{"not-found"}       // absent or hidden: never told apart
	Invalid         = Kind{"invalid"}         // a rule of the domain forbids it
	Conflict        = Kind{"conflict"}        // it does not fit the present state (R42)
	Stale           = Kind{"stale"}           // the version given is not the present one
	NeedVersion     = Kind{"need-version"}    // no version was given
	TooMany         = Kind{"too-many"}        // the rate is too high
	Unavailable     = Kind{"unavailable"}     // try again later
	Internal        = Kind{"internal"}        // our mistake
)

// String names the kind.
func (k Kind) String() string { return k.name }

// Field points at one part of a request that is at fault: a JSON pointer into the body (RFC 6901), or a parameter's
// name, and the code of the rule that it breaks. It never carries the value.
type Field struct {
	Pointer string
	Code    string
}

// Error is a fault.
type Error struct {
	Kind   Kind
	Code   Code
	Fields []Field
	// Paragraph is the rule of law that forbids it, in the words of the policy; empty when none is to be named. It is
	// always a line of policy/ and never tells of a row.
	Paragraph string
	cause     error
}

// New makes a fault whose words are those of its code.
func New(c Code, fields ...Field) *Error { return &Error{Kind: c.Kind(), Code: c, Fields: fields} }

// At makes a fault about one field.
func At(c Code, pointer, rule string) *Error { return New(c, Field{pointer, rule}) }

// Forbidden makes a fault about one field that names the paragraph which forbids it.
func Forbidden(c Code, paragraph, pointer, rule string) *Error {
	e := At(c, pointer, rule)
	e.Paragraph = paragraph
	return e
}

// Wrap makes a fault that remembers its cause for the log.
func Wrap(c Code, cause error) *Error { return &Error{Kind: c.Kind(), Code: c, cause: cause} }

// Error tells kind, code and cause. It is for the log; people read Code.Text.
func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Kind, e.Code, e.cause)
	}
	return fmt.Sprintf("%s: %s", e.Kind, e.Code)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.cause }

// Of gives the fault in err, or Internal around whatever it is.
func Of(err error) *Error {
	var f *Error
	if errors.As(err, &f) {
		return f
	}
	return Wrap(CodeInternal, err)
}

// Is tells whether err is a fault of kind k.
func Is(err error, k Kind) bool {
	var f *Error
	return errors.As(err, &f) && f.Kind == k
}

// Has tells whether err is a fault with code c.
func Has(err error, c Code) bool {
	var f *Error
	return errors.As(err, &f) && f.Code == c
}
