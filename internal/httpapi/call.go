package httpapi

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/labstack/echo/v4"

	"samplan/internal/access"
	"samplan/internal/attachment"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// call is Echo's context and what the steps of the frame learn of the request on its way in.
type call struct {
	echo.Context
	id         id.Request
	trace      string
	began      time.Time // by the monotonic clock, for the log
	retryAfter int       // seconds, for answers that ask to wait
	toPrint    bool      // the answer is a page of which a PDF is wanted

	operation  *operation
	who        session.Credentials
	assignment id.Assignment
	key        string              // Idempotency-Key
	buffer     *bytes.Buffer       // holds sent, until the request is over
	sent       []byte              // the body as it came
	value      any                 // the same as JSON value, in NFC
	body       []byte              // the body as handlers get it
	spools     []*attachment.Spool // files on their way, in or out
}

var errBind = errors.New("only a call binds bodies")

// unbinder stands where Echo keeps its binder, which mixes path, query and body and forgives too much.
type unbinder struct{}

// Bind always fails.
func (unbinder) Bind(any, echo.Context) error { return errBind }

// Bind gives the handler the body that was validated, and nothing of path or query. Names must match exactly.
func (k *call) Bind(into any) error {
	if err := json.Unmarshal(k.body, into); err != nil {
		return fault.Wrap(fault.CodeMalformed, errBind) // its own words may quote what was sent
	}
	return nil
}

// caller gives the state of the request; the first step of the frame made it.
func caller(c echo.Context) *call {
	k, ok := c.(*call)
	if !ok {
		panic("httpapi: a step runs outside the frame")
	}
	return k
}

// release gives back what only this request used. Nothing may look at the body after it.
func (k *call) release() {
	if k.buffer != nil {
		giveBack(k.buffer)
	}
	for _, s := range k.spools {
		_ = s.Close() // what it held has been kept or sent
	}
	k.buffer, k.sent, k.body, k.spools = nil, nil, nil, nil
}

// request is what the door is told.
func (k *call) request(now time.Time) session.Request {
	r := session.Request{
		ID: k.id, Credentials: k.who, Assignment: k.assignment, Key: k.key, Now: now, Today: civil.Of(now),
	}
	if k.operation != nil {
		r.Operation = k.operation.id
	}
	if k.key != "" {
		r.BodyHash = fingerprint(k.Request(), k.sent)
	}
	return r
}

type (
	actorKey struct{}
	callKey  struct{}
)

// withActor puts the actor where handlers find it: the strict interface passes a context and nothing else.
func withActor(ctx context.Context, a access.Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, a)
}

// actorFrom gives the one who asks. Outside the door it is nobody, who may do nothing.
func actorFrom(ctx context.Context) access.Actor {
	a, _ := ctx.Value(actorKey{}).(access.Actor)
	return a
}

// callFrom gives the request that a handler answers; only documents need to know of it.
func callFrom(ctx context.Context) *call {
	k, _ := ctx.Value(callKey{}).(*call)
	return k
}

// ifMatch gives the version named by the header If-Match, without its quotes. None is a fault: nobody edits blindly.
func ifMatch(header *string) (string, error) {
	if header == nil || strings.Trim(*header, `"`) == "" {
		return "", fault.At(fault.CodeNeedVersion, "If-Match", "required")
	}
	return strings.Trim(*header, `"`), nil
}

// fresh makes a new id of whatever kind v is.
func fresh[K any](v *id.ID[K]) { *v = id.New[K]() }

// faultOf is the fault in err. What ran out of time may yet be done: the answer is to retry with the same key.
func faultOf(err error) *fault.Error {
	var f *fault.Error
	var h *echo.HTTPError
	switch {
	case errors.As(err, &f) && f.Code != (fault.Code{}):
		return f
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return fault.Wrap(fault.CodeUnavailable, err)
	case errors.As(err, &h):
		return ofEcho(h)
	}
	return fault.Wrap(fault.CodeInternal, err)
}

// ofEcho turns what Echo and the generated code say into a fault. Their texts may quote the request and stay behind.
func ofEcho(h *echo.HTTPError) *fault.Error {
	switch h.Code {
	case http.StatusNotFound:
		return fault.New(fault.CodeNotFound)
	case http.StatusMethodNotAllowed:
		return fault.New(fault.CodeMethod)
	case http.StatusBadRequest:
		return fault.New(fault.CodeMalformed)
	}
	return fault.Wrap(fault.CodeInternal, fmt.Errorf("unexpected status %d of the router", h.Code))
}
