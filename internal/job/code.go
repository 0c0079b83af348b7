package job

import "errors"

// Code is why a job failed. The list is closed, and a code tells no more than itself: it is what an operator sees.
type Code struct{ name string }

// Error gives the code.
func (c Code) Error() string { return c.name }

// The codes.
var (
	CodeDatabase    = Code{"database"}         // the database did not answer, or refused
	CodeUnreachable = Code{"mail-unreachable"} // no mail server, no TLS with it, or it did not let us in
	CodeLater       = Code{"mail-later"}       // the mail server asked to try later
	CodeRefused     = Code{"mail-refused"}     // the mail server refused the address for good
	CodeUnsent      = Code{"mail-unknown"}     // the mail may have left or not
	CodeBucket      = Code{"bucket"}           // the bucket of files did not answer, refused, or is not in the settings
	CodePanic       = Code{"panic"}            // a mistake in the program
	CodeOther       = Code{"other"}

	// Codes is the closed list.
	Codes = []Code{CodeDatabase, CodeUnreachable, CodeLater, CodeRefused, CodeUnsent, CodeBucket, CodePanic, CodeOther}
)

// CodeOf finds the code in an error; what has none is told as nothing but that.
func CodeOf(err error) Code {
	var c Code
	if errors.As(err, &c) {
		return c
	}
	return CodeOther
}
