package httpapi

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/civil"
)

// What the contract says beside deprecated: since which day, and when it goes away.
const (
	deprecatedFrom = "x-deprecated"
	goneFrom       = "x-sunset"
)

var errDeprecation = errors.New("deprecated, x-deprecated and x-sunset come together, in that order of days")

// deprecationOf gives the headers that tell a caller of an operation that it goes away: since when that is known (RFC 9745),
// and the moment from which it may be gone (RFC 8594). An operation that stays has none.
func deprecationOf(o *openapi3.Operation) (http.Header, error) {
	from, hasFrom := o.Extensions[deprecatedFrom]
	gone, hasGone := o.Extensions[goneFrom]
	if !o.Deprecated && !hasFrom && !hasGone {
		return nil, nil
	}
	since, err := dayIn(from)
	if err != nil {
		return nil, err
	}
	until, err := dayIn(gone)
	if err != nil {
		return nil, err
	}
	if !o.Deprecated || !since.Before(until) {
		return nil, errDeprecation
	}
	return http.Header{
		"Deprecation": {"@" + strconv.FormatInt(since.Start().Unix(), 10)},
		"Sunset":      {until.Start().UTC().Format(http.TimeFormat)},
	}, nil
}

func dayIn(extension any) (civil.Date, error) {
	text, _ := extension.(string)
	day, err := civil.Parse(text)
	if err != nil {
		return day, fmt.Errorf("%w: %w", errDeprecation, err)
	}
	return day, nil
}
