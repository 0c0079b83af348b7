package event

import (
	"net"
	"net/url"
	"regexp"

	"samplan/internal/fault"
)

// hostName is a name of the DNS with a dot, and a top that has a letter: so no address in any spelling.
var hostName = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`)

const longestAddress = 500

// checkAddress refuses what cannot be called: only https on the usual port, at a host with a name. Where the name leads is looked at
// when it is called (package hook). This machine is for development alone.
func checkAddress(text string, isLocal bool) error {
	u, err := url.Parse(text)
	if err != nil || len(text) > longestAddress || u.User != nil || u.Fragment != "" || u.Opaque != "" || u.Host == "" {
		return fault.At(fault.CodeInvalid, "/address", "format")
	}
	if isLocal && (u.Scheme == "http" || u.Scheme == "https") && isLoopback(u.Hostname()) {
		return nil
	}
	if u.Scheme != "https" || !hostName.MatchString(u.Hostname()) || u.Port() != "" && u.Port() != "443" {
		return fault.At(fault.CodeInvalid, "/address", "not-allowed")
	}
	return nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
