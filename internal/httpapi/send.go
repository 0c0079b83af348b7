package httpapi

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strconv"
	"time"

	"github.com/getkin/kin-openapi/openapi3filter"

	"samplan/internal/session"
)

var errNoAnswer = errors.New("the handler gave no answer")

// send writes an answer: the only place that does, for operations and problems alike.
func (s *Server) send(k *call, a session.Answer) {
	h := k.Response().Header()
	maps.Copy(h, a.Header)
	if a.Status != http.StatusNoContent && a.Stream == nil {
		h.Set("Content-Length", strconv.Itoa(len(a.Body)))
	}
	if s.validateResponses != nil && k.operation != nil {
		s.compare(k, a)
	}
	k.Response().WriteHeader(a.Status)
	if a.Stream != nil {
		_ = http.NewResponseController(k.Response()).SetWriteDeadline(time.Now().Add(s.limits.FileTime)) // as in read
		// What is cut off is shorter than announced, which no client takes for the whole.
		_, _ = io.Copy(k.Response(), a.Stream)
		return
	}
	_, _ = k.Response().Write(a.Body) // the client has hung up; what was done is done and recorded
}

// compare holds an answer against the contract. Tests ask for it; production does not pay for it.
func (s *Server) compare(k *call, a session.Answer) {
	err := openapi3filter.ValidateResponse(k.Request().Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: k.Request(), Route: k.operation.route},
		Status:                 a.Status,
		Header:                 k.Response().Header(),
		Body:                   io.NopCloser(bytes.NewReader(a.Body)),
		Options: &openapi3filter.Options{
			IncludeResponseStatus: true, MultiError: true, SchemaValidationOptions: visiting[2:],
			ExcludeResponseBody: k.Response().Header().Get("Content-Disposition") != "", // a document has no schema
		},
	})
	if err != nil {
		s.validateResponses(fmt.Errorf("%s answered %d against the contract: %w", k.operation.id, a.Status, err))
	}
}
