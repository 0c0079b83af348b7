package httpapi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"samplan/internal/attachment"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// file takes in the file of an operation that has one, before the door: while it arrives, at the sender's pace, no
// connection to the database waits for it. Whether the sender may add it is decided behind the door; of who sends, how many
// and how much there is a limit before that.
func (s *Server) file(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		if !k.operation.isFile {
			return next(k)
		}
		if s.vault == nil {
			return fault.Wrap(fault.CodeUnavailable, errNoVault)
		}
		select {
		case s.arriving <- struct{}{}:
		default:
			k.retryAfter = 1
			return fault.New(fault.CodeTooMany)
		}
		err := s.receive(k)
		<-s.arriving
		if err != nil {
			k.Response().Header().Set("Connection", "close") // the rest of the file is not worth reading
			return err
		}
		return next(k)
	}
}

var errNoVault = errors.New("there are no keys for attachments in the settings")

func (s *Server) receive(k *call) error {
	r := k.Request()
	if len(r.Header.Values("Content-Encoding")) > 0 || !slices.Equal(r.Header.Values("Content-Type"), []string{mediaFile}) {
		return fault.New(fault.CodeMediaType)
	}
	vault := s.vault
	if k.operation.isRows {
		vault = vault.OfAnyType(s.limits.RowsBytes)
	}
	if r.ContentLength > vault.Most {
		return fault.New(fault.CodeTooLarge)
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.limits.FileTime)
	defer cancel()
	control := http.NewResponseController(k.Response())
	_ = control.SetReadDeadline(time.Now().Add(s.limits.FileTime)) // a writer without a connection has none, as in read
	_ = control.SetWriteDeadline(time.Now().Add(s.limits.FileTime + s.limits.Write))
	var of id.Item
	_ = of.UnmarshalText([]byte(k.ParamValues()[0])) // what it belongs to; the contract has checked its form
	spool, err := vault.Receive(ctx, r.Body, of.String())
	switch {
	case errors.Is(err, attachment.ErrTooLarge):
		return fault.New(fault.CodeTooLarge)
	case errors.Is(err, attachment.ErrCut):
		return fault.At(fault.CodeMalformed, "", "incomplete")
	case errors.Is(err, attachment.ErrType):
		return fault.New(fault.CodeFileType)
	case errors.Is(err, attachment.ErrInfected):
		r.Body = harmful{}
		return nil
	case err != nil:
		return fault.Wrap(fault.CodeUnavailable, fmt.Errorf("take file in: %w", err))
	}
	_ = control.SetReadDeadline(time.Time{}) // as in read
	k.spools = append(k.spools, spool)
	r.Body = arrived{spool}
	return nil
}

// arrived is a body that has been taken in.
type arrived struct{ *attachment.Spool }

// Close does nothing: the call closes what it has taken in.
func (arrived) Close() error { return nil }

// harmful is a body in which the scanner has found something. Nothing is left of it.
type harmful struct{}

// Read gives nothing.
func (harmful) Read([]byte) (int, error) { return 0, io.EOF }

// Close does nothing.
func (harmful) Close() error { return nil }
