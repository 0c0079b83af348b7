package httpapi

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"github.com/labstack/echo/v4"

	"samplan/internal/access"
	"samplan/internal/attachment"
	"samplan/internal/fault"
	"samplan/internal/session"
)

// refusals records every refusal of an operation, whoever asked and whatever for. What cannot be recorded is not
// answered: the caller then learns only that the service is unavailable. A caller who is merely too fast is not recorded;
// nothing has been looked at yet, and the record must not grow with the pressure.
func (s *Server) refusals(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		err := s.guard(k, func() error { return next(k) })
		if err == nil || c.Response().Committed {
			return nil
		}
		f := faultOf(err)
		if f.Kind == fault.TooMany {
			return f
		}
		// The client may have hung up; the record is still due.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(k.Request().Context()), s.limits.recordingRefusal)
		defer cancel()
		if recordErr := s.door.Refuse(ctx, k.request(s.now()), f); recordErr != nil {
			return fault.Wrap(fault.CodeUnavailable, fmt.Errorf("record refusal %s: %w", f.Code, recordErr))
		}
		return f
	}
}

// session lets the door serve the request. The handler writes into memory; the client gets it when all is committed.
func (s *Server) session(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		ctx, cancel := context.WithTimeout(k.Request().Context(), s.limits.Work)
		defer cancel()
		b := takeBuffer()
		defer giveBack(b)
		answer, err := s.door.Serve(ctx, k.request(s.now()), func(ctx context.Context, a access.Actor) (session.Answer, error) {
			b.Reset() // the door may try again after a conflict of transactions
			return s.work(ctx, k, a, b, next)
		})
		if err == nil && k.toPrint {
			answer.Body, err = s.print(k, answer.Body)
		}
		if err != nil {
			return err
		}
		s.send(k, answer)
		return nil
	}
}

// print makes the PDF of a page that has been read, logged and committed: a browser takes its time, and no connection to the
// database waits for it. When it fails the log tells of a document that nobody got, and of the refusal.
func (s *Server) print(k *call, page []byte) ([]byte, error) {
	k.retryAfter = secondsForPrinter
	return s.printer.Print(k.Request().Context(), page)
}

// secondsForPrinter is when it is worth asking again for a document.
const secondsForPrinter = 5

// work runs the handler inside the door. A panic there must undo its transaction like any other error.
func (s *Server) work(
	ctx context.Context, k *call, a access.Actor, b *bytes.Buffer, next echo.HandlerFunc,
) (session.Answer, error) {
	if !s.may(a, k.operation.id) {
		return session.Answer{}, fault.New(fault.CodeDenied)
	}
	request, response := k.Request(), k.Response()
	k.toPrint = false
	defer func() { k.SetRequest(request); k.SetResponse(response) }()
	held := &held{header: make(http.Header), body: b}
	k.SetRequest(request.WithContext(withActor(context.WithValue(ctx, callKey{}, k), a)))
	k.SetResponse(echo.NewResponse(held, k.Echo()))
	err := s.guard(k, func() error { return next(k) })
	if held.spool != nil {
		k.spools = append(k.spools, held.spool)
	}
	if err != nil {
		return session.Answer{}, err
	}
	answer, err := held.answer()
	if err == nil && showsOnce[k.operation.id] {
		answer.Kept, err = withoutSecret(answer.Body)
	}
	return answer, err
}

// held is an answer that waits for the commit.
type held struct {
	header http.Header
	status int
	body   *bytes.Buffer
	spool  *attachment.Spool
	stream io.Reader // in the place of a body: a file, sent after the commit
}

// Header gives the headers to be sent.
func (h *held) Header() http.Header { return h.header }

// WriteHeader keeps the status.
func (h *held) WriteHeader(status int) { h.status = status }

// Write keeps the body.
func (h *held) Write(b []byte) (int, error) { return h.body.Write(b) }

// answer is what the handler wrote. A handler that wrote nothing is a mistake of ours.
func (h *held) answer() (session.Answer, error) {
	if h.status == 0 {
		return session.Answer{}, fault.Wrap(fault.CodeInternal, errNoAnswer)
	}
	h.header.Del(traceHeader) // it is the request's, not the answer's: a retry may get this answer under another trace
	return session.Answer{Status: h.status, Header: h.header, Body: h.body.Bytes(), Stream: h.stream}, nil
}
