package httpapi

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
)

// keptBuffer is how large a buffer may have grown to be used again.
const keptBuffer = 64 << 10

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func takeBuffer() *bytes.Buffer {
	b, _ := buffers.Get().(*bytes.Buffer) // the pool holds nothing else
	b.Reset()
	return b
}

func giveBack(b *bytes.Buffer) {
	if b.Cap() <= keptBuffer {
		buffers.Put(b)
	}
}

// body reads the whole body within its time and judges it as JSON, before anything else looks at it.
func (s *Server) body(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		r := c.Request()
		if k.operation.isFile {
			return next(k) // it is taken in once all else of the request is known to be right
		}
		if k.operation.body == nil {
			return s.withoutBody(k, next)
		}
		// Of a compressed body a small one could unpack to a huge one.
		if len(r.Header.Values("Content-Encoding")) > 0 || !isJSON(r.Header.Values("Content-Type")) {
			return fault.New(fault.CodeMediaType)
		}
		k.buffer = takeBuffer()
		if err := s.read(k, k.buffer); err != nil {
			c.Response().Header().Set("Connection", "close") // the rest of the body is not worth reading
			return err
		}
		k.sent = k.buffer.Bytes()
		var err error
		if k.value, k.body, err = s.contract.parse(k.sent); err != nil {
			return err
		}
		return next(k)
	}
}

func (s *Server) withoutBody(k *call, next echo.HandlerFunc) error {
	if k.Request().ContentLength != 0 { // -1 is a body of unknown length
		k.Response().Header().Set("Connection", "close")
		return fault.At(fault.CodeMalformed, "", "no-body")
	}
	return next(k)
}

// isJSON accepts application/json, and of all charsets only UTF-8, which JSON has anyway.
func isJSON(headers []string) bool {
	if len(headers) != 1 {
		return false
	}
	media, params, err := mime.ParseMediaType(headers[0])
	if err != nil || media != "application/json" {
		return false
	}
	for name, value := range params {
		if name != "charset" || !strings.EqualFold(value, "utf-8") {
			return false
		}
	}
	return true
}

func (s *Server) read(k *call, into *bytes.Buffer) error {
	r := k.Request()
	control := http.NewResponseController(k.Response())
	// A writer without a connection (in tests) has no deadlines; the server's own are then the limit.
	_ = control.SetReadDeadline(time.Now().Add(s.limits.Body))
	if r.ContentLength > s.limits.BodyBytes {
		return fault.New(fault.CodeTooLarge)
	}
	n, err := into.ReadFrom(io.LimitReader(r.Body, s.limits.BodyBytes+1))
	switch {
	case n > s.limits.BodyBytes:
		return fault.New(fault.CodeTooLarge)
	case err != nil:
		return fault.At(fault.CodeMalformed, "", "incomplete")
	}
	// Else the deadline would strike while the handler works and look like a client that hung up.
	_ = control.SetReadDeadline(time.Time{})
	return nil
}

// fingerprint tells a retried command from another one under the same key.
func fingerprint(r *http.Request, body []byte) [32]byte {
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%s %s\n", r.Method, r.URL.EscapedPath()) // a hash never fails to write
	_, _ = h.Write(body)
	return [32]byte(h.Sum(nil))
}
