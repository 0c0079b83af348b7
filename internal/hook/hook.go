package hook

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"syscall"
	"time"

	"samplan/internal/event"
)

const (
	callTime    = 10 * time.Second
	dialTime    = 5 * time.Second
	mostHeaders = 16 << 10
	port        = 443
)

// Options say how calls are made.
type Options struct {
	IsLocal bool           // this machine may be called too, on any port and in the open: development and tests alone
	Roots   *x509.CertPool // those of the system when nil
	Time    time.Duration  // for one call; callTime when zero
}

// Sender makes the calls.
type Sender struct{ client *http.Client }

// New makes it.
func New(o Options) *Sender {
	if o.Time == 0 {
		o.Time = callTime
	}
	dialer := &net.Dialer{Timeout: dialTime, Control: func(_, address string, _ syscall.RawConn) error {
		return check(address, o.IsLocal)
	}}
	return &Sender{&http.Client{
		Timeout:       o.Time,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			Proxy: nil, DialContext: dialer.DialContext, TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: o.Roots},
			TLSHandshakeTimeout: dialTime, ResponseHeaderTimeout: o.Time, MaxResponseHeaderBytes: mostHeaders,
			DisableKeepAlives: true, DisableCompression: true,
		},
	}}
}

// Send implements event.Sender.
func (s *Sender) Send(ctx context.Context, address string, header http.Header, body []byte) event.Result {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return event.Result{Failure: "refused-address"}
	}
	maps.Copy(r.Header, header)
	r.Header.Set("User-Agent", "Samplan")
	res, err := s.client.Do(r)
	if err != nil {
		return event.Result{Failure: wordFor(err)}
	}
	_ = res.Body.Close() // nothing of it is read
	return event.Result{Status: res.StatusCode, RetryAfter: retryAfter(res)}
}

// retryAfter is how long the receiver wants us to wait, in seconds as almost everybody writes it.
func retryAfter(res *http.Response) time.Duration {
	n, err := strconv.ParseUint(res.Header.Get("Retry-After"), 10, 31)
	if err != nil {
		return 0
	}
	return time.Duration(n) * time.Second
}

// wordFor says why there is no answer: a word of a closed list, nothing of the error's own.
func wordFor(err error) string {
	var timeout net.Error
	var certificate *tls.CertificateVerificationError
	var name *net.DNSError
	switch {
	case errors.Is(err, errAddress):
		return "refused-address"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "timeout"
	case errors.As(err, &certificate):
		return "certificate"
	case errors.As(err, &name):
		return "no-such-host"
	}
	return "unreachable"
}

var errAddress = errors.New("the address may not be called")

// check looks at what is about to be dialled.
func check(address string, isLocal bool) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil {
		return errAddress
	}
	ip := a.Addr().Unmap()
	if isLocal && ip.IsLoopback() {
		return nil
	}
	if a.Port() != port || !isPublic(ip) {
		return errAddress
	}
	return nil
}
