package httpapi

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"samplan/internal/fault"
	"samplan/internal/identity"
	"samplan/internal/session"
)

const (
	problemType  = "https://samplan.example/problems/"
	mediaProblem = "application/problem+json"
)

// problemBody is a problem document (RFC 9457), as the contract's Problem. Title is for people, in Swedish; detail says the
// same in English. Neither ever holds an error's own text.
type problemBody struct {
	Type     string `json:"type"`
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail"`
	Instance string `json:"instance"`
	Code     string `json:"code"`
	// Paragraph is the rule of law that forbids it, where one does.
	Paragraph string         `json:"paragraph,omitempty"`
	Errors    []problemField `json:"errors,omitempty"`
}

type problemField struct {
	Pointer string `json:"pointer"`
	Code    string `json:"code"`
}

// statusByKind is the only place that knows numbers.
var statusByKind = map[fault.Kind]int{
	fault.Malformed:       http.StatusBadRequest,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Denied:          http.StatusForbidden,
	fault.NotFound:        http.StatusNotFound,
	fault.Invalid:         http.StatusUnprocessableEntity,
	fault.Conflict:        http.StatusConflict,
	fault.Stale:           http.StatusPreconditionFailed,
	fault.NeedVersion:     http.StatusPreconditionRequired,
	fault.TooMany:         http.StatusTooManyRequests,
	fault.Unavailable:     http.StatusServiceUnavailable,
	fault.Internal:        http.StatusInternalServerError,
}

// statusByCode are the malformed requests for which HTTP has a number of its own.
var statusByCode = map[fault.Code]int{
	fault.CodeMediaType: http.StatusUnsupportedMediaType,
	fault.CodeTooLarge:  http.StatusRequestEntityTooLarge,
	fault.CodeMethod:    http.StatusMethodNotAllowed,
}

func statusOf(f *fault.Error) int {
	if n, ok := statusByCode[f.Code]; ok {
		return n
	}
	if n, ok := statusByKind[f.Kind]; ok {
		return n
	}
	return http.StatusInternalServerError
}

// problem answers with a fault and logs its cause, once.
func (s *Server) problem(k *call, err error) {
	f := faultOf(err)
	s.explain(k, f)
	status := statusOf(f)
	body, err := json.Marshal(describe(k, f, status))
	if err != nil { // texts and numbers only: cannot fail
		panic(err)
	}
	h := http.Header{"Content-Type": {mediaProblem}}
	switch status {
	case http.StatusUnauthorized:
		h["Www-Authenticate"] = challenges(k)
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		h.Set("Retry-After", strconv.Itoa(max(1, k.retryAfter)))
	}
	s.send(k, session.Answer{Status: status, Header: h, Body: append(body, '\n')}) // as every other answer ends
}

func describe(k *call, f *fault.Error, status int) problemBody {
	d := problemBody{
		Type: problemType + f.Code.String(), Title: f.Code.Swedish(), Status: status, Detail: f.Code.English(),
		Instance: "urn:uuid:" + k.id.String(), Code: f.Code.String(), Paragraph: f.Paragraph,
	}
	for _, e := range f.Fields {
		d.Errors = append(d.Errors, problemField(e))
	}
	return d
}

// challenges tell how to sign in (RFC 6750); a token that was sent and refused is named as the reason. Whoever shows a token of
// a client, whether or not there is such a token, learns that it may be one that needs a proof (RFC 9449, 7.1).
func challenges(k *call) []string {
	sent := k.Request().Header.Values("Authorization")
	if len(sent) == 0 {
		return []string{`Bearer realm="samplan"`}
	}
	all := []string{`Bearer realm="samplan", error="invalid_token"`}
	scheme, token, _ := strings.Cut(sent[0], " ")
	if strings.EqualFold(scheme, "DPoP") || identity.IsOfClient(token) {
		all = append(all, `DPoP realm="samplan", error="invalid_token", algs="`+strings.Join(identity.Algorithms, " ")+`"`)
	}
	return all
}

// explain logs why, for the colleague on duty. Faults without a cause are in the access log already.
func (s *Server) explain(k *call, f *fault.Error) {
	cause := f.Unwrap()
	level := slog.LevelInfo
	switch f.Kind {
	case fault.Internal:
		level = slog.LevelError
	case fault.Unavailable:
		level = slog.LevelWarn
	}
	if cause == nil {
		return
	}
	s.log.LogAttrs(k.Request().Context(), level, "request refused",
		slog.String("requestId", k.id.String()), slog.String("code", f.Code.String()), slog.String("cause", cause.Error()))
}
