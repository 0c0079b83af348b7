//go:build !release

package devissuer

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
)

var plainPath = regexp.MustCompile(`^(/[A-Za-z0-9_-]+)*$`)

// issuerURL accepts a plain http address of this machine, for example http://127.0.0.1:8080/staff.
func issuerURL(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil {
		return nil, errors.New("not an address")
	}
	if u.Scheme != "http" || !isLoopback(u.Hostname()) {
		return nil, errors.New("the development issuer lives on http://127.0.0.1, http://[::1] or http://localhost only")
	}
	if u.User != nil || !plainPath.MatchString(u.EscapedPath()) || u.Scheme+"://"+u.Host+u.Path != text {
		return nil, errors.New("an issuer address is scheme, host, port and a plain path without a slash at its end")
	}
	return u, nil
}

// isLoopback tells whether a host name, without port and brackets, is the machine itself. Names other than localhost
// are refused whatever they resolve to: what a name resolves to is for others to decide.
func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && a.Zone() == "" && a.Unmap().IsLoopback()
}

// guard lets nothing through that does not come from this machine and address it by a loopback name. A web page whose
// name was rebound to 127.0.0.1 (DNS rebinding) gives itself away by its Host header, and a form on a foreign page by
// what the browser says of its origin.
func guard(next http.Handler) http.Handler {
	sameOrigin := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLoopback(hostOnly(r.RemoteAddr)) || !isLoopback(hostOnly(r.Host)) {
			http.Error(w, "Endast för den egna datorn. / For this machine only.", http.StatusForbidden)
			return
		}
		sameOrigin.ServeHTTP(w, r)
	})
}

func hostOnly(hostport string) string {
	if host, _, err := net.SplitHostPort(hostport); err == nil {
		return host
	}
	return strings.TrimSuffix(strings.TrimPrefix(hostport, "["), "]")
}
