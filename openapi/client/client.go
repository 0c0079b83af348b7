package client

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options say where the service is and who calls.
type Options struct {
	Address string       // where people reach the service, without a path: https://api.samplan.example
	Tokens  TokenSource  // who calls; without one only GetApiInfo and GetPhrases answer
	HTTP    *http.Client // default: 30 seconds for a request, and no redirects, which would carry the token elsewhere
	// Attempts is how often a request is made at most when the service is busy; default 3.
	Attempts int
	// LongestWait is the longest time to wait before another attempt; asked for more, the answer is given back. Default one minute.
	LongestWait time.Duration
}

const (
	version         = "/v1"
	usualAttempts   = 3
	usualWait       = time.Minute
	usualTime       = 30 * time.Second
	largestDocument = 64 << 20
)

var errAddress = errors.New("the address must be https, or http on this machine, and hold nothing but the host")

// New makes a client of the service. It calls nothing yet.
func New(o Options) (*API, error) {
	base, err := baseOf(o.Address)
	if err != nil {
		return nil, err
	}
	d := &doer{tokens: o.Tokens, client: o.http(), attempts: o.Attempts, longest: o.LongestWait, wait: wait}
	if d.attempts < 1 {
		d.attempts = usualAttempts
	}
	if d.longest <= 0 {
		d.longest = usualWait
	}
	return NewClient(base+version, WithHTTPClient(d))
}

func (o Options) http() *http.Client {
	if o.HTTP != nil {
		return o.HTTP
	}
	return &http.Client{Timeout: usualTime, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// baseOf takes an address that a token may be sent to.
func baseOf(address string) (string, error) {
	u, err := url.Parse(strings.TrimSuffix(address, "/"))
	if err != nil || u.Host == "" || u.Path != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", errAddress
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !isThisMachine(u.Hostname())) {
		return "", fmt.Errorf("%w: a token must not be sent in the open", errAddress)
	}
	return u.String(), nil
}

func isThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
