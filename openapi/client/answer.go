package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
)

// ProblemError is a refusal of the service. Its Code is what programs go by; Instance is what to quote to the service's keepers.
type ProblemError struct{ Problem }

// Error tells the refusal in English, with the fields at fault. Nothing that was sent is in it.
func (e *ProblemError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%d %s)", strings.TrimSuffix(e.Detail, "."), e.Status, e.Code)
	for _, f := range e.Errors {
		fmt.Fprintf(&b, "; %s: %s", f.Pointer, f.Code)
	}
	return b.String()
}

// HasCode tells whether an error is a refusal with this code.
func HasCode(err error, code ProblemCode) bool {
	var p *ProblemError
	return errors.As(err, &p) && p.Code == code
}

var (
	errAnswer   = errors.New("the answer is not the service's")
	errTooLarge = errors.New("the answer is larger than anything that the service gives")
)

// Read reads the answer of a method of API: what the contract promises, or a *ProblemError.
func Read[T any](answer *http.Response, err error) (T, error) {
	var v T
	text, media, err := body(answer, err)
	if err != nil {
		return v, err
	}
	if media != "application/json" && media != "application/fhir+json" {
		return v, fmt.Errorf("%w: %d %s", errAnswer, answer.StatusCode, media)
	}
	if err := json.Unmarshal(text, &v); err != nil {
		return v, fmt.Errorf("%w: %w", errAnswer, err)
	}
	return v, nil
}

// ReadBytes reads an answer that is a document or a file.
func ReadBytes(answer *http.Response, err error) ([]byte, error) {
	text, _, err := body(answer, err)
	return text, err
}

func body(answer *http.Response, err error) (text []byte, media string, _ error) {
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = answer.Body.Close() }() // read to its end
	text, err = io.ReadAll(io.LimitReader(answer.Body, largestDocument+1))
	if err != nil {
		return nil, "", fmt.Errorf("read the answer: %w", err)
	}
	if len(text) > largestDocument {
		return nil, "", errTooLarge
	}
	media, _, _ = mime.ParseMediaType(answer.Header.Get("Content-Type")) // none: then it is nothing that is known
	if answer.StatusCode/100 == 2 {
		return text, media, nil
	}
	p := &ProblemError{}
	if media != "application/problem+json" || json.Unmarshal(text, &p.Problem) != nil || p.Code == "" {
		return nil, "", fmt.Errorf("%w: %d %s", errAnswer, answer.StatusCode, media) // a gateway's page, perhaps
	}
	return nil, "", p
}
