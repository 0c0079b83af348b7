package person

import (
	"database/sql/driver"
	"errors"
	"fmt"
)

var (
	errUnset   = errors.New("value not set")
	errUnknown = errors.New("unknown name") // no fault: what stands wrong in the database is not the asker's doing
)

// enumValue stores the name of a closed value. A forgotten one must stop the write, not become an empty text.
func enumValue(name string) (driver.Value, error) {
	if name == "" {
		return nil, errUnset
	}
	return name, nil
}

func scanEnum[T any](dst *T, src any, parse func(string) (T, error)) error {
	var name string
	switch s := src.(type) {
	case string:
		name = s
	case []byte:
		name = string(s)
	default:
		return fmt.Errorf("scan %T from %T", *dst, src)
	}
	v, err := parse(name)
	if err != nil {
		return fmt.Errorf("scan %T: %w", *dst, errUnknown)
	}
	*dst = v
	return nil
}
