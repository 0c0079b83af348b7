package fault

import "errors"

// Below moves the pointers of a fault under a path, for a part of a greater request. Other errors pass unchanged.
func Below(path string, err error) error {
	var f *Error
	if !errors.As(err, &f) {
		return err
	}
	moved := &Error{Kind: f.Kind, Code: f.Code, Paragraph: f.Paragraph, cause: f.cause}
	for _, at := range f.Fields {
		moved.Fields = append(moved.Fields, Field{path + at.Pointer, at.Code})
	}
	return moved
}
